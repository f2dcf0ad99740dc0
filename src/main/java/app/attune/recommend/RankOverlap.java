package app.attune.recommend;

import app.attune.core.Require;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// How much two ranked lists for one user have in common. Lists have each item once, best first.
public final class RankOverlap {
    /// The weight of the next rank beside the one before: about 86 % of the weight lies on the first ten.
    public static final double RBO_PERSISTENCE = 0.9;

    private RankOverlap() {}

    /// Jaccard index of the first k: items in both over items in either; 1 for two empty lists. Cost O(k).
    ///
    /// Source: Jaccard, "The distribution of the flora in the alpine zone", New Phytologist 11(2), 1912.
    public static double jaccard(int[] one, int[] other, int k) {
        Set<Integer> both = new HashSet<>();
        Set<Integer> either = new HashSet<>();
        Arrays.stream(one, 0, Math.min(k, one.length)).forEach(either::add);
        for (int rank = 0; rank < Math.min(k, other.length); rank++) {
            if (!either.add(other[rank])) {
                both.add(other[rank]);
            }
        }
        return either.isEmpty() ? 1 : (double) both.size() / either.size();
    }

    /// Rank-biased overlap, extrapolated from the first k (RBO_EXT): the agreement at each depth, where depth d has the
    /// weight (1 - p) p^(d - 1), and the agreement at the last depth holding beyond it. Between 0 and 1; two empty
    /// lists
    /// agree. Lists shorter than k are cut at the shorter of the two; if only one is empty the overlap is 0. Cost O(k).
    ///
    /// Source: Webber, Moffat, Zobel, "A Similarity Measure for Indefinite Rankings", ACM TOIS 28(4), 2010, equation 23
    /// (lists of even length, no ties).
    ///
    /// @param p persistence, between 0 and 1, both excluded
    public static double biased(int[] one, int[] other, int k, double p) {
        Require.that(p > 0 && p < 1, "The persistence lies between 0 and 1");
        int depth = Math.min(k, Math.min(one.length, other.length));
        if (depth == 0) {
            return one.length == other.length ? 1 : 0;
        }
        Set<Integer> seen = new HashSet<>();
        int common = 0;
        double sum = 0;
        double weight = 1;
        for (int rank = 0; rank < depth; rank++) {
            common += seen.add(one[rank]) ? 0 : 1;
            common += seen.add(other[rank]) ? 0 : 1;
            weight *= p;
            sum += weight * common / (rank + 1);
        }
        return (double) common / depth * weight + (1 - p) / p * sum;
    }
}
