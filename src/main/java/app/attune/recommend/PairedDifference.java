package app.attune.recommend;

import app.attune.stats.Interval;

/// How much better the best recommender is than another, user by user.
///
/// @param ndcg10 mean of `best - other` over the same users with its 95 % bootstrap interval
public record PairedDifference(String best, String other, Interval ndcg10) {
    /// Whether the interval leaves out zero; otherwise the two are "not distinguishable".
    public boolean distinguishable() {
        return !ndcg10.containsZero();
    }
}
