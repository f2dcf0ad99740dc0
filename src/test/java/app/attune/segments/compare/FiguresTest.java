package app.attune.segments.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.events.ColumnTable;
import app.attune.events.EventFrame;
import app.attune.events.EventFrameBuilder;
import app.attune.profiles.Population;
import app.attune.segments.AllOf;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.EventCondition;
import app.attune.segments.FakeSegmentStore;
import app.attune.segments.Measure;
import app.attune.segments.RandomPopulations;
import app.attune.segments.RandomTrees;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import app.attune.segments.SegmentService;
import app.attune.segments.Window;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

/// Key figures and flows.
final class FiguresTest {
    private static final Instant AS_OF = Instant.parse("2026-06-01T00:00:00Z");
    private static final CompareService.Span MONTH = new CompareService.Span(AS_OF, 30);

    private static SegmentDraft draft(String name, Condition condition) {
        return new SegmentDraft(new SegmentId("s"), name, condition);
    }

    private static SegmentService service(Population people) {
        return new SegmentService(new FakeSegmentStore(), progress -> people, Clock.systemUTC());
    }

    private static Condition events(String type, String atLeast) {
        return new EventCondition(
                List.of(type),
                List.of(),
                new Measure.Count(),
                new Window.AllTime(),
                Comparison.AT_LEAST,
                List.of(atLeast));
    }

    /// Of forty users ten bought for 20 each within the month, ten before it, one at the very end of it.
    private static Population shop(String sale) {
        EventFrameBuilder builder = new EventFrameBuilder();
        for (int i = 0; i < 40; i++) {
            builder.event("u" + i, AS_OF.minus(Duration.ofDays(5)), "view", "", Double.NaN);
            if (i < 10) {
                builder.event("u" + i, AS_OF.minus(Duration.ofDays(30)), sale, "", 20);
            } else if (i < 20) {
                builder.event("u" + i, AS_OF.minus(Duration.ofDays(30)).minusMillis(1), sale, "", 500);
            } else if (i == 20) {
                builder.event("u" + i, AS_OF, sale, "", 900);
            }
        }
        return Population.agreeing(builder.build(), ColumnTable.empty(40), sale);
    }

    @Test
    void figuresCountTheDaysBeforeTheTimeAndNothingElse() {
        KeyFigures found = new CompareService(service(shop("purchase")))
                .keyFigures(
                        List.of(draft("Buyers", events("purchase", "1")), draft("Nobody", events("cart", "1"))),
                        MONTH,
                        Progress.none());
        KeyFigures.Row buyers = found.rows().getFirst();
        assertEquals(20, buyers.users());
        assertEquals(
                0.5,
                FigureWords.value(buyers, KeyFigures.Measure.CONVERSION)
                        .orElseThrow()
                        .estimate());
        assertEquals(
                10,
                FigureWords.value(buyers, KeyFigures.Measure.REVENUE)
                        .orElseThrow()
                        .estimate());
        assertEquals(
                1.5,
                FigureWords.value(buyers, KeyFigures.Measure.EVENTS)
                        .orElseThrow()
                        .estimate());
        KeyFigures.Row everybody = found.rows().getLast();
        assertEquals("25% (14.2-40.2)", FigureWords.cell(everybody, KeyFigures.Measure.CONVERSION));
        assertEquals("-", FigureWords.cell(found.rows().get(1), KeyFigures.Measure.EVENTS));
        assertEquals(
                "Buyers: 50% (29.9-70.1) bought in the last 30 days, of everybody 25% (14.2-40.2).",
                FigureWords.sentence(found));
    }

    @Test
    void anOrderThatIsSentAsATransactionTooCountsOnce() {
        EventFrameBuilder builder = new EventFrameBuilder();
        for (int i = 0; i < 10; i++) {
            builder.event("u" + i, AS_OF.minusSeconds(60), "transaction", "", 20);
            builder.event("u" + i, AS_OF.minusSeconds(60), "order", "", 20);
        }
        Population people = Population.agreeing(builder.build(), ColumnTable.empty(10), "twice");
        KeyFigures found = new CompareService(service(people))
                .keyFigures(List.of(draft("All", new AllOf(List.of()))), MONTH, Progress.none());
        assertEquals(
                20,
                FigureWords.value(found.rows().getFirst(), KeyFigures.Measure.REVENUE)
                        .orElseThrow()
                        .estimate());
        assertTrue(FigureWords.caution(found).startsWith("Sales are order events, the first of purchase, order"));
    }

    @Test
    void anEventWithinTheMillisecondBeforeTheTimeCounts() {
        EventFrame frame = shop("purchase").events();
        KeyFigures.Row now = new KeyFigureCount(frame, AS_OF, 1).of("u20", user(frame), Progress.none());
        KeyFigures.Row later = new KeyFigureCount(frame, AS_OF.plusNanos(1), 1).of("u20", user(frame), Progress.none());
        assertEquals(List.of(0.0, 1 / 20.0), List.of(conversion(now), conversion(later)));
    }

    private static double conversion(KeyFigures.Row row) {
        return FigureWords.value(row, KeyFigures.Measure.CONVERSION)
                .orElseThrow()
                .estimate();
    }

    /// The last twenty users.
    private static RoaringBitmap user(EventFrame frame) {
        return RoaringBitmap.bitmapOfRange(frame.userCount() - 20, frame.userCount());
    }

    @Test
    void countingOfAmountsCanBeCancelled() {
        Population people = shop("purchase");
        KeyFigureCount count = new KeyFigureCount(people.events(), AS_OF, 30);
        CancellationException cancelled = assertThrows(
                CancellationException.class, () -> count.of("All", RoaringBitmap.bitmapOfRange(0, 40), CANCELLED));
        assertTrue(Arrays.stream(cancelled.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("amounts")));
    }

    private static final Progress CANCELLED = new Progress() {
        @Override
        public void report(String stage, long done, long total) {}

        @Override
        public boolean isCancelled() {
            return true;
        }
    };

    @Test
    void withoutSalesNothingIsSaidOfConversion() {
        KeyFigures found = new CompareService(service(shop("like")))
                .keyFigures(List.of(draft("All", new AllOf(List.of()))), MONTH, Progress.none());
        assertEquals("-", FigureWords.cell(found.rows().getFirst(), KeyFigures.Measure.CONVERSION));
        assertEquals("-", FigureWords.cell(found.rows().getFirst(), KeyFigures.Measure.REVENUE));
        assertTrue(FigureWords.caution(found).startsWith("No event type is called purchase"));
        assertTrue(FigureWords.sentence(found).contains("1.25 ("), FigureWords.sentence(found));
    }

    @Test
    void flowsAddUpInEveryPeriodAndFromOneToTheNext() {
        for (long seed = 1; seed <= 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Population people = new RandomPopulations(random).next();
            SegmentService segments = service(people);
            Condition condition = new RandomTrees(random).next();
            Flows flows = new CompareService(segments)
                    .flows(
                            draft("S", condition),
                            new CompareService.Span(RandomPopulations.AS_OF, 3),
                            4,
                            Progress.none());
            int before = -1;
            for (Flows.Period one : flows.periods()) {
                assertEquals(
                        segments.audience(condition, one.from(), Progress.none())
                                .size(),
                        one.before(),
                        "seed " + seed);
                assertEquals(
                        segments.audience(condition, one.to(), Progress.none()).size(), one.after(), "seed " + seed);
                assertTrue(before < 0 || before == one.before(), "seed " + seed);
                assertTrue(one.fresh() <= one.entered(), "seed " + seed);
                before = one.after();
            }
        }
    }

    @Test
    void periodsTellWhoEnteredWhoIsNewAndWhoLeft() {
        Instant later = AS_OF.plus(Duration.ofDays(7));
        Flows.Period one = Flows.Period.of(
                new Flows.State(AS_OF, RoaringBitmap.bitmapOf(1, 2, 3, 4), RoaringBitmap.bitmapOf(1, 2, 3, 4, 5)),
                new Flows.State(
                        later, RoaringBitmap.bitmapOf(3, 4, 5, 6, 7), RoaringBitmap.bitmapOf(1, 2, 3, 4, 5, 6, 7)));
        assertEquals(new Flows.Period(AS_OF, later, 3, 2, 2, 2), one);
        assertEquals(
                "Club: of 4 users 2 left and 2 stayed in the last 7 days; 3 entered (2 of them not known before), which"
                        + " makes 5.",
                FigureWords.sentence(new Flows("Club", List.of(one))));
    }
}
