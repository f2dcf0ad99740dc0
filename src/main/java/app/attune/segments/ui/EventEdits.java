package app.attune.segments.ui;

import app.attune.segments.Comparison;
import app.attune.segments.EventCondition;
import app.attune.segments.EventKind;
import app.attune.segments.FieldTest;
import app.attune.segments.Measure;
import app.attune.segments.Window;
import java.util.ArrayList;
import java.util.List;

/// Event conditions with one thing changed.
final class EventEdits {
    private EventEdits() {}

    static EventCondition types(EventCondition row, List<String> types) {
        return row.with(new EventKind(types, row.where()));
    }

    static EventCondition where(EventCondition row, List<FieldTest> where) {
        return row.with(new EventKind(row.types(), where));
    }

    static EventCondition measure(EventCondition row, Measure measure) {
        return row.with(measure);
    }

    static EventCondition window(EventCondition row, Window window) {
        return row.with(window);
    }

    static EventCondition comparison(EventCondition row, Comparison comparison) {
        return row.with(comparison, RowEditors.fitting(comparison, row.values()));
    }

    static EventCondition values(EventCondition row, List<String> values) {
        return row.with(row.comparison(), values);
    }

    static EventCondition test(EventCondition row, int position, FieldTest test) {
        List<FieldTest> where = new ArrayList<>(row.where());
        where.set(position, test);
        return where(row, where);
    }

    static EventCondition withTest(EventCondition row, FieldTest test) {
        List<FieldTest> where = new ArrayList<>(row.where());
        where.add(test);
        return where(row, where);
    }

    static EventCondition withoutTest(EventCondition row, int position) {
        List<FieldTest> where = new ArrayList<>(row.where());
        where.remove(position);
        return where(row, where);
    }
}
