package app.attune.segments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.core.Seeds;
import app.attune.events.EventFrame;
import app.attune.events.EventFrameBuilder;
import app.attune.events.sessions.SessionRules;
import app.attune.events.sessions.Sessions;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Neighbours and sequences, by hand and against looking at every way there is.
final class SequenceTest {
    private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant AS_OF = Instant.parse("2026-06-08T00:00:00Z");
    private static final int MINUTE = 60;

    /// Events of one user as "minute type", in order of arrival.
    private static EventFrame events(String... events) {
        EventFrameBuilder builder = new EventFrameBuilder();
        builder.user("ann");
        for (String event : events) {
            String[] words = event.split(" ", -1);
            builder.event(
                    "ann", START.plusSeconds(Integer.parseInt(words[0]) * (long) MINUTE), words[1], "", Double.NaN);
        }
        return builder.build();
    }

    private static double measured(EventFrame frame, EventCondition row) {
        return new EventMeter(frame, row, AS_OF).of(0);
    }

    private static EventCondition row(Measure measure, Near... near) {
        return new EventCondition(
                List.of("cart"),
                List.of(),
                List.of(near),
                measure,
                new Window.AllTime(),
                Comparison.AT_LEAST,
                List.of("1"),
                WhenMissing.NO);
    }

    private static Near near(Near.Relation relation, String type) {
        return new Near(relation, EventKind.of(type), minutes(30));
    }

    private static Within minutes(int amount) {
        return new Within.Span(amount, Window.Unit.MINUTES);
    }

    private static double counted(EventFrame frame, Near... near) {
        return measured(frame, row(new Measure.Count(), near));
    }

    private static double steps(EventFrame frame, Measure.Counted counted, String... next) {
        List<EventKind> kinds =
                List.of(next).stream().map(type -> EventKind.of(type)).toList();
        return measured(frame, row(new Measure.Steps(kinds, minutes(30), counted)));
    }

    @Test
    void aWindowBeginsAfterTheTimeOfTheLastEventOfItsKind() {
        String asOf = Integer.toString(7 * 24 * 60);
        EventFrame frame = events(
                "0 cart",
                "10 buy",
                "10 cart",
                "20 buy",
                "20 cart",
                "21 cart",
                "30 cart",
                asOf + " buy",
                asOf + " cart");
        EventCondition carts = row(new Measure.Count());
        assertEquals(
                2, measured(frame, carts.with(new Window.Since(EventKind.of("buy")))), "one at its time is not after");
        assertEquals(0, measured(frame, carts.with(new Window.Since(EventKind.of("cart")))));
        assertEquals(0, measured(frame, carts.with(new Window.Since(EventKind.of("none")))));
    }

    @Test
    void sessionsAreMeasuredByTheEventsThatAreMeant() {
        EventFrame bare = events("0 view", "5 cart", "25 cart", "100 cart", "130 cart", "160 cart", "500 view");
        EventFrame frame = bare.with(
                Sessions.of(bare, SessionRules.DEFAULT, Progress.none()).numbers(), "with sessions");
        assertEquals(2, sessions(frame, Measure.SessionNumber.SESSIONS));
        assertEquals(60, sessions(frame, Measure.SessionNumber.LONGEST_SESSION));
        assertEquals(3, sessions(frame, Measure.SessionNumber.MOST_EVENTS));
        assertEquals(0, sessions(bare, Measure.SessionNumber.SESSIONS), "numbers are not known");
        assertEquals(Double.NaN, sessions(bare, Measure.SessionNumber.LONGEST_SESSION));
        assertEquals(0, sessions(bare, Measure.SessionNumber.MOST_EVENTS));
    }

    @Test
    void theLastTextIsThatOfTheLastEventThatHasOneAndOfSeveralTheLast() {
        EventFrameBuilder builder = new EventFrameBuilder();
        builder.user("ann");
        EventFrame frame = builder.event("ann", START, "cart", "b", 1)
                .event("ann", START, "cart", "a", 1)
                .event("ann", START.plusSeconds(1), "cart", "a", 1)
                .event("ann", START.plusSeconds(1), "cart", "c", 1)
                .event("ann", START.plusSeconds(2), "cart", "", 1)
                .build();
        assertEquals("a", text(frame, Measure.TextEnd.FIRST_TEXT));
        assertEquals("c", text(frame, Measure.TextEnd.LAST_TEXT));
        assertEquals("-", text(events("0 cart"), Measure.TextEnd.LAST_TEXT));
    }

    @Test
    void theItemWithTheMostEventsIsOfSeveralTheNewestAndThenTheFirst() {
        EventFrameBuilder builder = new EventFrameBuilder();
        builder.user("ann");
        EventFrame tie = builder.event("ann", START, "cart", "b", 1)
                .event("ann", START.plusSeconds(1), "cart", "a", 1)
                .event("ann", START.plusSeconds(2), "cart", "b", 1)
                .event("ann", START.plusSeconds(2), "cart", "a", 1)
                .event("ann", START.plusSeconds(3), "cart", "", 1)
                .event("ann", START.plusSeconds(4), "cart", "", 1)
                .event("ann", START.plusSeconds(5), "cart", "", 1)
                .build();
        EventFrame newer = builder.event("ann", START.plusSeconds(6), "cart", "c", 1)
                .event("ann", START.plusSeconds(7), "cart", "c", 1)
                .build();
        EventFrame more =
                builder.event("ann", START.minusSeconds(6), "cart", "b", 1).build();
        assertEquals(2, measured(tie, row(new Measure.MostOfOneItem())), "events without an item are none of one");
        assertEquals("a", item(tie));
        assertEquals("c", item(newer));
        assertEquals(3, measured(more, row(new Measure.MostOfOneItem())));
        assertEquals("b", item(more));
        assertEquals("-", item(events("0 view")));
        assertEquals(0, measured(events("0 view"), row(new Measure.MostOfOneItem())));
    }

    private static String item(EventFrame frame) {
        EventCondition row = row(new Measure.ItemWithMost());
        return TextMeter.shown(frame, row, measured(frame, row));
    }

    private static String text(EventFrame frame, Measure.TextEnd end) {
        EventCondition row = row(new Measure.TextOf(end, "item"));
        return TextMeter.shown(frame, row, measured(frame, row));
    }

    private static double sessions(EventFrame frame, Measure.SessionNumber number) {
        return measured(frame, row(new Measure.OfSessions(number)));
    }

    @Test
    void aNeighbourCountsUpToTheEndOfItsTimeAndNotAfter() {
        assertEquals(1, counted(events("0 cart", "30 buy"), near(Near.Relation.FOLLOWED, "buy")));
        assertEquals(0, counted(events("0 cart", "31 buy"), near(Near.Relation.FOLLOWED, "buy")));
        assertEquals(1, counted(events("0 cart", "31 buy"), near(Near.Relation.NOT_FOLLOWED, "buy")));
        assertEquals(1, counted(events("0 buy", "30 cart"), near(Near.Relation.PRECEDED, "buy")));
        assertEquals(0, counted(events("0 cart", "30 buy"), near(Near.Relation.PRECEDED, "buy")));
        assertEquals(1, counted(events("0 buy", "31 cart"), near(Near.Relation.NOT_PRECEDED, "buy")));
    }

    @Test
    void anEventIsNotItsOwnNeighbourButOneAtTheSameTimeIs() {
        assertEquals(0, counted(events("0 cart"), near(Near.Relation.FOLLOWED, "cart")));
        assertEquals(2, counted(events("0 cart", "0 cart"), near(Near.Relation.FOLLOWED, "cart")));
        assertEquals(2, counted(events("0 cart", "0 cart"), near(Near.Relation.PRECEDED, "cart")));
        assertEquals(1, counted(events("0 buy", "0 cart"), near(Near.Relation.FOLLOWED, "buy")));
        assertEquals(1, counted(events("0 cart", "9 cart"), near(Near.Relation.NOT_FOLLOWED, "cart")));
    }

    @Test
    void nothingAtOrAfterTheAsOfTimeIsANeighbourOrAStep() {
        int last = 7 * 24 * 60;
        EventFrame frame = events((last - 1) + " cart", last + " buy");
        assertEquals(1, counted(frame, near(Near.Relation.NOT_FOLLOWED, "buy")));
        assertEquals(1, steps(frame, Measure.Counted.FROM_FIRST, "buy"));
    }

    @Test
    void neighboursMayLieOutsideTheWindow() {
        EventFrame frame = events("0 view", "10 cart", "20 buy");
        Window tenToEleven = new Window.Between(START.plusSeconds(10L * MINUTE), START.plusSeconds(11L * MINUTE));
        Near[] both = {near(Near.Relation.PRECEDED, "view"), near(Near.Relation.FOLLOWED, "buy")};
        assertEquals(1, measured(frame, row(new Measure.Count(), both).with(tenToEleven)));
    }

    @Test
    void theTimeIsCountedFromTheFirstStepOrFromTheOneBefore() {
        EventFrame frame = events("0 cart", "20 pay", "40 buy");
        assertEquals(2, steps(frame, Measure.Counted.FROM_FIRST, "pay", "buy"));
        assertEquals(3, steps(frame, Measure.Counted.FROM_PREVIOUS, "pay", "buy"));
    }

    @Test
    void aLaterStartOrALaterMiddleIsTakenWhereOnlyThatLeadsOn() {
        assertEquals(
                3, steps(events("0 cart", "20 cart", "25 pay", "45 buy"), Measure.Counted.FROM_FIRST, "pay", "buy"));
        assertEquals(
                3, steps(events("0 cart", "1 pay", "29 pay", "45 buy"), Measure.Counted.FROM_PREVIOUS, "pay", "buy"));
    }

    @Test
    void aTimeThatNoNumberHoldsIsNoLimit() {
        Within ages = new Within.Span(Integer.MAX_VALUE, Window.Unit.WEEKS);
        List<EventKind> next = Collections.nCopies(9, EventKind.of("buy"));
        Measure steps = new Measure.Steps(next, ages, Measure.Counted.FROM_PREVIOUS);
        assertEquals(3, measured(events("0 cart", "40 buy", "4000 buy"), row(steps)));
    }

    /// A look back from each of them to the user's first event would be ten thousand million looks.
    @Test
    void firstStepsBeforeManyLaterOnesAreEachReadOnce() {
        EventFrameBuilder builder = new EventFrameBuilder();
        builder.user("ann");
        for (int i = 0; i < 200_000; i++) {
            builder.event("ann", START.plusMillis(i), i % 2 == 0 ? "cart" : "buy", "", Double.NaN);
        }
        EventFrame frame = builder.build();
        NeededSteps steps = new NeededSteps(row(new Measure.Count()), EventKind.of("buy"), Long.MAX_VALUE);
        HitQuery carts = new HitQuery(frame, EventKind.of("cart"), Bounds.of(new Window.AllTime(), AS_OF));
        Hits hits = new Hits();
        assertEquals(0, new StepHits(carts, new StepHits.Later(new int[] {0}, frame, steps), 0, 1).next(hits));
        assertEquals(100_000, hits.size());
    }

    @Test
    void stepsAtOneTimeAreDifferentEvents() {
        assertEquals(1, steps(events("0 cart"), Measure.Counted.FROM_FIRST, "cart"));
        assertEquals(2, steps(events("0 cart", "0 cart"), Measure.Counted.FROM_FIRST, "cart"));
        assertEquals(2, steps(events("0 buy", "0 cart"), Measure.Counted.FROM_FIRST, "buy"));
        assertEquals(0, steps(events("0 buy"), Measure.Counted.FROM_FIRST, "buy"));
    }

    @Test
    void everyWayThereIsGivesTheSameFurthestStep() {
        SplittableRandom random = Seeds.stream(3, "ways");
        int far = 0;
        for (int i = 0; i < 3_000; i++) {
            String[] events = new String[1 + random.nextInt(9)];
            for (int e = 0; e < events.length; e++) {
                events[e] = random.nextInt(12) * 10 + " "
                        + List.of("cart", "pay", "buy").get(random.nextInt(3));
            }
            EventFrame frame = events(events);
            Measure.Counted counted = random.nextBoolean() ? Measure.Counted.FROM_FIRST : Measure.Counted.FROM_PREVIOUS;
            List<String> types = List.of("cart", "pay", "buy", random.nextBoolean() ? "pay" : "buy");
            Ways ways = new Ways(frame, types, counted);
            double furthest = steps(frame, counted, "pay", "buy", types.getLast());
            assertEquals(ways.furthest(), furthest, String.join(", ", events) + " " + counted);
            far += furthest > 2 ? 1 : 0;
        }
        assertTrue(far > 300, "Too few long ways: " + far);
    }

    /// Tries every sequence of events.
    private record Ways(EventFrame frame, List<String> types, Measure.Counted counted) {
        int furthest() {
            int furthest = 0;
            for (int row = 0; row < frame.eventCount(); row++) {
                if (is(row, 0)) {
                    furthest = Math.max(furthest, 1 + after(row, row, 1));
                }
            }
            return furthest;
        }

        private boolean is(int row, int step) {
            return frame.types().text(frame.type(row)).equals(types.get(step));
        }

        private int after(int first, int row, int step) {
            int furthest = 0;
            for (int other = 0; step < types.size() && other < frame.eventCount(); other++) {
                long since = frame.time(counted == Measure.Counted.FROM_FIRST ? first : row);
                boolean near =
                        frame.time(other) >= frame.time(row) && frame.time(other) - since <= 30L * MINUTE * 1_000;
                if (other != row && near && is(other, step)) {
                    furthest = Math.max(furthest, 1 + after(first, other, step + 1));
                }
            }
            return furthest;
        }
    }
}
