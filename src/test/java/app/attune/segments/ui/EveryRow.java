package app.attune.segments.ui;

import app.attune.segments.AttributeCondition;
import app.attune.segments.BucketCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.ConsentCondition;
import app.attune.segments.EventCondition;
import app.attune.segments.EventKind;
import app.attune.segments.FieldTest;
import app.attune.segments.Measure;
import app.attune.segments.Near;
import app.attune.segments.RankCondition;
import app.attune.segments.SegmentCondition;
import app.attune.segments.SegmentId;
import app.attune.segments.UserListCondition;
import app.attune.segments.WhenMissing;
import app.attune.segments.Window;
import app.attune.segments.Within;
import java.util.List;

/// A row of every kind there is.
final class EveryRow {
    private static final FieldTest TENTS =
            new FieldTest("item.category", Comparison.IS, List.of("Tents"), WhenMissing.YES);
    private static final Near FOLLOWED = new Near(
            Near.Relation.FOLLOWED,
            new EventKind(List.of("purchase"), List.of(TENTS)),
            new Within.Span(1, Window.Unit.DAYS));
    private static final Near NEVER_BEFORE =
            new Near(Near.Relation.NOT_PRECEDED, EventKind.of("purchase"), new Within.AnyTime());

    private EveryRow() {}

    static List<Condition> of(SegmentId other) {
        return List.of(
                events(new Measure.Count(), "1").with(List.of(FOLLOWED, NEVER_BEFORE)),
                events(new Measure.OfField(Measure.Statistic.AVERAGE, "value"), "120")
                        .with(WhenMissing.YES),
                events(new Measure.DaysSinceFirst(), "3"),
                events(new Measure.ActiveDays(), "1"),
                steps(),
                new SegmentCondition(other),
                new ConsentCondition("personalisation", ConsentCondition.Consented.GRANTED),
                new BucketCondition("holdout", 0, 90),
                new UserListCondition(UserListCondition.Listed.IS_NOT, List.of("u1", "u3", "nobody")),
                new RankCondition(RankCondition.Rank.TOP, 80, RankEditor.ranked(events(new Measure.Sum("value"), "1"))),
                new RankCondition(RankCondition.Rank.BOTTOM, 95, new RankCondition.Ranked.Attribute("age")),
                new AttributeCondition("country", Comparison.IS, List.of("Austria", "Germany"), WhenMissing.YES),
                new EventCondition(
                        List.of("view"),
                        List.of(),
                        new Measure.TextOf(Measure.TextEnd.LAST_TEXT, "item.category"),
                        new Window.AllTime(),
                        Comparison.IS,
                        List.of("Tents")),
                events(new Measure.OfSessions(Measure.SessionNumber.LONGEST_SESSION), "20")
                        .with(WhenMissing.YES)
                        .with(new Window.Since(new EventKind(List.of("purchase"), List.of(TENTS)))),
                events(new Measure.MostOfOneItem(), "1"),
                new EventCondition(
                        List.of("view"),
                        List.of(),
                        new Measure.ItemWithMost(),
                        new Window.AllTime(),
                        Comparison.IS,
                        List.of("tent")));
    }

    private static EventCondition events(Measure measure, String atLeast) {
        return new EventCondition(
                List.of("view"), List.of(TENTS), measure, new Window.AllTime(), Comparison.AT_LEAST, List.of(atLeast));
    }

    private static EventCondition steps() {
        Measure steps = new Measure.Steps(
                List.of(EventKind.of("view"), EventKind.of("purchase")),
                new Within.Span(2, Window.Unit.HOURS),
                Measure.Counted.FROM_PREVIOUS);
        return events(steps, "3").with(new Window.Last(60, Window.Unit.DAYS));
    }
}
