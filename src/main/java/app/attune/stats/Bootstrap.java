package app.attune.stats;

import app.attune.core.Progress;
import app.attune.core.Require;
import app.attune.core.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Percentile bootstrap intervals of means over units that were drawn independently, such as users.
///
/// Every measure is resampled with the same draws, so differences between measures of the same units are paired.
/// Source: Efron and Tibshirani, "An Introduction to the Bootstrap", Chapman & Hall, 1993, section 13.3; quantiles
/// by linear interpolation (type 7 of Hyndman and Fan, "Sample Quantiles in Statistical Packages", 1996).
public final class Bootstrap {
    private Bootstrap() {}

    /// The mean of `values` with its interval.
    ///
    /// @throws IllegalArgumentException if there are no values
    public static Interval mean(double[] values, BootstrapOptions options) {
        return mean(values, options, Progress.none());
    }

    /// The same, which can be cancelled.
    ///
    /// @throws java.util.concurrent.CancellationException if cancelled
    public static Interval mean(double[] values, BootstrapOptions options, Progress progress) {
        return means(List.of(values), options, progress).getFirst();
    }

    /// The mean of `a - b`, unit by unit, with its interval: the two are distinguishable if it leaves out zero.
    ///
    /// @throws IllegalArgumentException if the lengths differ or are 0
    public static Interval pairedDifference(double[] a, double[] b, BootstrapOptions options) {
        return pairedDifference(a, b, options, Progress.none());
    }

    /// The same, which can be cancelled.
    ///
    /// @throws java.util.concurrent.CancellationException if cancelled
    public static Interval pairedDifference(double[] a, double[] b, BootstrapOptions options, Progress progress) {
        Require.that(a.length == b.length, "Paired values have the same length");
        double[] differences = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            differences[i] = a[i] - b[i];
        }
        return mean(differences, options, progress);
    }

    /// The mean of each of `measures`, all of length n >= 1, NaN not allowed. Cost O(replicates * n * measures);
    /// the same arguments give the same bytes.
    public static List<Interval> means(List<double[]> measures, BootstrapOptions options, Progress progress) {
        int n = measures.isEmpty() ? 0 : measures.getFirst().length;
        Require.that(n > 0, "A bootstrap needs at least one value");
        Require.that(measures.stream().allMatch(values -> values.length == n), "Measures have the same length");
        double[][] replicates = replicates(measures, options, n, progress);
        List<Interval> intervals = new ArrayList<>();
        for (int m = 0; m < measures.size(); m++) {
            Arrays.sort(replicates[m]);
            double tail = (1 - options.level()) / 2;
            intervals.add(new Interval(
                    mean(measures.get(m)),
                    Quantiles.ofSorted(replicates[m], tail),
                    Quantiles.ofSorted(replicates[m], 1 - tail),
                    n));
        }
        return List.copyOf(intervals);
    }

    private static double[][] replicates(List<double[]> measures, BootstrapOptions options, int n, Progress progress) {
        SplittableRandom random = Seeds.stream(options.seed(), "bootstrap");
        double[][] columns = measures.toArray(double[][]::new);
        double[][] means = new double[columns.length][options.replicates()];
        double[] sums = new double[columns.length];
        for (int r = 0; r < options.replicates(); r++) {
            progress.checkpoint();
            Arrays.fill(sums, 0);
            for (int i = 0; i < n; i++) {
                int drawn = random.nextInt(n);
                for (int m = 0; m < sums.length; m++) {
                    sums[m] += columns[m][drawn];
                }
            }
            for (int m = 0; m < sums.length; m++) {
                means[m][r] = sums[m] / n;
            }
        }
        return means;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
