package app.attune.segments.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.segments.AllOf;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import app.attune.segments.compare.Venn.Circle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

final class VennTest {
    /// Users `from` (inclusive) to `to` (exclusive) of each segment.
    private static Overlap overlap(int[]... ranges) {
        List<Overlap.Part> parts = new ArrayList<>();
        for (int[] range : ranges) {
            SegmentDraft draft =
                    new SegmentDraft(new SegmentId("s" + parts.size()), "S" + parts.size(), new AllOf(List.of()));
            parts.add(new Overlap.Part(draft, RoaringBitmap.bitmapOfRange(range[0], range[1])));
        }
        return Overlap.of(parts, 100_000, Instant.EPOCH);
    }

    @Test
    void areasOfTwoCirclesAreTheSizesWithinOnePercent() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 200; i++) {
            int first = 20 + random.nextInt(5_000);
            int second = 20 + random.nextInt(5_000);
            int both = 1 + random.nextInt(Math.min(first, second));
            Venn venn = Venn.of(overlap(new int[] {0, first}, new int[] {first - both, first - both + second}));
            Circle one = venn.circles().getFirst();
            Circle other = venn.circles().getLast();
            double users = Math.PI / Math.max(first, second);
            assertEquals(first * users, Math.PI * one.radius() * one.radius(), 0.01 * first * users);
            assertEquals(second * users, Math.PI * other.radius() * other.radius(), 0.01 * second * users);
            assertEquals(both * users, shared(one, other), 0.01 * both * users, "case " + i);
            assertTrue(venn.error() < Venn.TO_SCALE, "case " + i + ": " + venn.error());
        }
    }

    /// By chords, independent of the formula.
    private static double shared(Circle one, Circle other) {
        int steps = 40_000;
        double from = Math.max(one.x() - one.radius(), other.x() - other.radius());
        double to = Math.min(one.x() + one.radius(), other.x() + other.radius());
        double step = (to - from) / steps;
        return IntStream.range(0, steps)
                .mapToDouble(i -> from + (i + 0.5) * step)
                .map(x -> 2 * step * Math.min(half(one, x), half(other, x)))
                .sum();
    }

    private static double half(Circle circle, double x) {
        double across = x - circle.x();
        return Math.sqrt(Math.max(0, circle.radius() * circle.radius() - across * across));
    }

    @Test
    void circlesThatShareNobodyStandApartAndOneInsideStaysInside() {
        Venn apart = Venn.of(overlap(new int[] {0, 50}, new int[] {50, 90}));
        assertTrue(apart.circles().get(1).x()
                > apart.circles().get(0).radius() + apart.circles().get(1).radius());
        Venn inside = Venn.of(overlap(new int[] {0, 100}, new int[] {20, 40}));
        assertTrue(inside.circles().get(1).x() + inside.circles().get(1).radius() <= 1 + 1e-6);
        assertEquals(
                2,
                Venn.of(overlap(new int[] {0, 0}, new int[] {0, 0})).circles().size());
    }

    @Test
    void labelsOfThreeLieWhereTheirUsersAreDrawn() {
        Overlap overlap = overlap(new int[] {0, 1_000}, new int[] {600, 1_500}, new int[] {800, 1_700});
        Venn venn = Venn.of(overlap);
        assertEquals(overlap.combinations().size(), venn.labels().size());
        for (int i = 0; i < venn.labels().size(); i++) {
            List<Integer> inside = overlap.combinations().get(i).inside();
            venn.labels()
                    .get(i)
                    .ifPresent(spot -> IntStream.range(0, 3)
                            .forEach(part -> assertEquals(
                                    inside.contains(part),
                                    venn.circles().get(part).contains(spot.x(), spot.y()),
                                    inside + " at " + spot)));
        }
        Venn nested = Venn.of(overlap(new int[] {0, 900}, new int[] {0, 100}, new int[] {300, 400}));
        assertTrue(nested.error() < 0.05, "two apart inside a third fit: " + nested.error());
    }

    @Test
    void whatCirclesCannotShowIsSaid() {
        Overlap odd = overlap(new int[] {0, 400}, new int[] {200, 600}, new int[] {0, 600});
        assertTrue(Venn.of(odd).error() > 0);
    }
}
