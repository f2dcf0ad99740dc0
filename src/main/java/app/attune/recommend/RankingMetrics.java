package app.attune.recommend;

import app.attune.core.Require;
import java.util.Arrays;

/// How good one user's ranked list is, against the items the user really took afterwards.
///
/// Shapes: `ranked` positions, best first, each once, possibly fewer than k; `relevant` the test items T, ascending,
/// at least one. Relevance is binary. All values lie in [0, 1]. Cost O(k log |T|).
public final class RankingMetrics {
    private RankingMetrics() {}

    /// Recall@k: hits among the first k over |T| (not over min(k, |T|)).
    ///
    /// Source: Herlocker, Konstan, Terveen, Riedl, "Evaluating collaborative filtering recommender systems", ACM TOIS
    /// 22(1), 2004.
    public static double recall(int[] ranked, int[] relevant, int k) {
        Require.that(relevant.length > 0, "At least one relevant item");
        return (double) hits(ranked, relevant, k) / relevant.length;
    }

    /// Recall@k that a list of k can reach: hits among the first k over min(k, |T|), so 1 is possible also for users
    /// with more than k test items. RecSys challenges call it R-precision at k; RecBole and RankSys divide by |T|
    /// ([#recall]).
    ///
    /// Source: Liang, Krishnan, Hoffman, Jebara, "Variational Autoencoders for Collaborative Filtering", WWW 2018,
    /// section 4.2.
    public static double cutRecall(int[] ranked, int[] relevant, int k) {
        Require.that(relevant.length > 0, "At least one relevant item");
        return (double) hits(ranked, relevant, k) / Math.min(k, relevant.length);
    }

    /// Average precision at k: precision at the rank of each hit among the first k, summed, over min(k, |T|).
    ///
    /// RecBole (`MAP`, lists of length k) and RankSys (`AveragePrecision`) divide alike; others divide by |T| or by the
    /// number of hits. Its mean over users is MAP@k.
    /// Source: Manning, Raghavan, Schütze, "Introduction to Information Retrieval", Cambridge, 2008, section 8.4.
    public static double averagePrecision(int[] ranked, int[] relevant, int k) {
        Require.that(relevant.length > 0, "At least one relevant item");
        double sum = 0;
        int hits = 0;
        for (int rank = 1; rank <= Math.min(k, ranked.length); rank++) {
            if (isRelevant(relevant, ranked[rank - 1])) {
                sum += (double) ++hits / rank;
            }
        }
        return sum / Math.min(k, relevant.length);
    }

    /// One over the rank of the first hit, 0 without one among the first k. Its mean over users is MRR@k, as RecBole
    /// has it; RankSys's `ReciprocalRank` is the same.
    ///
    /// Source: Voorhees, "The TREC-8 Question Answering Track Report", 1999.
    public static double reciprocalRank(int[] ranked, int[] relevant, int k) {
        for (int rank = 1; rank <= Math.min(k, ranked.length); rank++) {
            if (isRelevant(relevant, ranked[rank - 1])) {
                return 1.0 / rank;
            }
        }
        return 0;
    }

    /// 1 if at least one of the first k is relevant, else 0. Its mean over users is the hit rate.
    ///
    /// Source: Deshpande and Karypis, "Item-based top-N recommendation algorithms", ACM TOIS 22(1), 2004.
    public static double hit(int[] ranked, int[] relevant, int k) {
        return hits(ranked, relevant, k) > 0 ? 1 : 0;
    }

    /// NDCG@k with gain 1 per hit, discount 1 / log2(rank + 1), and the ideal list cut at min(k, |T|).
    ///
    /// Source: Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR techniques", ACM TOIS 20(4), 2002.
    public static double ndcg(int[] ranked, int[] relevant, int k) {
        Require.that(relevant.length > 0, "At least one relevant item");
        double gain = 0;
        double ideal = 0;
        for (int rank = 1; rank <= k; rank++) {
            double discounted = Math.log(2) / Math.log(rank + 1.0);
            if (rank <= ranked.length && isRelevant(relevant, ranked[rank - 1])) {
                gain += discounted;
            }
            if (rank <= relevant.length) {
                ideal += discounted;
            }
        }
        return gain / ideal;
    }

    private static int hits(int[] ranked, int[] relevant, int k) {
        int hits = 0;
        for (int rank = 0; rank < Math.min(k, ranked.length); rank++) {
            hits += isRelevant(relevant, ranked[rank]) ? 1 : 0;
        }
        return hits;
    }

    private static boolean isRelevant(int[] relevant, int item) {
        return Arrays.binarySearch(relevant, item) >= 0;
    }
}
