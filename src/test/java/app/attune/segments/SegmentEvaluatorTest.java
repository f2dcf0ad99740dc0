package app.attune.segments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.events.ColumnTable;
import app.attune.events.DateColumn;
import app.attune.events.EventFrame;
import app.attune.events.EventFrameBuilder;
import app.attune.profiles.Population;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

final class SegmentEvaluatorTest {
    private static final Instant AS_OF = Instant.parse("2026-06-08T00:00:00Z");
    private static final Window WEEK = new Window.Last(7, Window.Unit.DAYS);

    private final Population shop = shop();
    private final SegmentEvaluator evaluator = new SegmentEvaluator();

    private static Population shop() {
        EventFrameBuilder builder = new EventFrameBuilder()
                .item("tent", Map.of("category", "Tents"))
                .item("rope", Map.of("category", "Climbing"));
        builder.event("ann", AS_OF.minusSeconds(7 * 86_400), "view", "tent", Double.NaN)
                .event("ann", AS_OF.minusMillis(1), "purchase", "tent", 0.1)
                .event("ann", AS_OF.minusSeconds(60), "purchase", "rope", 0.2)
                .event("bob", AS_OF.minusSeconds(7 * 86_400).minusMillis(1), "view", "tent", Double.NaN)
                .event("bob", AS_OF, "purchase", "tent", 99);
        builder.user("cy");
        EventFrame frame = builder.build();
        List<Map<String, String>> rows =
                List.of(Map.of("country", "Germany", "age", "34"), Map.of("country", "Austria"), Map.of("age", "34.0"));
        return Population.agreeing(
                frame, new ColumnTable(3, EventFrameBuilder.columnsOf(new ArrayList<>(rows))), "shop");
    }

    private List<Integer> members(Condition condition) {
        List<Integer> members = new ArrayList<>();
        evaluator.members(condition, shop, AS_OF, Progress.none()).forEach((int userIdx) -> members.add(userIdx));
        return members;
    }

    private static EventCondition count(String type, Window window, Comparison comparison, String value) {
        return new EventCondition(List.of(type), List.of(), new Measure.Count(), window, comparison, List.of(value));
    }

    private static AttributeCondition attribute(String name, Comparison comparison, String... values) {
        return new AttributeCondition(name, comparison, List.of(values));
    }

    @Test
    void windowIncludesItsStartAndNotTheAsOfTime() {
        assertEquals(List.of(0), members(count("view", WEEK, Comparison.AT_LEAST, "1")));
        assertEquals(List.of(0), members(count("purchase", WEEK, Comparison.AT_LEAST, "1")));
    }

    @Test
    void manyUsersAtOnceAreMeasuredAsEachAlone() {
        SplittableRandom random = new SplittableRandom(1);
        EventFrameBuilder builder = new EventFrameBuilder();
        for (int i = 0; i < 400; i++) {
            String type = random.nextInt(4) == 0 ? "purchase" : "view";
            Instant time = AS_OF.minusSeconds(1 + random.nextInt(9 * 86_400));
            builder.event("u" + random.nextInt(150), time, type, "", random.nextInt(100));
        }
        EventFrame frame = builder.build();
        Population many = Population.agreeing(frame, ColumnTable.empty(frame.userCount()), "many");
        for (Measure measure : List.of(new Measure.Count(), new Measure.DaysSinceLast(), new Measure.Sum("value"))) {
            for (String value : List.of("0", "1", "2", "4", "90")) {
                Condition row = new EventCondition(
                        List.of("purchase"),
                        List.of(),
                        measure,
                        new Window.AllTime(),
                        Comparison.AT_MOST,
                        List.of(value));
                RoaringBitmap members = evaluator.members(row, many, AS_OF, Progress.none());
                for (int userIdx = 0; userIdx < many.size(); userIdx++) {
                    boolean alone = evaluator.matches(row, many, AS_OF, userIdx);
                    assertEquals(alone, members.contains(userIdx), measure + " at most " + value);
                }
            }
        }
    }

    @Test
    void sumOfDecimalsIsTheDecimalSum() {
        assertEquals(
                List.of(0),
                members(new EventCondition(
                        List.of(),
                        List.of(),
                        new Measure.Sum("value"),
                        new Window.AllTime(),
                        Comparison.IS,
                        List.of("0.3"))));
    }

    @Test
    void missingValueMatchesOnlyItsOwnQuestionAndNegation() {
        assertEquals(List.of(0), members(attribute("country", Comparison.IS_NOT, "Austria")));
        assertEquals(List.of(2), members(attribute("country", Comparison.IS_MISSING)));
        assertEquals(List.of(0, 2), members(new NoneOf(List.of(attribute("country", Comparison.IS, "Austria")))));
    }

    @Test
    void numbersCompareAsNumbersWhateverTheirSpelling() {
        assertEquals(List.of(0, 2), members(attribute("age", Comparison.IS, "34.00")));
    }

    @Test
    void daysSinceLastIsMissingWithoutEvents() {
        EventCondition never = new EventCondition(
                List.of("purchase"),
                List.of(),
                new Measure.DaysSinceLast(),
                new Window.AllTime(),
                Comparison.IS_MISSING,
                List.of());
        assertEquals(List.of(1, 2), members(never));
    }

    @Test
    void unknownNamesAreMissingAndWarnedAbout() {
        Condition unknown = new AllOf(List.of(attribute("planet", Comparison.IS_MISSING)));
        assertEquals(List.of(0, 1, 2), members(unknown));
        ConditionFinding finding = ConditionCheck.findings(unknown, shop).getFirst();
        assertEquals("segments.unknown-attribute", finding.problem().code());
        assertEquals(List.of(0), finding.path());
        assertEquals(ConditionFinding.Severity.WARNING, finding.severity());
    }

    @Test
    void errorsNameTheRow() {
        Condition wrong = new AllOf(List.of(
                attribute("country", Comparison.IS_PRESENT),
                new AnyOf(List.of(attribute("age", Comparison.AT_LEAST, "old")))));
        ProblemException refused = assertThrows(ProblemException.class, () -> members(wrong));
        assertEquals("segments.not-a-number", refused.problem().code());
        assertTrue(
                refused.problem().message().startsWith("Row 2.1: "),
                refused.problem().message());
    }

    @Test
    void textCannotBeComparedByOrderNorAdded() {
        assertEquals("segments.wrong-comparison", codeOf(attribute("country", Comparison.AT_LEAST, "B")));
        assertEquals("segments.wrong-values", codeOf(attribute("age", Comparison.BETWEEN, "1")));
        assertEquals(
                "segments.not-addable",
                codeOf(new EventCondition(
                        List.of(), List.of(), new Measure.Sum("item"), WEEK, Comparison.IS, List.of("1"))));
        Measure text = new Measure.TextOf(Measure.TextEnd.LAST_TEXT, "value");
        EventCondition row = new EventCondition(List.of(), List.of(), text, WEEK, Comparison.IS, List.of("1"));
        assertEquals("segments.not-text", codeOf(row));
        Measure item = new Measure.TextOf(Measure.TextEnd.LAST_TEXT, "item");
        assertEquals("segments.wrong-comparison", codeOf(row.with(item).with(Comparison.AT_LEAST, List.of("1"))));
        assertEquals(
                "segments.not-rankable",
                codeOf(new RankCondition(
                        RankCondition.Rank.TOP,
                        10,
                        new RankCondition.Ranked.Events(row.events(), List.of(), item, WEEK))));
    }

    @Test
    void aListWithoutUsersIsPointedOut() {
        ConditionFinding finding = ConditionCheck.findings(
                        new UserListCondition(UserListCondition.Listed.IS, List.of()), shop)
                .getFirst();
        assertFalse(finding.isError());
        assertEquals("No user is listed.", finding.problem().message());
        assertEquals("Paste ids, one a line.", finding.problem().remedy());
    }

    private String codeOf(Condition condition) {
        return ConditionCheck.findings(condition, shop).getFirst().problem().code();
    }

    @Test
    void knownPartsAreNotComputedAgain() {
        Condition views = count("view", WEEK, Comparison.AT_LEAST, "1");
        var first = evaluator.members(views, shop, AS_OF, Progress.none());
        evaluator.members(new NoneOf(List.of(views)), shop, AS_OF, Progress.none());
        assertSame(first, evaluator.members(views, shop, AS_OF, Progress.none()));
    }

    @Test
    void cancelledQuestionGivesNoAnswer() {
        Progress cancelled = new Progress() {
            @Override
            public void report(String stage, long done, long total) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThrows(
                CancellationException.class,
                () -> evaluator.members(count("view", WEEK, Comparison.AT_LEAST, "1"), shop, AS_OF, cancelled));
    }

    @Test
    void explanationSaysWhatWasFoundAndWhatWasNeeded() {
        Condition condition = new AllOf(
                List.of(count("view", WEEK, Comparison.AT_LEAST, "3"), attribute("country", Comparison.IS, "Germany")));
        Explanation why = Explanation.of(condition, shop, AS_OF, 0);
        assertEquals(
                "view events in the last 7 days = 1, needs at least 3",
                why.parts().getFirst().text());
        assertEquals(List.of(why.parts().getFirst()), why.decisive());
        assertEquals("all of: 1 of 2 match", why.text());
    }

    @Test
    void explanationBelowNoneOfSaysWhatMustNotBe() {
        Condition views = count("view", WEEK, Comparison.AT_LEAST, "1");
        Explanation out = Explanation.of(new NoneOf(List.of(views)), shop, AS_OF, 0);
        assertFalse(out.matched());
        assertEquals(
                "view events in the last 7 days = 1, must not be at least 1",
                out.decisive().getFirst().text());
        Explanation twice = Explanation.of(new NoneOf(List.of(new NoneOf(List.of(views)))), shop, AS_OF, 0);
        assertEquals(
                "view events in the last 7 days = 1, needs at least 1",
                twice.decisive().getFirst().text());
        Explanation unknown =
                Explanation.of(new NoneOf(List.of(attribute("country", Comparison.IS_MISSING))), shop, AS_OF, 2);
        assertEquals(
                "country = -, must have a value", unknown.decisive().getFirst().text());
    }

    @Test
    void explainedLinesSayWhatEachRowMeansForTheWhole() {
        Condition views = count("view", WEEK, Comparison.AT_LEAST, "1");
        Condition refunds = count("refund", WEEK, Comparison.AT_LEAST, "1");
        Condition in = new AllOf(List.of(new AnyOf(List.of(views, refunds)), new NoneOf(List.of(refunds))));
        assertEquals(
                List.of(
                        "0 HOLDS ANY of: 1 of 2 match",
                        "1 HOLDS *",
                        "1 NOT_NEEDED",
                        "0 HOLDS NONE of: 0 of 1 match",
                        "1 RIGHTLY_NOT *"),
                lines(in));
        Condition out = new AllOf(List.of(new NoneOf(List.of(views, refunds)), views, refunds));
        assertEquals(
                List.of("0 FAILS NONE of: 1 of 2 match", "1 WRONGLY_HOLDS *", "1 RIGHTLY_NOT", "0 HOLDS", "0 FAILS *"),
                lines(out));
        assertEquals(List.of("0 FAILS ANY of: 0 of 1 match", "1 FAILS *"), lines(new AnyOf(List.of(refunds))));
    }

    private List<String> lines(Condition condition) {
        return ExplainedLine.of(Explanation.of(condition, shop, AS_OF, 0)).stream()
                .map(line -> line.depth() + " " + line.mark()
                        + (line.part().isRow()
                                ? line.decides() ? " *" : ""
                                : " " + line.part().heading()))
                .toList();
    }

    @Test
    void explanationOfDaysSinceWithoutAnyEventSaysThatThereIsNone() {
        Condition lapsed = new EventCondition(
                List.of("refund"),
                List.of(),
                new Measure.DaysSinceLast(),
                new Window.AllTime(),
                Comparison.MORE_THAN,
                List.of("90"));
        assertEquals(
                "has no refund event; needs more than 90 days since the last one",
                Explanation.of(lapsed, shop, AS_OF, 0).text());
    }

    @Test
    void explanationShowsMidnightAsItsDay() {
        long midnight = Instant.parse("2025-10-11T00:00:00Z").toEpochMilli();
        DateColumn since = new DateColumn("since", new long[] {midnight, midnight + 1_000, DateColumn.MISSING});
        Population dated = Population.agreeing(shop.events(), new ColumnTable(3, List.of(since)), "dated");
        Condition condition = attribute("since", Comparison.AT_LEAST, "2025-11-01");
        assertEquals(
                List.of(
                        "since = 2025-10-11, needs at least 2025-11-01",
                        "since = 2025-10-11T00:00:01Z, needs at least 2025-11-01",
                        "since = -, needs at least 2025-11-01"),
                List.of(0, 1, 2).stream()
                        .map(userIdx ->
                                Explanation.of(condition, dated, AS_OF, userIdx).text())
                        .toList());
    }

    @Test
    void brokenRowHasNoCountAndItsSiblingsDo() {
        Condition condition = new AllOf(
                List.of(attribute("country", Comparison.IS, "Germany"), attribute("age", Comparison.AT_LEAST, "")));
        ConditionCounts counts =
                ConditionCounts.of(evaluator, condition, new ConditionCounts.At(shop, AS_OF), Progress.none());
        assertEquals(1, counts.at(List.of(0)).orElse(-1));
        assertTrue(counts.at(List.of(1)).isEmpty());
        assertTrue(counts.total().isEmpty());
    }

    @Test
    void rankingCanBeCancelled() {
        Population people = new RandomPopulations(new SplittableRandom(3)).next();
        RankCondition rank =
                new RankCondition(RankCondition.Rank.TOP, 10, new RankCondition.Ranked.Attribute("number0"));
        Progress cancelled = new Progress() {
            @Override
            public void report(String stage, long done, long total) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThrows(
                CancellationException.class,
                () -> PersonTest.of(
                        rank, people.firstKnown(new long[people.size()]), RandomPopulations.AS_OF, cancelled));
    }
}
