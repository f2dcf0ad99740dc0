package app.attune.recommend;

import app.attune.core.chart.ScatterChart;
import app.attune.core.chart.ScatterChart.Point;
import app.attune.stats.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// The chart "accuracy against diversity", with the time of training beside each name.
public final class TradeOffChart {
    private static final double LEAST_SECONDS = 0.1;

    private TradeOffChart() {}

    /// Without Random, whose lists are the most varied and of no use. Empty unless diversity was measured of at least
    /// two recommenders.
    public static Optional<ScatterChart> of(Evaluation evaluation) {
        List<EvaluationRow> rows = evaluation.distinctRows().stream()
                .filter(row ->
                        !row.kind().equals(RandomModel.KIND) && diversity(row).isPresent())
                .toList();
        if (rows.size() < 2) {
            return Optional.empty();
        }
        EvaluationRow accurate = highest(rows, row -> row.ndcg10().estimate());
        List<Point> points = new ArrayList<>();
        for (EvaluationRow row : rows) {
            points.add(new Point(
                    RecommenderNames.ofRow(row.name()),
                    value(row),
                    row.ndcg10().estimate(),
                    seconds(row.trainSeconds()),
                    row.equals(accurate)));
        }
        return Optional.of(new ScatterChart(
                "recommender-trade-off",
                title(accurate, highest(rows, TradeOffChart::value)),
                subtitle(evaluation),
                "Diversity@10",
                "NDCG@10",
                "Training",
                points));
    }

    private static String seconds(double seconds) {
        return seconds < LEAST_SECONDS ? "<0.1 s" : String.format(Locale.ROOT, "%.1f s", seconds);
    }

    private static Optional<Interval> diversity(EvaluationRow row) {
        return row.more().of(Measure.DIVERSITY);
    }

    private static double value(EvaluationRow row) {
        return diversity(row).map(Interval::estimate).orElse(Double.NaN);
    }

    private static EvaluationRow highest(List<EvaluationRow> rows, ToDoubleFunction<EvaluationRow> by) {
        return rows.stream().max(Comparator.comparingDouble(by)).orElseThrow();
    }

    private static String title(EvaluationRow accurate, EvaluationRow varied) {
        String best = RecommenderNames.ofRow(accurate.name());
        return accurate.equals(varied)
                ? best + " has the highest NDCG@10 and the most varied lists"
                : best + " has the highest NDCG@10, " + RecommenderNames.ofRow(varied.name())
                        + " the most varied lists";
    }

    private static String subtitle(Evaluation evaluation) {
        return String.format(
                Locale.ROOT,
                "NDCG@10 against diversity (1 - cosine of shared users) by estimates, time of training in brackets;"
                        + " further up and to the right is better, n = %,d users",
                evaluation.users());
    }
}
