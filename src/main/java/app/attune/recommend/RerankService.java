package app.attune.recommend;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.profiles.Population;
import app.attune.recommend.rerank.Reranker;
import app.attune.recommend.rerank.Reranking;
import app.attune.recommend.rerank.Step;
import app.attune.stats.BootstrapOptions;
import java.time.Clock;
import java.util.List;

/// Re-ranks the lists of saved models, and tells what that costs.
public final class RerankService {
    private final ModelStore store;
    private final Clock clock;

    RerankService(ModelStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// Which strengths of steps are looked at besides those asked for.
    public enum Curves {
        NONE,
        FIRST,
        ALL
    }

    /// The model's options are trained again on what came before the split of its evaluation, and its lists of the same
    /// test users are measured with and without each step. Keeps nothing.
    ///
    /// @throws ProblemException `model.unknown`, `recommend.data-changed`, and as [Reranker]
    public RerankCosts costs(ModelId id, Reranking reranking, Curves curves, Population population, Progress progress) {
        ModelCard card = card(id);
        progress.report("Finding the test users again", 0, 1);
        Comparison comparison =
                SavedScores.again(card, population, progress).orElseThrow(() -> SavedScores.changed(card));
        CatalogueModel model = Trainers.train(
                comparison.train(), card.options(), card.provenance().seed(), clock, progress);
        return new RerankComparison(reranking, curved(reranking, curves), BootstrapOptions.of(1), progress)
                .costs(id, model, comparison);
    }

    /// The model with its lists re-ranked.
    ///
    /// @throws ProblemException `model.unknown`, `model.unreadable`, `model.damaged`, and as [Reranker]
    public RerankedModel model(ModelId id, Reranking reranking, Population population, Progress progress) {
        ModelCard card = card(id);
        CatalogueModel model = store.load(id).orElseThrow(() -> unknown(id));
        Interactions now =
                Interactions.of(InteractionSelection.select(population, card.interactions(), progress), progress);
        Reranker reranker = new Reranker(reranking, RerankMaterial.of(model, now, progress));
        return new RerankedModel(card, model, reranking, reranker);
    }

    private static List<Step> curved(Reranking reranking, Curves curves) {
        List<Step> strong = reranking.steps().stream()
                .filter(step -> step.strength().isPresent())
                .distinct()
                .toList();
        return switch (curves) {
            case NONE -> List.of();
            case FIRST -> strong.stream().limit(1).toList();
            case ALL -> strong;
        };
    }

    private ModelCard card(ModelId id) {
        return store.card(id).orElseThrow(() -> unknown(id));
    }

    private static ProblemException unknown(ModelId id) {
        return ProblemException.of(
                "model.unknown", "There is no model " + id + ".", "Choose one from the list of models.");
    }
}
