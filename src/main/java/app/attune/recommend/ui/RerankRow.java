package app.attune.recommend.ui;

import app.attune.recommend.RerankCosts;
import app.attune.recommend.RerankMeasure;
import app.attune.recommend.rerank.Step;
import app.attune.stats.Interval;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A line of the table of costs, in words.
record RerankRow(
        String measure, String step, String before, String after, String difference, String p, String verdict) {
    /// All steps first, then each where there are several.
    static List<RerankRow> of(RerankCosts costs, Texts texts) {
        List<RerankRow> rows = new ArrayList<>();
        for (RerankCosts.Change change : costs.changes()) {
            for (RerankMeasure measure : RerankMeasure.values()) {
                change.of(measure)
                        .map(found -> row(costs, change, measure, found, texts))
                        .ifPresent(rows::add);
            }
            boolean all = change.step().isEmpty();
            rows.add(new RerankRow(
                    texts.get("rerank.measure.COVERAGE"),
                    step(change, texts),
                    all ? Numbers.percent(costs.before().coverage10()) : "",
                    all ? Numbers.percent(costs.after().coverage10()) : "",
                    signed(change.coverage10()),
                    "",
                    ""));
            rows.add(new RerankRow(
                    texts.get("rerank.measure.GINI"),
                    step(change, texts),
                    all ? Numbers.metric(costs.before().gini10()) : "",
                    all ? Numbers.metric(costs.after().gini10()) : "",
                    signed(change.gini10()),
                    "",
                    ""));
        }
        return rows;
    }

    private static RerankRow row(
            RerankCosts costs,
            RerankCosts.Change change,
            RerankMeasure measure,
            RerankCosts.Difference found,
            Texts texts) {
        boolean all = change.step().isEmpty();
        Interval mean = found.mean();
        return new RerankRow(
                texts.get("rerank.measure." + measure),
                step(change, texts),
                all ? value(costs.before().of(measure)) : "",
                all ? value(costs.after().of(measure)) : "",
                signed(mean.estimate()) + " (" + signed(mean.low()) + " to " + signed(mean.high()) + ")",
                Numbers.pValue(found.pValue()),
                texts.get(
                        found.distinguishable()
                                ? mean.estimate() > 0 ? "rerank.higher" : "rerank.lower"
                                : "groups.NOT_DISTINGUISHABLE"));
    }

    private static String step(RerankCosts.Change change, Texts texts) {
        return change.step().map(Step::words).orElseGet(() -> texts.get("rerank.all"));
    }

    private static String value(Optional<Interval> interval) {
        return interval.map(BeyondTable::metric).orElse(Numbers.NONE);
    }

    private static String signed(double value) {
        return (value > 0 ? "+" : "") + String.format(Locale.ROOT, "%.3f", value);
    }
}
