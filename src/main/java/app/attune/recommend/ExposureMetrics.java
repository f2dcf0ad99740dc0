package app.attune.recommend;

import java.util.Arrays;

/// How recommendations are spread over the catalogue, from how often each item is in somebody's list.
///
/// Shapes: `exposures` one count per item of the whole catalogue, zeros included. NaN where nothing was shown.
public final class ExposureMetrics {
    private ExposureMetrics() {}

    /// Share of the catalogue that is in at least one list: RecBole's `ItemCoverage`; RankSys's aggregate diversity is
    /// this times the number of items. 0 for an empty catalogue.
    ///
    /// Source: Ge, Delgado-Battenfeld, Jannach, "Beyond accuracy: evaluating recommender systems by coverage and
    /// serendipity", RecSys 2010.
    public static double coverage(int[] exposures) {
        long shown = Arrays.stream(exposures).filter(count -> count > 0).count();
        return exposures.length == 0 ? 0 : (double) shown / exposures.length;
    }

    /// Gini index of exposure, as unevenness: 0 if every item is shown alike, (n - 1) / n if one item has it all.
    ///
    /// The sum of (2 i - n - 1) count_i over n times the sum of counts, counts ascending, i from 1: RecBole's
    /// `GiniIndex`. Cost O(n log n). Source: Gini 1912; for recommenders Fleder and Hosanagar, "Blockbuster culture's
    /// next rise or fall", Management Science 55(5), 2009.
    public static double giniUnevenness(int[] exposures) {
        return weighted(exposures) / exposures.length;
    }

    /// The same turned round and scaled by n - 1 in place of n, as RankSys's `GiniIndex` has it: 1 if every item is
    /// shown alike, 0 if one item has it all. At least two items.
    ///
    /// Source: Castells, Hurley, Vargas, "Novelty and Diversity in Recommender Systems", Recommender Systems Handbook,
    /// Springer, 2015, section 26.3.
    public static double giniEvenness(int[] exposures) {
        return 1 - weighted(exposures) / (exposures.length - 1);
    }

    private static double weighted(int[] exposures) {
        int[] sorted = exposures.clone();
        Arrays.sort(sorted);
        double sum = 0;
        double total = 0;
        for (int i = 0; i < sorted.length; i++) {
            sum += (2.0 * (i + 1) - sorted.length - 1) * sorted[i];
            total += sorted[i];
        }
        return total == 0 ? Double.NaN : sum / total;
    }
}
