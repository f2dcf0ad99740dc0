package app.attune.stats;

import app.attune.core.Require;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Adjusts p-values of several comparisons so that the chance of any false alarm stays below the level of one.
public final class Holm {
    private Holm() {}

    /// Adjusted p-values, in the order given: ascending, the i-th of n times n - i + 1, never below one before it, at
    /// most 1. Compare each with the usual level. Cost O(n log n).
    ///
    /// Source: Holm, "A Simple Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of Statistics
    /// 6(2),
    /// 1979; as R's `p.adjust(p, "holm")`.
    ///
    /// @param pValues each between 0 and 1
    public static double[] adjust(double[] pValues) {
        int n = pValues.length;
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] adjusted = new double[n];
        double highest = 0;
        for (int rank = 0; rank < n; rank++) {
            double p = pValues[order[rank]];
            Require.that(p >= 0 && p <= 1, "A p-value lies between 0 and 1");
            highest = Math.max(highest, Math.min(1, (n - rank) * p));
            adjusted[order[rank]] = highest;
        }
        return adjusted;
    }
}
