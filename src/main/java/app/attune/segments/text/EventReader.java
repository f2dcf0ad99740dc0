package app.attune.segments.text;

import app.attune.segments.EventKind;
import app.attune.segments.FieldTest;
import app.attune.segments.Measure;
import app.attune.segments.Near;
import app.attune.segments.RankCondition;
import app.attune.segments.Window;
import app.attune.segments.Within;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads what is measured of events.
final class EventReader {
    private final TextCursor row;
    private final TestReader tests;
    private final WindowReader windows;

    EventReader(TextCursor row, TestReader tests) {
        this.row = row;
        this.tests = tests;
        windows = new WindowReader(row);
    }

    /// What is measured, without what it is compared with; empty where no measure comes next.
    Optional<RankCondition.Ranked.Events> measured() {
        boolean steps = row.takes("steps of");
        Optional<Measure> simple = steps ? Optional.of(new Measure.Count()) : measure();
        if (simple.isEmpty()) {
            return Optional.empty();
        }
        EventKind kind = kind();
        List<Near> near = near();
        Measure measure = steps ? steps() : simple.get();
        Window window = row.takes("since last") ? new Window.Since(kind()) : windows.window();
        return Optional.of(new RankCondition.Ranked.Events(kind, near, measure, window));
    }

    private Optional<Measure> measure() {
        if (row.takes("count of")) {
            return Optional.of(new Measure.Count());
        }
        if (row.takes("days since last")) {
            return Optional.of(new Measure.DaysSinceLast());
        }
        if (row.takes("days since first")) {
            return Optional.of(new Measure.DaysSinceFirst());
        }
        if (row.takes("days with")) {
            return Optional.of(new Measure.ActiveDays());
        }
        if (row.takes("sum of")) {
            return Optional.of(new Measure.Sum(field()));
        }
        if (row.takes("different")) {
            return Optional.of(new Measure.CountDistinct(field()));
        }
        return ofField();
    }

    private Optional<Measure> ofField() {
        for (Measure.TextEnd end : Measure.TextEnd.values()) {
            if (row.takes(TextWords.of(end))) {
                return Optional.of(new Measure.TextOf(end, field()));
            }
        }
        for (Measure.SessionNumber number : Measure.SessionNumber.values()) {
            if (row.takes(TextWords.of(number))) {
                return Optional.of(new Measure.OfSessions(number));
            }
        }
        if (row.takes(TextWords.MOST_OF_ITEM)) {
            return Optional.of(new Measure.MostOfOneItem());
        }
        if (row.takes(TextWords.ITEM_WITH_MOST)) {
            return Optional.of(new Measure.ItemWithMost());
        }
        return Arrays.stream(Measure.Statistic.values())
                .filter(statistic -> row.takes(TextWords.of(statistic)))
                .findFirst()
                .map(this::ofField);
    }

    /// The "of" before the field may be written or not.
    private Measure ofField(Measure.Statistic statistic) {
        row.takes("of");
        return new Measure.OfField(statistic, field());
    }

    /// A field and the "of" after it.
    private String field() {
        String field = row.name("a field of the events");
        row.needs("of");
        return field;
    }

    private EventKind kind() {
        List<String> types = new ArrayList<>();
        if (!row.takes("any event")) {
            types.add(row.name("a type of events or \"any event\""));
            while (row.takes("or")) {
                types.add(row.name("a type of events"));
            }
        }
        List<FieldTest> where = new ArrayList<>();
        boolean more = row.takes("where");
        while (more) {
            String field = row.name("a field of the events");
            TestReader.Test test = tests.test();
            where.add(new FieldTest(field, test.comparison(), test.values(), test.missing()));
            more = row.takes("and");
        }
        return new EventKind(types, where);
    }

    private List<Near> near() {
        List<Near> near = new ArrayList<>();
        for (Optional<Near.Relation> next = relation(); next.isPresent(); next = relation()) {
            EventKind kind = kind();
            Within within = row.takes("within") ? windows.span() : new Within.AnyTime();
            near.add(new Near(next.get(), kind, within));
        }
        return near;
    }

    private Optional<Near.Relation> relation() {
        return Arrays.stream(Near.Relation.values())
                .filter(relation -> row.takes(TextWords.of(relation)))
                .findFirst();
    }

    private Measure.Steps steps() {
        List<EventKind> next = new ArrayList<>();
        while (row.takes("then")) {
            next.add(kind());
        }
        if (row.takes("each at any time")) {
            return new Measure.Steps(next, new Within.AnyTime(), Measure.Counted.FROM_PREVIOUS);
        }
        if (row.takes("each within")) {
            return new Measure.Steps(next, windows.span(), Measure.Counted.FROM_PREVIOUS);
        }
        return new Measure.Steps(
                next, row.takes("in all within") ? windows.span() : new Within.AnyTime(), Measure.Counted.FROM_FIRST);
    }
}
