package app.attune.recommend;

import app.attune.core.chart.IntervalChart;
import app.attune.core.chart.IntervalChart.Estimate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The chart "recommender comparison": NDCG@10 of every row with its interval, best first.
public final class ComparisonChart {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.UK).withZone(ZoneOffset.UTC);
    private static final double LEVEL = 0.95;

    private ComparisonChart() {}

    /// Such as "14 Nov 2026", UTC.
    static String day(Instant time) {
        return DAY.format(time);
    }

    private static String minute(Instant time) {
        return MINUTE.format(time);
    }

    public static IntervalChart of(Evaluation evaluation) {
        EvaluationRow best = evaluation.best();
        List<Estimate> estimates = evaluation.distinctRows().stream()
                .sorted(Comparator.comparingDouble(
                                (EvaluationRow row) -> row.ndcg10().estimate())
                        .reversed())
                .map(row -> estimate(row, row.name().equals(best.name())))
                .toList();
        return new IntervalChart(
                "recommender-comparison", title(evaluation), subtitle(evaluation), "NDCG@10", LEVEL, estimates);
    }

    /// The finding: the best against popularity, or against the next best if popularity itself is best; says so if
    /// the two are not distinguishable.
    public static String title(Evaluation evaluation) {
        EvaluationRow best = evaluation.best();
        String popularity = RecommenderNames.of(Algorithm.POPULARITY.kind());
        if (best.name().equals(popularity)) {
            return against(evaluation, best, nextBest(evaluation, best));
        }
        return evaluation
                .row(popularity)
                .map(row -> against(evaluation, best, row))
                .orElseGet(() -> against(evaluation, best, nextBest(evaluation, best)));
    }

    private static EvaluationRow nextBest(Evaluation evaluation, EvaluationRow best) {
        return evaluation.rows().stream()
                .filter(row -> !row.name().equals(best.name()))
                .max(Comparator.comparingDouble(row -> row.ndcg10().estimate()))
                .orElse(best);
    }

    private static String against(Evaluation evaluation, EvaluationRow best, EvaluationRow other) {
        boolean distinguishable = evaluation
                .differenceTo(other.name())
                .map(PairedDifference::distinguishable)
                .orElse(true);
        return distinguishable
                ? name(best) + " reaches NDCG@10 " + value(best) + ", " + inSentence(other.name()) + " " + value(other)
                : name(best) + " and " + inSentence(other.name()) + " are not distinguishable: NDCG@10 " + value(best)
                        + " and " + value(other);
    }

    private static String inSentence(String name) {
        return name.equals(RecommenderNames.of(Algorithm.POPULARITY.kind()))
                        || name.equals(RecommenderNames.of(RandomModel.KIND))
                ? name.toLowerCase(Locale.ROOT)
                : RecommenderNames.ofRow(name);
    }

    private static String name(EvaluationRow row) {
        return RecommenderNames.ofRow(row.name());
    }

    private static String value(EvaluationRow row) {
        return String.format(Locale.ROOT, "%.3f", row.ndcg10().estimate());
    }

    private static String subtitle(Evaluation evaluation) {
        return String.format(
                Locale.ROOT,
                "NDCG@10 over all items, 95%% bootstrap intervals over users; %s, n = %,d users",
                tested(evaluation.split()),
                evaluation.users());
    }

    private static String tested(SplitFacts split) {
        return switch (split.details().kind()) {
            case BY_TIME, PERIOD ->
                "trained before, tested from " + minute(split.leakage().firstTest()) + " UTC";
            case LEAVE_LAST_OUT -> "tested on the last new item of each user, with the future of others in training";
            case OWN_FILE -> "split by a file";
        };
    }

    private static Estimate estimate(EvaluationRow row, boolean highlighted) {
        return new Estimate(
                name(row),
                row.ndcg10().estimate(),
                Math.min(row.ndcg10().low(), row.ndcg10().estimate()),
                Math.max(row.ndcg10().high(), row.ndcg10().estimate()),
                row.ndcg10().n(),
                highlighted);
    }
}
