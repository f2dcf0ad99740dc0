package app.attune.recommend;

import app.attune.core.Require;

/// What recommended lists are like besides how often they hit: how novel, how varied, how close to the user's mix.
///
/// Shapes: `ranked` positions, best first, each once, possibly fewer than k. NaN for a list too short to have a value
/// (none for one item, or one for a pair): such users are left out of means, and the n says so.
public final class ListMetrics {
    /// What Steck mixes into q so that a kind the list lacks does not make the divergence infinite.
    public static final double CALIBRATION_ALPHA = 0.01;

    private static final double LN2 = Math.log(2);

    private ListMetrics() {}

    /// How unlike two items are, between 0 (alike) and 1; symmetric.
    @FunctionalInterface
    public interface Distance {
        double between(int oneIdx, int otherIdx);
    }

    /// Mean self-information of the first k in bits: the mean of -log2(count / total); higher is more novel.
    ///
    /// With users per item and the number of users this is the novelty of the sources; with interactions per item and
    /// their sum it is RankSys's `FDItemNovelty`, higher by log2(interactions / users) for every list. RecBole has
    /// none.
    /// Cost O(k). Source: Vargas and Castells, "Rank and relevance in novelty and diversity metrics for recommender
    /// systems", RecSys 2011, section 4.1; Zhou et al., PNAS 107(10), 2010.
    ///
    /// @param counts per item, at least 1 where the item is ranked
    public static double novelty(int[] ranked, int k, int[] counts, double total) {
        double sum = 0;
        int n = Math.min(k, ranked.length);
        for (int rank = 0; rank < n; rank++) {
            Require.that(counts[ranked[rank]] > 0, "Every recommended item was taken by somebody");
            sum -= Math.log(counts[ranked[rank]] / total) / LN2;
        }
        return n == 0 ? Double.NaN : sum / n;
    }

    /// Mean of `counts` over the first k: with users per item the average popularity of what is recommended, RecBole's
    /// `AveragePopularity`. Cost O(k).
    ///
    /// Source: Yin, Cui, Li, Yao, Chen, "Challenging the Long Tail Recommendation", PVLDB 5(9), 2012.
    public static double averagePopularity(int[] ranked, int k, int[] counts) {
        double sum = 0;
        int n = Math.min(k, ranked.length);
        for (int rank = 0; rank < n; rank++) {
            sum += counts[ranked[rank]];
        }
        return n == 0 ? Double.NaN : sum / n;
    }

    /// Intra-list diversity: the mean distance over all pairs among the first k, without discount by rank: RankSys's
    /// `EILD` with neither discount nor relevance. Cost O(k²) distances.
    ///
    /// Source: Ziegler, McNee, Konstan, Lausen, "Improving recommendation lists through topic diversification", WWW
    /// 2005 (there as similarity, and summed).
    public static double diversity(int[] ranked, int k, Distance distance) {
        int n = Math.min(k, ranked.length);
        double sum = 0;
        for (int one = 0; one < n; one++) {
            for (int other = one + 1; other < n; other++) {
                sum += distance.between(ranked[one], ranked[other]);
            }
        }
        return n < 2 ? Double.NaN : 2 * sum / ((double) n * (n - 1));
    }

    /// Miscalibration: the Kullback-Leibler divergence of a list's mix of kinds from the user's, in nats; 0 is the very
    /// mix, and higher is further off. The sum of p ln(p / q') with q' = (1 - alpha) q + alpha p; kinds with p = 0 add
    /// nothing.
    ///
    /// @param p shares of kinds in what the user did, sum 1
    /// @param q shares of kinds in the list, sum 1
    ///
    /// Cost O(kinds). Source: Steck, "Calibrated recommendations", RecSys 2018, equations 5 and 6, alpha 0.01.
    public static double miscalibration(double[] p, double[] q, double alpha) {
        Require.that(p.length == q.length, "Both have a share for every kind");
        double sum = 0;
        for (int kind = 0; kind < p.length; kind++) {
            if (p[kind] > 0) {
                sum += p[kind] * Math.log(p[kind] / ((1 - alpha) * q[kind] + alpha * p[kind]));
            }
        }
        return sum;
    }
}
