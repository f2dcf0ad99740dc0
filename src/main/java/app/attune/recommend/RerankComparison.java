package app.attune.recommend;

import app.attune.core.Progress;
import app.attune.recommend.Catalogue.IndexedHistory;
import app.attune.recommend.RerankCosts.Change;
import app.attune.recommend.RerankCosts.Curve;
import app.attune.recommend.RerankCosts.Difference;
import app.attune.recommend.RerankCosts.Lists;
import app.attune.recommend.TopItems.Ranked;
import app.attune.recommend.rerank.Material;
import app.attune.recommend.rerank.Reranked;
import app.attune.recommend.rerank.Reranker;
import app.attune.recommend.rerank.Reranking;
import app.attune.recommend.rerank.Step;
import app.attune.recommend.rerank.UserCase;
import app.attune.stats.Bootstrap;
import app.attune.stats.BootstrapOptions;
import app.attune.stats.Holm;
import app.attune.stats.Interval;
import app.attune.stats.PairedT;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Measures the lists of one model with all steps of a re-ranking, without each, and at other strengths.
final class RerankComparison {
    static final int LENGTH = 10;
    static final List<Double> STRENGTHS = List.of(0.0, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9);

    private final Reranking reranking;
    private final List<Step> curved;
    private final BootstrapOptions bootstrap;
    private final Progress progress;
    private final List<Reranking> variants = new ArrayList<>();
    private final List<Paired> pairs = new ArrayList<>();
    private List<UserScores> scores = List.of();

    /// Differences of one change before their p-values are adjusted.
    private record Paired(Optional<Step> step, UserScores with, UserScores without) {}

    /// @param curved the steps whose other strengths are looked at
    RerankComparison(Reranking reranking, List<Step> curved, BootstrapOptions bootstrap, Progress progress) {
        this.reranking = reranking;
        this.curved = curved;
        this.bootstrap = bootstrap;
        this.progress = progress;
    }

    RerankCosts costs(ModelId id, CatalogueModel model, Comparison comparison) {
        Material material = RerankMaterial.of(comparison.train(), progress);
        variants();
        List<Evaluator.Relist> lists = variants.stream()
                .map(variant -> relist(new Reranker(variant, material)))
                .toList();
        scores = comparison.evaluator().evaluate(model, reranking.candidates(), lists, progress);
        pairs.add(new Paired(Optional.empty(), scores.get(1), scores.getFirst()));
        for (int step = 0; step < parted(); step++) {
            pairs.add(new Paired(Optional.of(reranking.steps().get(step)), scores.get(1), scores.get(2 + step)));
        }
        List<Change> changes = changes();
        return new RerankCosts(
                id,
                reranking,
                comparison.facts().testUsers(),
                comparison.evaluator().kinds(),
                lists(scores.getFirst()),
                lists(scores.get(1)),
                changes,
                changes.stream().mapToInt(change -> change.differences().size()).sum(),
                curves());
    }

    /// As the model has them, with all steps, without each where there are several, then the points of curves.
    private void variants() {
        variants.add(new Reranking(reranking.candidates(), List.of()));
        variants.add(reranking);
        for (int step = 0; step < parted(); step++) {
            variants.add(reranking.without(step));
        }
        for (Step step : curved) {
            int at = reranking.steps().indexOf(step);
            STRENGTHS.forEach(strength -> variants.add(reranking.with(at, step.withStrength(strength))));
        }
    }

    /// Steps that are looked at one by one.
    private int parted() {
        return reranking.steps().size() > 1 ? reranking.steps().size() : 0;
    }

    private static Evaluator.Relist relist(Reranker reranker) {
        return (history, list) -> reranker.rerank(of(history, list), LENGTH).items().stream()
                .mapToInt(Reranked.Placed::itemIdx)
                .toArray();
    }

    static UserCase of(IndexedHistory history, Ranked list) {
        return new UserCase(
                list.positions(),
                list.scores(),
                Arrays.copyOfRange(history.itemIdx(), history.from(), history.to()),
                Arrays.copyOfRange(history.weights(), history.from(), history.to()));
    }

    private Lists lists(UserScores one) {
        Map<RerankMeasure, Interval> means = new EnumMap<>(RerankMeasure.class);
        for (RerankMeasure measure : RerankMeasure.values()) {
            double[] known = Arrays.stream(measure.of(one))
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            if (known.length > 0) {
                means.put(measure, Bootstrap.mean(known, bootstrap, progress));
            }
        }
        return new Lists(means, one.coverage10(), one.gini10());
    }

    private List<Change> changes() {
        List<Map<RerankMeasure, Difference>> raw =
                pairs.stream().map(this::differences).toList();
        double[] adjusted = Holm.adjust(raw.stream()
                .flatMap(one -> one.values().stream())
                .mapToDouble(Difference::pValue)
                .toArray());
        List<Change> changes = new ArrayList<>();
        int next = 0;
        for (int at = 0; at < raw.size(); at++) {
            Map<RerankMeasure, Difference> corrected = new EnumMap<>(RerankMeasure.class);
            for (Map.Entry<RerankMeasure, Difference> one : raw.get(at).entrySet()) {
                corrected.put(one.getKey(), new Difference(one.getValue().mean(), adjusted[next++]));
            }
            Paired pair = pairs.get(at);
            changes.add(new Change(
                    pair.step(),
                    corrected,
                    pair.with().coverage10() - pair.without().coverage10(),
                    pair.with().gini10() - pair.without().gini10()));
        }
        return changes;
    }

    private Map<RerankMeasure, Difference> differences(Paired pair) {
        Map<RerankMeasure, Difference> found = new EnumMap<>(RerankMeasure.class);
        for (RerankMeasure measure : RerankMeasure.values()) {
            double[] with = measure.of(pair.with());
            double[] without = measure.of(pair.without());
            int[] both = IntStream.range(0, with.length)
                    .filter(user -> !Double.isNaN(with[user]) && !Double.isNaN(without[user]))
                    .toArray();
            if (both.length > 1) {
                double[] a = Arrays.stream(both).mapToDouble(user -> with[user]).toArray();
                double[] b =
                        Arrays.stream(both).mapToDouble(user -> without[user]).toArray();
                found.put(
                        measure,
                        new Difference(
                                Bootstrap.pairedDifference(a, b, bootstrap, progress),
                                PairedT.of(a, b).pValue()));
            }
        }
        return found;
    }

    private List<Curve> curves() {
        List<Curve> curves = new ArrayList<>();
        int next = 2 + parted();
        for (Step step : curved) {
            List<RerankCosts.Point> points = new ArrayList<>();
            for (double strength : STRENGTHS) {
                points.add(new RerankCosts.Point(strength, lists(scores.get(next++))));
            }
            curves.add(new Curve(step, points));
        }
        return curves;
    }
}
