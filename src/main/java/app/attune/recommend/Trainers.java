package app.attune.recommend;

import app.attune.core.Progress;
import app.attune.core.Provenance;
import java.time.Clock;
import java.util.Arrays;

/// Trains a model by its options.
final class Trainers {
    private Trainers() {}

    /// What all trainers are given.
    ///
    /// @param provenance of the model to be; its seed is the seed of all randomness
    record Task(Interactions data, RecommenderOptions options, Provenance provenance, Progress progress) {}

    /// Whether the options can be trained whatever the data is.
    ///
    /// @throws app.attune.core.ProblemException `recommend.hybrid-parts`
    static void check(RecommenderOptions options) {
        if (options.algorithm() == Algorithm.HYBRID) {
            HybridTrainer.check(options);
        }
    }

    /// @throws java.util.concurrent.CancellationException if cancelled
    /// @throws app.attune.core.ProblemException `recommend.too-large` if the memory at hand does not hold the work
    static CatalogueModel train(
            Interactions data, RecommenderOptions options, long seed, Clock clock, Progress progress) {
        Provenance provenance = ModelProvenance.of(data, options.kind(), options.values(), seed, clock);
        return train(new Task(data, options, provenance, progress));
    }

    /// The same for a part of another model, with the seed of that.
    static CatalogueModel train(Task task) {
        return switch (task.options().algorithm()) {
            case POPULARITY -> popularity(task);
            case RECENT_POPULARITY -> RecentPopularity.train(task);
            case ITEM_KNN -> ItemKnnTrainer.train(task);
            case RP3BETA -> Rp3BetaTrainer.train(task);
            case EASE -> EaseTrainer.train(task);
            case SLIM -> SlimTrainer.train(task);
            case GRAPH_FILTER -> GraphFilterTrainer.train(task);
            case CONTENT -> ContentTrainer.train(task);
            case COMPLEMENTS -> ComplementTrainer.train(task);
            case MARKOV -> MarkovTrainer.train(task);
            case USER_KNN -> UserKnnModel.train(task);
            case SESSION_KNN -> UserKnnModel.ofSessions(task);
            case IALS -> IalsTrainer.train(task);
            case BPR -> BprTrainer.train(task);
            case HYBRID -> HybridTrainer.train(task);
            case SWITCHING -> SwitchingModel.train(task);
        };
    }

    private static PopularityModel popularity(Task task) {
        task.progress().report("Counting items", 0, 1);
        task.progress().checkpoint();
        int[] counts = task.options().choice("count").equals("USERS")
                ? task.data().usersByItem()
                : task.data().eventsByItem();
        return new PopularityModel(
                task.options().kind(),
                task.provenance(),
                PopularityModel.Counted.of(task.data()),
                Arrays.stream(counts).asDoubleStream().toArray());
    }
}
