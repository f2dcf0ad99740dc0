package app.attune.segments;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConditionSentenceTest {
    private static final Window WEEK = new Window.Last(7, Window.Unit.DAYS);

    @Test
    void countAndAttributeReadAsOneSentence() {
        Condition condition = new AllOf(List.of(
                new EventCondition(
                        List.of("view"),
                        List.of(new FieldTest("item.category", Comparison.IS, List.of("Tents"))),
                        new Measure.Count(),
                        WEEK,
                        Comparison.AT_LEAST,
                        List.of("3")),
                new AttributeCondition("country", Comparison.IS, List.of("Germany", "Austria"))));
        assertEquals(
                "Users with at least 3 view events on items whose category is Tents in the last 7 days,"
                        + " and whose country is Germany or Austria",
                ConditionSentence.byId().of(condition));
    }

    @Test
    void nestedGroupsStandInBrackets() {
        Condition paid = new AttributeCondition("plan", Comparison.IS, List.of("paid"));
        Condition old = new AttributeCondition("age", Comparison.MORE_THAN, List.of("60"));
        assertEquals(
                "Users (whose plan is paid, or whose age is more than 60), and not whose plan is missing",
                ConditionSentence.byId()
                        .of(new AllOf(List.of(
                                new AnyOf(List.of(paid, old)),
                                new NoneOf(
                                        List.of(new AttributeCondition("plan", Comparison.IS_MISSING, List.of())))))));
    }

    @Test
    void sumsAreGroupedAndDaysReadAsDays() {
        Condition spent = events(new Measure.Sum("value"), new Window.AllTime(), Comparison.AT_LEAST, "5000");
        Condition lapsed = events(new Measure.DaysSinceLast(), new Window.AllTime(), Comparison.MORE_THAN, "180");
        assertEquals(
                "Users with at least 5,000 in total value of purchase events,"
                        + " and whose last purchase event was more than 180 days ago",
                ConditionSentence.byId().of(new AllOf(List.of(spent, lapsed))));
    }

    @Test
    void atMostZeroReadsAsNone() {
        assertEquals(
                "Users with no purchase events in the last 7 days",
                ConditionSentence.byId().of(events(new Measure.Count(), WEEK, Comparison.AT_MOST, "0")));
    }

    @Test
    void emptyGroupsSayWhomTheyMean() {
        assertEquals("All users", ConditionSentence.byId().of(new AllOf(List.of())));
        assertEquals("No users", ConditionSentence.byId().of(new AnyOf(List.of())));
        assertEquals("All users", ConditionSentence.byId().of(new NoneOf(List.of())));
    }

    @Test
    void fixedAndEarlierWindowsSayTheirEdges() {
        Window fixed = new Window.Between(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z"));
        assertEquals(
                "Users with at least 1 purchase event from 2026-01-01 to before 2026-02-01",
                ConditionSentence.byId().of(events(new Measure.Count(), fixed, Comparison.AT_LEAST, "1")));
        assertEquals(
                "Users with at least 1 purchase event before 2026-02-01",
                ConditionSentence.byId()
                        .of(events(
                                new Measure.Count(),
                                new Window.Between(Instant.EPOCH, Instant.parse("2026-02-01T00:00:00Z")),
                                Comparison.AT_LEAST,
                                "1")));
        assertEquals(
                "Users with no purchase events more than 2 weeks ago",
                ConditionSentence.byId()
                        .of(events(
                                new Measure.Count(),
                                new Window.Earlier(2, Window.Unit.WEEKS),
                                Comparison.LESS_THAN,
                                "1")));
    }

    @Test
    void unknownValuesThatMatchAreSaid() {
        assertEquals(
                "Users whose plan is paid or is unknown, and whose last purchase event on items whose category is not"
                        + " Tents or is unknown was more than 90 days ago or is unknown",
                ConditionSentence.byId()
                        .of(new AllOf(List.of(
                                new AttributeCondition("plan", Comparison.IS, List.of("paid"), WhenMissing.YES),
                                new EventCondition(
                                        List.of("purchase"),
                                        List.of(new FieldTest(
                                                "item.category", Comparison.IS_NOT, List.of("Tents"), WhenMissing.YES)),
                                        List.of(),
                                        new Measure.DaysSinceLast(),
                                        new Window.AllTime(),
                                        Comparison.MORE_THAN,
                                        List.of("90"),
                                        WhenMissing.YES)))));
    }

    @Test
    void neighboursAreNamedBehindTheWindow() {
        EventCondition carts = new EventCondition(
                List.of("add_to_cart"), List.of(), new Measure.Count(), WEEK, Comparison.AT_LEAST, List.of("1"));
        Near bought =
                new Near(Near.Relation.NOT_FOLLOWED, EventKind.of("purchase"), new Within.Span(24, Window.Unit.HOURS));
        Near any = new Near(Near.Relation.PRECEDED, EventKind.of(), new Within.AnyTime());
        assertEquals(
                "Users with at least 1 add_to_cart event in the last 7 days not followed by a purchase event within 24"
                        + " hours and preceded by any event",
                ConditionSentence.byId().of(carts.with(List.of(bought, any))));
    }

    @Test
    void sequencesNameTheirStepsInOrder() {
        Measure steps = new Measure.Steps(
                List.of(EventKind.of("cart"), EventKind.of("purchase")),
                new Within.Span(30, Window.Unit.MINUTES),
                Measure.Counted.FROM_FIRST);
        assertEquals(
                "Users who got through at least 3 of 3 steps (purchase event, then cart event, then purchase event,"
                        + " all within 30 minutes) in the last 7 days",
                ConditionSentence.byId().of(events(steps, WEEK, Comparison.AT_LEAST, "3")));
    }

    @Test
    void numbersOfFieldsAndDaysAreNamed() {
        Window ever = new Window.AllTime();
        assertEquals(
                "Users whose average value of purchase events in the last 7 days is at least 20, and whose first"
                        + " purchase event was fewer than 30 days ago, and with purchase events on at least 3 different"
                        + " days",
                ConditionSentence.byId()
                        .of(new AllOf(List.of(
                                events(
                                        new Measure.OfField(Measure.Statistic.AVERAGE, "value"),
                                        WEEK,
                                        Comparison.AT_LEAST,
                                        "20"),
                                events(new Measure.DaysSinceFirst(), ever, Comparison.LESS_THAN, "30"),
                                events(new Measure.ActiveDays(), ever, Comparison.AT_LEAST, "3")))));
    }

    private static Condition events(Measure measure, Window window, Comparison comparison, String value) {
        return new EventCondition(List.of("purchase"), List.of(), measure, window, comparison, List.of(value));
    }

    @Test
    void mutedPartsOfARowAreLeftOutOrCounted() {
        Condition paid = new AttributeCondition("plan", Comparison.IS, List.of("paid"));
        Condition old = new AttributeCondition("age", Comparison.MORE_THAN, List.of("60"));
        Condition any = new AnyOf(List.of(paid, Marks.with(old, Mark.MUTED)));
        assertEquals("whose plan is paid", ConditionSentence.byId().row(any));
        assertEquals(
                "whose plan is paid (1 row is muted)", ConditionSentence.byId().part(any));
    }
}
