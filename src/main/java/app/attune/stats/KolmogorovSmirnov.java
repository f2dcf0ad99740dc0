package app.attune.stats;

import app.attune.core.Require;

/// The distance between two distributions as the largest gap between their empirical CDFs.
public final class KolmogorovSmirnov {
    private KolmogorovSmirnov() {}

    /// Two-sample Kolmogorov-Smirnov distance D between `reference` and `current`.
    ///
    /// Shapes: two ascending arrays, lengths n >= 1 and m >= 1; NaN not allowed. Range [0, 1], 0 = same sample.
    /// Ties: both empirical CDFs step past equal values together. Cost O(n + m), no allocation.
    /// Source: Massey 1951, "The Kolmogorov-Smirnov Test for Goodness of Fit", JASA 46(253).
    ///
    /// @throws IllegalArgumentException if either array is empty
    public static double distance(double[] reference, double[] current) {
        Require.that(reference.length > 0 && current.length > 0, "Both samples have at least one value");
        double distance = 0;
        int i = 0;
        int j = 0;
        while (i < reference.length && j < current.length) {
            double value = Math.min(reference[i], current[j]);
            i = past(reference, i, value);
            j = past(current, j, value);
            distance = Math.max(distance, Math.abs((double) i / reference.length - (double) j / current.length));
        }
        return distance;
    }

    private static int past(double[] ascending, int from, double value) {
        int at = from;
        while (at < ascending.length && ascending[at] <= value) {
            at++;
        }
        return at;
    }
}
