package app.attune.stats;

import app.attune.core.Require;
import smile.math.special.Beta;

/// Student's t test of paired values: whether the mean of the differences is 0.
public final class PairedT {
    private PairedT() {}

    /// Two-sided. The p-value is 1 where every pair is equal, and 0 where all differ by the same amount.
    ///
    /// For users of a recommender it agrees with the bootstrap and the randomisation test: Smucker, Allan, Carterette,
    /// "A Comparison of Statistical Significance Tests for Information Retrieval Evaluation", CIKM 2007.
    /// Source: Student, "The Probable Error of a Mean", Biometrika 6(1), 1908.
    ///
    /// @throws IllegalArgumentException if lengths differ or are below 2
    public static TestResult of(double[] a, double[] b) {
        Require.that(a.length == b.length && a.length > 1, "At least two pairs");
        int n = a.length;
        double mean = 0;
        for (int i = 0; i < n; i++) {
            mean += (a[i] - b[i]) / n;
        }
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double off = a[i] - b[i] - mean;
            squares += off * off;
        }
        double error = Math.sqrt(squares / (n - 1.0) / n);
        if (error == 0) {
            return new TestResult(
                    mean == 0 ? 0 : Math.copySign(Double.POSITIVE_INFINITY, mean), mean == 0 ? 1 : 0, n - 1);
        }
        double t = mean / error;
        double p = Beta.regularizedIncompleteBetaFunction((n - 1) / 2.0, 0.5, (n - 1) / (n - 1 + t * t));
        return new TestResult(t, Math.clamp(p, 0, 1), n - 1);
    }
}
