package app.attune.stats;

import app.attune.core.Require;
import java.util.Arrays;
import smile.math.special.Gamma;

/// Pearson's chi-square tests of counts.
public final class ChiSquare {
    private ChiSquare() {}

    /// Whether counts fit the shares that were planned, such as the arms of an experiment (sample-ratio mismatch).
    ///
    /// Shapes: `observed` counts >= 0 with a sum > 0 and `shares` > 0, same length n >= 2; shares are scaled to sum
    /// to 1. Degrees of freedom n - 1, no continuity correction. Cost O(n).
    /// Source: Pearson 1900, "On the criterion that a given system of deviations ...", Philosophical Magazine 50.
    public static TestResult goodnessOfFit(long[] observed, double[] shares) {
        Require.that(observed.length == shares.length && observed.length > 1, "One share per count, at least two");
        Require.that(Arrays.stream(shares).allMatch(share -> share > 0), "Planned shares are above 0");
        Require.that(Arrays.stream(observed).allMatch(count -> count >= 0), "Counts are not negative");
        double total = Arrays.stream(observed).sum();
        double parts = Arrays.stream(shares).sum();
        Require.that(total > 0, "At least one observation");
        double statistic = 0;
        for (int i = 0; i < observed.length; i++) {
            double expected = total * shares[i] / parts;
            statistic += (observed[i] - expected) * (observed[i] - expected) / expected;
        }
        int degrees = observed.length - 1;
        return new TestResult(statistic, survival(statistic, degrees), degrees);
    }

    /// Probability that a chi-square variable with `degrees` degrees of freedom exceeds `statistic`.
    static double survival(double statistic, int degrees) {
        return statistic <= 0 ? 1 : Gamma.regularizedUpperIncompleteGamma(degrees / 2.0, statistic / 2);
    }
}
