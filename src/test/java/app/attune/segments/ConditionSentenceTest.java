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
                ConditionSentence.of(condition));
    }

    @Test
    void nestedGroupsStandInBrackets() {
        Condition paid = new AttributeCondition("plan", Comparison.IS, List.of("paid"));
        Condition old = new AttributeCondition("age", Comparison.MORE_THAN, List.of("60"));
        assertEquals(
                "Users (whose plan is paid, or whose age is more than 60), and not whose plan is missing",
                ConditionSentence.of(new AllOf(List.of(
                        new AnyOf(List.of(paid, old)),
                        new NoneOf(List.of(new AttributeCondition("plan", Comparison.IS_MISSING, List.of())))))));
    }

    @Test
    void sumsAreGroupedAndDaysReadAsDays() {
        Condition spent = events(new Measure.Sum("value"), new Window.AllTime(), Comparison.AT_LEAST, "5000");
        Condition lapsed = events(new Measure.DaysSinceLast(), new Window.AllTime(), Comparison.MORE_THAN, "180");
        assertEquals(
                "Users with at least 5,000 in total value of purchase events,"
                        + " and whose last purchase event was more than 180 days ago",
                ConditionSentence.of(new AllOf(List.of(spent, lapsed))));
    }

    @Test
    void atMostZeroReadsAsNone() {
        assertEquals(
                "Users with no purchase events in the last 7 days",
                ConditionSentence.of(events(new Measure.Count(), WEEK, Comparison.AT_MOST, "0")));
    }

    @Test
    void emptyGroupsSayWhomTheyMean() {
        assertEquals("All users", ConditionSentence.of(new AllOf(List.of())));
        assertEquals("No users", ConditionSentence.of(new AnyOf(List.of())));
        assertEquals("All users", ConditionSentence.of(new NoneOf(List.of())));
    }

    @Test
    void fixedAndEarlierWindowsSayTheirEdges() {
        Window fixed = new Window.Between(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z"));
        assertEquals(
                "Users with at least 1 purchase event from 2026-01-01 to before 2026-02-01",
                ConditionSentence.of(events(new Measure.Count(), fixed, Comparison.AT_LEAST, "1")));
        assertEquals(
                "Users with at least 1 purchase event before 2026-02-01",
                ConditionSentence.of(events(
                        new Measure.Count(),
                        new Window.Between(Instant.EPOCH, Instant.parse("2026-02-01T00:00:00Z")),
                        Comparison.AT_LEAST,
                        "1")));
        assertEquals(
                "Users with no purchase events more than 2 weeks ago",
                ConditionSentence.of(events(
                        new Measure.Count(), new Window.Earlier(2, Window.Unit.WEEKS), Comparison.LESS_THAN, "1")));
    }

    private static Condition events(Measure measure, Window window, Comparison comparison, String value) {
        return new EventCondition(List.of("purchase"), List.of(), measure, window, comparison, List.of(value));
    }
}
