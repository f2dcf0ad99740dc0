package app.attune.recommend;

import app.attune.core.chart.ScatterChart;
import app.attune.core.chart.ScatterChart.Point;
import app.attune.recommend.RerankCosts.Curve;
import app.attune.recommend.RerankCosts.Lists;
import app.attune.recommend.rerank.Step;
import app.attune.stats.Interval;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The chart "accuracy at each strength of a step".
public final class RerankChart {
    private RerankChart() {}

    /// NDCG against what the step is for; empty where that was not measured.
    public static Optional<ScatterChart> of(RerankCosts costs, Curve curve) {
        RerankMeasure aim = aim(curve.step());
        boolean isMeasured = curve.points().stream()
                .allMatch(point -> point.lists().of(aim).isPresent()
                        && point.lists().of(RerankMeasure.NDCG).isPresent());
        if (!isMeasured) {
            return Optional.empty();
        }
        double strength = curve.step().strength().orElse(0);
        List<Point> points = curve.points().stream()
                .map(point -> new Point(
                        text("%.1f", point.strength()),
                        value(point.lists(), aim),
                        value(point.lists(), RerankMeasure.NDCG),
                        "",
                        point.strength() == strength))
                .toList();
        return Optional.of(new ScatterChart(
                "rerank-" + curve.step().code(),
                title(costs, curve, aim),
                subtitle(costs, curve, aim),
                name(aim) + "@10",
                "NDCG@10",
                "",
                points));
    }

    private static String subtitle(RerankCosts costs, Curve curve, RerankMeasure aim) {
        boolean right = aim == RerankMeasure.DIVERSITY;
        return "NDCG@10 against " + name(aim) + " by estimates, at strengths of "
                + curve.step().code() + " from 0 to 0.9, other steps as they are; further up and to the "
                + (right ? "right" : "left") + " is better, n = " + text("%,d", costs.users()) + " users";
    }

    /// What a step is for.
    static RerankMeasure aim(Step step) {
        return switch (step) {
            case Step.Calibration ignored -> RerankMeasure.MISCALIBRATION;
            case Step.Popularity ignored -> RerankMeasure.POPULARITY;
            case Step.Diversity ignored -> RerankMeasure.DIVERSITY;
            case Step.Only ignored -> RerankMeasure.DIVERSITY;
            case Step.Limit ignored -> RerankMeasure.DIVERSITY;
        };
    }

    private static String title(RerankCosts costs, Curve curve, RerankMeasure aim) {
        Lists none = curve.points().getFirst().lists();
        Lists most = curve.points().getLast().lists();
        return RecommenderNames.of(costs.model()) + ": from strength 0 to 0.9 of "
                + curve.step().code() + " " + name(aim).toLowerCase(Locale.ROOT) + " goes from "
                + text("%.3f", value(none, aim)) + " to " + text("%.3f", value(most, aim)) + ", NDCG@10 from "
                + text("%.3f", value(none, RerankMeasure.NDCG)) + " to "
                + text("%.3f", value(most, RerankMeasure.NDCG));
    }

    private static String name(RerankMeasure measure) {
        return switch (measure) {
            case RECALL -> "Recall";
            case NDCG -> "NDCG";
            case MAP -> "MAP";
            case DIVERSITY -> "Diversity";
            case MISCALIBRATION -> "Miscalibration";
            case NOVELTY -> "Novelty";
            case POPULARITY -> "Popularity";
        };
    }

    private static double value(Lists lists, RerankMeasure measure) {
        return lists.of(measure).map(Interval::estimate).orElse(Double.NaN);
    }

    private static String text(String format, Object value) {
        return String.format(Locale.ROOT, format, value);
    }
}
