package app.attune.recommend;

import java.util.Arrays;

/// What a re-ranking may cost or bring, per test user, of lists of ten.
public enum RerankMeasure {
    RECALL("recall10"),
    NDCG("ndcg10"),
    MAP("map10"),
    DIVERSITY("diversity10"),
    MISCALIBRATION("miscalibration10"),
    NOVELTY("novelty10"),
    POPULARITY("popularity10");

    private final String code;

    RerankMeasure(String code) {
        this.code = code;
    }

    /// Its stable name in files and JSON.
    public String code() {
        return code;
    }

    /// NaN where a user's list has none.
    double[] of(UserScores scores) {
        return switch (this) {
            case RECALL -> scores.recall10();
            case NDCG -> scores.ndcg10();
            case MAP -> of(scores, Measure.AVERAGE_PRECISION);
            case DIVERSITY -> of(scores, Measure.DIVERSITY);
            case MISCALIBRATION -> of(scores, Measure.MISCALIBRATION);
            case NOVELTY -> of(scores, Measure.NOVELTY);
            case POPULARITY -> of(scores, Measure.POPULARITY);
        };
    }

    private static double[] of(UserScores scores, Measure measure) {
        double[] unknown = new double[scores.ndcg10().length];
        Arrays.fill(unknown, Double.NaN);
        return scores.more().getOrDefault(measure, unknown);
    }
}
