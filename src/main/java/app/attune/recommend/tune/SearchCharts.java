package app.attune.recommend.tune;

import app.attune.core.chart.BarChart;
import app.attune.core.chart.RunChart;
import app.attune.core.chart.RunChart.Attempt;
import app.attune.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The charts of a search: how the best grew, and which settings go along with the differences.
public final class SearchCharts {
    private static final double PERCENT = 100;

    private SearchCharts() {}

    /// Empty while no trial has a score.
    public static Optional<RunChart> run(Search search) {
        return search.best().map(best -> {
            List<Trial> trials = search.comparable();
            List<Search.Step> steps = search.history();
            List<Attempt> attempts = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                attempts.add(new Attempt(
                        steps.get(i).trial(),
                        trials.get(i).estimate(),
                        steps.get(i).score()));
            }
            return new RunChart(
                    "search-history",
                    String.format(
                            Locale.ROOT,
                            "Trial %d is the best with %s %.3f",
                            best.number(),
                            search.request().by().title(),
                            best.estimate()),
                    String.format(
                            Locale.ROOT,
                            "%s of each trial (dots) and the best so far (line) on the validation users, n = %,d",
                            search.request().by().title(),
                            best.score().map(Interval::n).orElse(0)),
                    "Trial",
                    search.request().by().title(),
                    attempts);
        });
    }

    /// Empty with too few trials to say.
    ///
    /// @param label what a setting is called
    public static Optional<BarChart> importance(Search search, UnaryOperator<String> label) {
        List<Importance> found = Importance.of(search);
        return found.stream()
                .findFirst()
                .map(first -> new BarChart(
                        "search-importance",
                        label.apply(first.setting()) + " goes along with the differences most",
                        "Share of the variance of ranks between values of a setting (Kruskal-Wallis), trials n = "
                                + first.trials(),
                        "% of the differences",
                        found.stream()
                                .map(one -> new BarChart.Bar(
                                        label.apply(one.setting()),
                                        Math.round(PERCENT * one.share()),
                                        one.equals(first)))
                                .toList()));
    }
}
