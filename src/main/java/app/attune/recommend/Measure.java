package app.attune.recommend;

import java.util.Arrays;
import java.util.Optional;

/// What is measured per test user besides recall, NDCG and hits; models of earlier versions lack some or all.
public enum Measure {
    /// [RankingMetrics#cutRecall].
    CUT_RECALL("cutRecall10"),
    /// [RankingMetrics#averagePrecision].
    AVERAGE_PRECISION("map10"),
    /// [RankingMetrics#reciprocalRank].
    RECIPROCAL_RANK("mrr10"),
    /// [ListMetrics#novelty] with users per item.
    NOVELTY("novelty10"),
    /// [ListMetrics#diversity] by [SharedUsers].
    DIVERSITY("diversity10"),
    /// [ListMetrics#averagePopularity] with the share of users per item.
    POPULARITY("popularity10"),
    /// [ListMetrics#miscalibration] by the kinds of [ItemKinds].
    MISCALIBRATION("miscalibration10");

    private final String code;

    Measure(String code) {
        this.code = code;
    }

    /// Its stable name in files and JSON.
    public String code() {
        return code;
    }

    public static Optional<Measure> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
