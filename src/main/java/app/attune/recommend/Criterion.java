package app.attune.recommend;

import app.attune.stats.Interval;
import java.util.Arrays;
import java.util.Optional;

/// The measure that settings are chosen by; more is better.
public enum Criterion {
    NDCG_10("ndcg@10", "NDCG@10"),
    NDCG_20("ndcg@20", "NDCG@20"),
    RECALL_10("recall@10", "Recall@10"),
    RECALL_20("recall@20", "Recall@20"),
    HIT_10("hit@10", "Hit rate@10"),
    MAP_10("map@10", "MAP@10"),
    MRR_10("mrr@10", "MRR@10");

    private final String code;
    private final String title;

    Criterion(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /// Its stable name in files and on the command line.
    public String code() {
        return code;
    }

    /// What it is called in sentences and charts.
    public String title() {
        return title;
    }

    public static Optional<Criterion> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }

    /// The same of a recommender that was measured on the test part.
    public Interval of(EvaluationRow row) {
        return switch (this) {
            case NDCG_10 -> row.ndcg10();
            case NDCG_20 -> row.ndcg20();
            case RECALL_10 -> row.recall10();
            case RECALL_20 -> row.recall20();
            case HIT_10 -> row.hit10();
            case MAP_10 -> row.more().of(Measure.AVERAGE_PRECISION).orElseThrow();
            case MRR_10 -> row.more().of(Measure.RECIPROCAL_RANK).orElseThrow();
        };
    }

    double[] of(UserScores scores) {
        return switch (this) {
            case NDCG_10 -> scores.ndcg10();
            case NDCG_20 -> scores.ndcg20();
            case RECALL_10 -> scores.recall10();
            case RECALL_20 -> scores.recall20();
            case HIT_10 -> scores.hit10();
            case MAP_10 -> scores.more().getOrDefault(Measure.AVERAGE_PRECISION, new double[0]);
            case MRR_10 -> scores.more().getOrDefault(Measure.RECIPROCAL_RANK, new double[0]);
        };
    }
}
