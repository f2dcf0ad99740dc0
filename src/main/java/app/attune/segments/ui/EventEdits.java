package app.attune.segments.ui;

import app.attune.segments.Comparison;
import app.attune.segments.EventCondition;
import app.attune.segments.FieldTest;
import app.attune.segments.Measure;
import app.attune.segments.Window;
import java.util.ArrayList;
import java.util.List;

/// Event conditions with one thing changed.
final class EventEdits {
    private EventEdits() {}

    static EventCondition types(EventCondition row, List<String> types) {
        return new EventCondition(types, row.where(), row.measure(), row.window(), row.comparison(), row.values());
    }

    static EventCondition where(EventCondition row, List<FieldTest> where) {
        return new EventCondition(row.types(), where, row.measure(), row.window(), row.comparison(), row.values());
    }

    static EventCondition measure(EventCondition row, Measure measure) {
        return new EventCondition(row.types(), row.where(), measure, row.window(), row.comparison(), row.values());
    }

    static EventCondition window(EventCondition row, Window window) {
        return new EventCondition(row.types(), row.where(), row.measure(), window, row.comparison(), row.values());
    }

    static EventCondition comparison(EventCondition row, Comparison comparison) {
        return new EventCondition(
                row.types(),
                row.where(),
                row.measure(),
                row.window(),
                comparison,
                RowEditors.fitting(comparison, row.values()));
    }

    static EventCondition values(EventCondition row, List<String> values) {
        return new EventCondition(row.types(), row.where(), row.measure(), row.window(), row.comparison(), values);
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
