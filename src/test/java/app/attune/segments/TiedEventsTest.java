package app.attune.segments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.events.ColumnTable;
import app.attune.events.EventFrameBuilder;
import app.attune.profiles.Population;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/// Notes about events at one time: u1 bought twice and viewed at noon, all else is apart.
final class TiedEventsTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final String FOLLOWING = " at the same time; events at one time count as following each other.";

    private final Population shop = shop();
    private final SegmentService service =
            new SegmentService(new FakeSegmentStore(), progress -> shop, Clock.fixed(NOON, ZoneOffset.UTC));

    private static Population shop() {
        EventFrameBuilder builder = new EventFrameBuilder();
        builder.event("u0", NOON, "cart", "tent", Double.NaN);
        builder.event("u0", NOON.plusSeconds(60), "cart", "tent", Double.NaN);
        builder.event("u1", NOON, "view", "tent", Double.NaN);
        builder.event("u1", NOON, "purchase", "tent", 9, Map.of("invoice", "i1"));
        builder.event("u1", NOON, "purchase", "boots", 7);
        return Population.agreeing(builder.build(), ColumnTable.empty(2), "shop");
    }

    private static EventCondition row(String type, Measure measure) {
        boolean text = measure instanceof Measure.TextOf;
        return new EventCondition(
                List.of(type),
                List.of(),
                measure,
                new Window.AllTime(),
                text ? Comparison.IS : Comparison.AT_LEAST,
                List.of(text ? "tent" : "1"));
    }

    private static Measure.OfField value(Measure.Statistic statistic) {
        return new Measure.OfField(statistic, "value");
    }

    private static Measure.Steps then(String... types) {
        return new Measure.Steps(
                List.of(types).stream().map(EventKind::of).toList(), new Within.AnyTime(), Measure.Counted.FROM_FIRST);
    }

    private List<String> notes(Condition condition) {
        return service.findings(condition, Progress.none()).stream()
                .peek(finding -> assertFalse(finding.isError()))
                .map(ConditionFinding::problem)
                .map(Problem::message)
                .toList();
    }

    @Test
    void firstAndLastSayWhichOfTheEventsAtOneTimeCounts() {
        String several = "Some users have several purchase events at the same time; of these the ";
        assertEquals(
                List.of(several + "smallest value counts as the first."),
                notes(row("purchase", value(Measure.Statistic.FIRST))));
        assertEquals(
                List.of(several + "largest value counts as the last."),
                notes(row("purchase", value(Measure.Statistic.LAST))));
        assertEquals(
                List.of(several + "text that is last in order of letters counts as the last."),
                notes(row("purchase", new Measure.TextOf(Measure.TextEnd.LAST_TEXT, "item"))));
    }

    @Test
    void stepsAndNeighboursSayThatEventsAtOneTimeFollowEachOther() {
        assertEquals(
                List.of("Some users have view events and purchase events" + FOLLOWING),
                notes(row("view", then("purchase", "purchase"))));
        assertEquals(
                List.of("Some users have several purchase events" + FOLLOWING),
                notes(row("cart", then("purchase", "purchase"))));
        Near near = new Near(Near.Relation.NOT_PRECEDED, EventKind.of("purchase"), new Within.AnyTime());
        assertEquals(
                List.of("Some users have several purchase events" + FOLLOWING),
                notes(row("purchase", new Measure.Count()).with(List.of(near))));
    }

    @Test
    void nothingIsSaidWhereNoSuchEventsShareATimeOrTheOrderDoesNotMatter() {
        assertEquals(List.of(), notes(row("cart", value(Measure.Statistic.FIRST))));
        assertEquals(List.of(), notes(row("view", then("view"))));
        assertEquals(List.of(), notes(row("view", then("cart", "view"))));
        assertEquals(List.of(), notes(row("purchase", value(Measure.Statistic.LARGEST))));
        assertEquals(List.of(), notes(row("purchase", new Measure.Count())));
    }

    @Test
    void whatHappenedAtTheTimeOfTheLastIsSaidNotToBeAfterIt() {
        EventCondition views = row("view", new Measure.Count()).with(new Window.Since(EventKind.of("purchase")));
        assertEquals(
                List.of("Some users have view events and purchase events at the same time; events at the very time of"
                        + " the last one do not count as after it."),
                notes(views));
        assertEquals(List.of(), notes(views.with(new Window.Since(EventKind.of("cart")))));
        EventCondition self = row("purchase", new Measure.Count()).with(new Window.Since(EventKind.of("purchase")));
        assertEquals(List.of(), notes(self), "none is after the last of its own kind, whatever the times");
    }

    @Test
    void onlyEventsThatARowMeansAreLookedAt() {
        EventCondition last = row("purchase", value(Measure.Statistic.LAST));
        assertEquals(List.of(), notes(last.with(ofItem("tent"))), "one of the two purchases at noon");
        assertEquals(
                List.of("Some users have several purchase events whose item is tent or boots at the same time; of these"
                        + " the largest value counts as the last."),
                notes(last.with(ofItem("tent", "boots"))));
        EventKind large = new EventKind(
                List.of("purchase"), List.of(new FieldTest("value", Comparison.AT_LEAST, List.of("100"))));
        Near dear = new Near(Near.Relation.FOLLOWED, large, new Within.AnyTime());
        assertEquals(List.of(), notes(row("view", new Measure.Count()).with(List.of(dear))));
        Near tent = new Near(Near.Relation.FOLLOWED, ofItem("tent"), new Within.AnyTime());
        assertEquals(
                1, notes(row("view", new Measure.Count()).with(List.of(tent))).size());
    }

    private static EventKind ofItem(String... items) {
        return new EventKind(List.of("purchase"), List.of(new FieldTest("item", Comparison.IS, List.of(items))));
    }

    @Test
    void usersRankedByWhatTiesDecideAreNotedToo() {
        RankCondition.Ranked last = new RankCondition.Ranked.Events(
                EventKind.of("purchase"), List.of(), value(Measure.Statistic.LAST), new Window.AllTime());
        assertEquals(
                List.of("Some users have several purchase events at the same time; of these the largest value counts as"
                        + " the last."),
                notes(new RankCondition(RankCondition.Rank.TOP, 10, last)));
        RankCondition.Ranked largest = new RankCondition.Ranked.Events(
                EventKind.of("purchase"), List.of(), value(Measure.Statistic.LARGEST), new Window.AllTime());
        assertEquals(List.of(), notes(new RankCondition(RankCondition.Rank.TOP, 10, largest)));
    }

    @Test
    void remediesFitTheRow() {
        assertEquals(
                "Ask for the largest or average value, which need no order, or import times to the second if there are"
                        + " any.",
                remedy(row("purchase", value(Measure.Statistic.LAST))));
        assertEquals(
                "Take it that this one counts, or import times to the second if there are any.",
                remedy(row("purchase", new Measure.TextOf(Measure.TextEnd.LAST_TEXT, "item"))));
        assertEquals(
                "Use events of different types, or count different invoice values.",
                remedy(row("cart", then("purchase", "purchase"))));
    }

    private String remedy(Condition condition) {
        return service.findings(condition, Progress.none()).getFirst().problem().remedy();
    }

    /// The answer to another question that is known, while one is being looked for.
    @Test
    void whoeverAsksWhileAnotherIsAnsweredDoesNotWait() throws Exception {
        TiedEvents tied = new TiedEvents();
        Condition last = row("purchase", value(Measure.Statistic.LAST));
        Condition first = row("view", then("purchase"));
        tied.findings(last, shop.events(), Progress.none());
        List<Integer> found = new ArrayList<>();
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            tied.findings(first, shop.events(), new Progress() {
                @Override
                public void report(String stage, long done, long total) {}

                @Override
                public boolean isCancelled() {
                    found.add(answer(other, () -> tied.findings(last, shop.events(), Progress.none())));
                    return false;
                }
            });
        }
        assertEquals(List.of(1), found);
    }

    private static int answer(ExecutorService other, Callable<List<ConditionFinding>> question) {
        try {
            return other.submit(question).get(10, TimeUnit.SECONDS).size();
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("It waits", e);
        }
    }

    @Test
    void theNoteIsAtItsRow() {
        Condition last = row("purchase", value(Measure.Statistic.LAST));
        Condition inside = new AllOf(List.of(row("cart", new Measure.Count()), new NoneOf(List.of(last))));
        assertEquals(
                List.of(List.of(1, 0)),
                service.findings(inside, Progress.none()).stream()
                        .map(ConditionFinding::path)
                        .toList());
    }

    @Test
    void theSameQuestionIsLookedUpOnce() {
        TiedEvents tied = new TiedEvents();
        Condition last = row("purchase", value(Measure.Statistic.LAST));
        assertThrows(CancellationException.class, () -> tied.findings(last, shop.events(), cancelled()));
        List<ConditionFinding> found = tied.findings(last, shop.events(), Progress.none());
        assertEquals(found, tied.findings(last, shop.events(), cancelled()));
    }

    private static Progress cancelled() {
        return new Progress() {
            @Override
            public void report(String stage, long done, long total) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
    }
}
