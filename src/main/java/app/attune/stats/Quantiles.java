package app.attune.stats;

import app.attune.core.Require;

/// Quantiles of a sample.
public final class Quantiles {
    private Quantiles() {}

    /// The quantile at `share` in [0, 1] of an ascending array of length n >= 1, by linear interpolation between
    /// order statistics (type 7 of Hyndman and Fan, "Sample Quantiles in Statistical Packages", The American
    /// Statistician 50(4), 1996; the default of R and NumPy).
    public static double ofSorted(double[] ascending, double share) {
        Require.that(ascending.length > 0, "A quantile needs at least one value");
        Require.that(share >= 0 && share <= 1, "A share lies between 0 and 1");
        double position = share * (ascending.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, ascending.length - 1);
        return ascending[below] + (position - below) * (ascending[above] - ascending[below]);
    }
}
