package app.attune.recommend;

import app.attune.core.chart.IntervalChart;
import app.attune.core.chart.IntervalChart.Estimate;
import app.attune.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What results by period say, in a sentence and a chart.
public final class RollingWords {
    private static final double LEVEL = 0.95;

    private RollingWords() {}

    /// Such as "1 Sep 2026 to 30 Sep 2026".
    public static String days(RollingEvaluation.Period period) {
        return ComparisonChart.day(period.window().from()) + " to "
                + ComparisonChart.day(period.window().to().minusMillis(1));
    }

    /// Whether the metric fell, rose, or neither can be told.
    public static String trend(RollingEvaluation.Row row) {
        String name = RecommenderNames.ofRow(row.name());
        Optional<Interval> trend = row.trend();
        if (trend.isEmpty()) {
            return name + ": too few periods with results to tell whether NDCG@10 fell; at least "
                    + RollingEvaluation.LEAST_FOR_TREND + " are needed.";
        }
        Interval change = trend.get();
        String interval = String.format(
                Locale.ROOT,
                "%+.4f a period (95 %% interval %+.4f to %+.4f)",
                change.estimate(),
                change.low(),
                change.high());
        if (change.containsZero()) {
            return name + ": a change of NDCG@10 over the periods is not distinguishable from none: " + interval + ".";
        }
        return name + ": NDCG@10 " + (change.high() < 0 ? "fell" : "rose") + " over the periods: " + interval + ".";
    }

    /// What the settings of a model made of the data of today, beside what they made of the data of then.
    public static String refit(Registry.Refit refit) {
        Interval then = refit.then().result().ndcg10();
        Interval now = refit.now().result().ndcg10();
        String finding = refit.change().containsZero()
                ? "the change is not distinguishable from none"
                : "it " + (refit.change().high() < 0 ? "fell" : "rose");
        return String.format(
                Locale.ROOT,
                "%s has the settings of %s, trained on the data of today. NDCG@10 was %.3f of %,d test users, is %.3f of"
                        + " %,d%s: %s, %+.3f (95 %% interval %+.3f to %+.3f).",
                RecommenderNames.of(refit.now().id()),
                RecommenderNames.of(refit.then().id()),
                then.estimate(),
                then.n(),
                now.estimate(),
                now.n(),
                refit.paired() ? ", the same ones" : "",
                finding,
                refit.change().estimate(),
                refit.change().low(),
                refit.change().high());
    }

    /// Whether one is better than another over all periods.
    public static String difference(PairedDifference one) {
        String best = RecommenderNames.ofRow(one.best());
        String other = RecommenderNames.ofRow(one.other());
        String interval = String.format(
                Locale.ROOT,
                "%.3f (95 %% interval %.3f to %.3f)",
                one.ndcg10().estimate(),
                one.ndcg10().low(),
                one.ndcg10().high());
        return one.distinguishable()
                ? best + " is better than " + other + " by " + interval + " NDCG@10, user by user in the same periods."
                : best + " and " + other + " are not distinguishable over the periods: the difference in NDCG@10 is "
                        + interval + ".";
    }

    /// NDCG@10 of a recommender by period, in their order, then over all.
    public static IntervalChart chart(RollingEvaluation rolling, RollingEvaluation.Row row) {
        List<Estimate> estimates = new ArrayList<>();
        for (RollingEvaluation.Period period : rolling.measured()) {
            RollingEvaluation.row(period, row.name())
                    .ifPresent(found -> estimates.add(estimate(days(period), found.ndcg10(), false)));
        }
        estimates.add(estimate("All periods", row.ndcg10(), true));
        return new IntervalChart(
                "recommender-periods",
                trend(row),
                String.format(
                        Locale.ROOT,
                        "NDCG@10 over all items, 95%% bootstrap intervals over users; trained anew before each period,"
                                + " n = %,d tests",
                        rolling.answers()),
                "NDCG@10",
                LEVEL,
                estimates);
    }

    private static Estimate estimate(String name, Interval interval, boolean highlighted) {
        return new Estimate(
                name,
                interval.estimate(),
                Math.min(interval.low(), interval.estimate()),
                Math.max(interval.high(), interval.estimate()),
                interval.n(),
                highlighted);
    }
}
