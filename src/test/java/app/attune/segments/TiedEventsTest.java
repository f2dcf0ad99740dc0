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
import java.util.List;
import java.util.concurrent.CancellationException;
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
        builder.event("u1", NOON, "purchase", "tent", 9);
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
