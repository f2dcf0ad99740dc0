package app.attune.segments.compare;

import app.attune.segments.compare.Difference.Cause;
import app.attune.segments.compare.Difference.Kind;
import app.attune.segments.compare.Difference.Side;
import app.attune.stats.CliffsDelta;
import app.attune.stats.Interval;
import app.attune.stats.Proportions;
import app.attune.stats.Proportions.Share;
import app.attune.stats.Quantiles;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.roaringbitmap.RoaringBitmap;

/// The users of a segment and everybody else, as user positions, and how the two are compared.
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
record Sides(int[] inside, int[] outside) {
    private static final double LEVEL = 0.95;

    static Sides of(RoaringBitmap members, RoaringBitmap known) {
        return new Sides(members.toArray(), RoaringBitmap.andNot(known, members).toArray());
    }

    /// Compares an amount of each user, NaN where there is none; empty where too few have one.
    Optional<Difference> amounts(String name, Kind kind, IntToDoubleFunction amount, Cause cause) {
        double[] in = present(inside, amount);
        double[] out = present(outside, amount);
        if (in.length < SegmentProfile.FEWEST || out.length < SegmentProfile.FEWEST) {
            return Optional.empty();
        }
        Interval effect = CliffsDelta.of(in, out, LEVEL);
        return Optional.of(
                new Difference(name, kind, side(in, inside.length), side(out, outside.length), effect, cause));
    }

    /// Ascending.
    private static double[] present(int[] users, IntToDoubleFunction amount) {
        return Arrays.stream(users)
                .mapToDouble(amount)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }

    private static Side side(double[] ascending, int users) {
        return new Side(
                ascending.length,
                users - ascending.length,
                Quantiles.ofSorted(ascending, 0.5),
                Arrays.stream(ascending).average().orElse(Double.NaN));
    }

    /// Users who have something, of those of whom it is known.
    record Count(int have, int known) {
        private boolean isSmall() {
            return have > 0 && have < SegmentProfile.FEWEST;
        }
    }

    /// Compares how many have something; empty where a side has too few of them to be told.
    Optional<Difference> shares(String name, Count in, Count out, Cause cause) {
        if (in.isSmall()
                || out.isSmall()
                || in.known() < SegmentProfile.FEWEST
                || out.known() < SegmentProfile.FEWEST) {
            return Optional.empty();
        }
        Interval effect =
                Proportions.difference(new Share(in.have(), in.known()), new Share(out.have(), out.known()), LEVEL);
        return Optional.of(
                new Difference(name, Kind.SHARE, side(in, inside.length), side(out, outside.length), effect, cause));
    }

    private static Side side(Count count, int users) {
        double share = (double) count.have() / count.known();
        return new Side(count.known(), users - count.known(), share, share);
    }
}
