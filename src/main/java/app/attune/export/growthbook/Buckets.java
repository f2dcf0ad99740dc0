package app.attune.export.growthbook;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Where users fall in rollouts and experiments of GrowthBook.
/// Source: docs.growthbook.io, "Build Your Own SDK", helper functions.
final class Buckets {
    private static final int OFFSET_BASIS = 0x811c9dc5;
    private static final int PRIME = 0x01000193;
    private static final double ROUNDING = 0.01;

    private Buckets() {}

    /// A part of the interval from 0 to 1, half-open.
    record Range(double from, double to) {
        boolean has(double n) {
            return n >= from && n < to;
        }
    }

    /// In [0, 1); empty if the version is neither 1 nor 2.
    static OptionalDouble hash(String seed, String value, int version) {
        return switch (version) {
            case 1 -> OptionalDouble.of(fnv1a(value + seed) % 1000 / 1000.0);
            case 2 -> OptionalDouble.of(fnv1a(String.valueOf(fnv1a(seed + value))) % 10_000 / 10_000.0);
            default -> OptionalDouble.empty();
        };
    }

    /// FNV-1a of 32 bits over code units, as the JavaScript SDK has it; other SDKs take bytes of UTF-8, so that the
    /// two agree on ASCII only.
    private static long fnv1a(String text) {
        int hash = OFFSET_BASIS;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return Integer.toUnsignedLong(hash);
    }

    /// One range for each variation, in order, each cut to the coverage.
    static List<Range> ranges(int variations, double coverage, List<Double> weights) {
        double covered = Math.clamp(coverage, 0, 1);
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        boolean fit = weights.size() == variations && Math.abs(sum - 1) <= ROUNDING;
        List<Range> ranges = new ArrayList<>();
        double from = 0;
        for (int i = 0; i < variations; i++) {
            double weight = fit ? weights.get(i) : 1.0 / variations;
            ranges.add(new Range(from, from + covered * weight));
            from += weight;
        }
        return ranges;
    }

    /// The first variation whose range has the number, -1 if none has.
    static int choose(double n, List<Range> ranges) {
        for (int i = 0; i < ranges.size(); i++) {
            if (ranges.get(i).has(n)) {
                return i;
            }
        }
        return -1;
    }

    static boolean inNamespace(String user, String namespace, Range range) {
        return hash("__" + namespace, user, 1).stream().anyMatch(range::has);
    }
}
