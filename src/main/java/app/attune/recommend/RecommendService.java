package app.attune.recommend;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.profiles.Population;
import app.attune.stats.BootstrapOptions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Trains, measures, keeps and asks recommenders.
public final class RecommendService {
    /// Below this many test users a comparison says nothing.
    public static final int LEAST_TEST_USERS = 10;

    private final ModelStore store;
    private final Clock clock;
    private final RerankChoice rerankChoice = new RerankChoice();

    public RecommendService(ModelStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// Measures the options against Random and Popularity on the split, then trains on all interactions and keeps
    /// the model. A cancelled training keeps nothing.
    ///
    /// @throws ProblemException `recommend.no-interactions`, `recommend.too-few-test-users`, `recommend.hybrid-parts`
    public ModelCard train(Population population, TrainingRequest request, Progress progress) {
        progress.report("Selecting interactions", 0, 1);
        InteractionLog log = select(population, request.interactions(), progress);
        Parts parts = Parts.of(TemporalSplit.of(log, request.split())).core(request.core(), progress);
        Comparison comparison = compare(parts, List.of(request.recommender()), request, progress);
        InteractionLog kept = request.core() > 1 ? KCore.of(log, request.core(), progress) : log;
        Interactions all = Interactions.of(kept, progress);
        Interactions columns = request.recommender().placesNewItems() ? all.withEveryItem() : all;
        CatalogueModel model = Trainers.train(columns, request.recommender(), request.seed(), clock, progress);
        progress.checkpoint();
        ModelCard.TrainingSize size = new ModelCard.TrainingSize(all.users(), all.items(), all.pairs());
        return store.save(
                new ModelStore.Draft(model, request.interactions(), size, comparison.result(), comparison.ndcg10()));
    }

    /// A model of factors that were trained elsewhere, and for how many users it gives the factors of that training.
    public record Imported(ModelCard card, ImportedFactors.Folded folded) {}

    /// Measures factors that were trained elsewhere as [#train] measures a recommender, and keeps them as a model. What
    /// they were trained on is not known: it may have been the very interactions that measure them.
    ///
    /// @param request its recommender is not asked
    /// @throws ProblemException `recommend.no-interactions`, `recommend.too-few-test-users`
    public Imported keep(Population population, ImportedFactors factors, TrainingRequest request, Progress progress) {
        InteractionLog log = select(population, request.interactions(), progress);
        Parts parts = Parts.of(TemporalSplit.of(log, request.split()));
        Comparison comparison = compare(parts, List.of(), request, progress);
        comparison.add(
                factors.on(comparison.train(), clock, request.seed()),
                new Comparison.RowLabel(RecommenderNames.of(ImportedFactors.KIND), factors.origin(), 0),
                progress);
        Interactions all = Interactions.of(log, progress);
        FactorModel model = factors.model(all, clock, request.seed());
        ImportedFactors.Folded folded = factors.folded(model, population, request.interactions(), progress);
        ModelCard.TrainingSize size = new ModelCard.TrainingSize(
                factors.users().count(), factors.items().size(), all.pairs());
        ModelCard card = store.save(
                new ModelStore.Draft(model, request.interactions(), size, comparison.result(), comparison.ndcg10()));
        return new Imported(card, folded);
    }

    /// Measures several recommenders on one split; keeps nothing. Random and Popularity are always among the rows.
    ///
    /// @param request its recommender is measured first, then `more`
    /// @throws ProblemException as [#train]
    public Evaluation evaluate(
            Population population, TrainingRequest request, List<RecommenderOptions> more, Progress progress) {
        return evaluate(population, request, more, List.of(), progress).evaluation();
    }

    /// As [#evaluate(Population, TrainingRequest, List, Progress)], and for groups of users.
    ///
    /// @param groups by items in training first, then as asked
    public record Evaluated(Evaluation evaluation, List<GroupResults> groups) {
        public Evaluated {
            groups = List.copyOf(groups);
        }
    }

    /// As [#evaluate(Population, TrainingRequest, List, Progress)], and for groups of users.
    ///
    /// @throws ProblemException as [#train], `recommend.no-such-attribute`
    public Evaluated evaluate(
            Population population,
            TrainingRequest request,
            List<RecommenderOptions> more,
            List<UserGroups.Grouping> groupings,
            Progress progress) {
        List<RecommenderOptions> candidates = new ArrayList<>(List.of(request.recommender()));
        candidates.addAll(more);
        InteractionLog log = select(population, request.interactions(), progress);
        Parts parts = Parts.of(TemporalSplit.of(log, request.split())).core(request.core(), progress);
        Comparison comparison = compare(parts, candidates, request, progress);
        return new Evaluated(
                comparison.result(), comparison.groups(comparison.scored(), population, groupings, progress));
    }

    /// How the models of the leaderboard and Popularity stand for groups of users, by what was kept of each test user.
    /// Trains nothing.
    ///
    /// @throws ProblemException `recommend.data-changed`, `recommend.no-such-attribute`
    public List<GroupResults> groups(Population population, List<UserGroups.Grouping> groupings, Progress progress) {
        return new SavedScores(store).groups(population, groupings, progress);
    }

    /// Two to four saved models side by side: how alike their lists are, and how they stand for groups of users.
    ///
    /// @throws ProblemException `recommend.compare-count`, and as [#model]
    public ModelComparison compare(
            List<ModelId> ids, Population population, List<UserGroups.Grouping> groupings, Progress progress) {
        List<ModelId> distinct = ids.stream().distinct().toList();
        if (distinct.size() < ModelComparison.FEWEST || distinct.size() > ModelComparison.MOST) {
            throw ProblemException.of(
                    "recommend.compare-count",
                    "Two to four different models can be compared, not " + distinct.size() + ".",
                    "Name models of the leaderboard, such as item-knn-1 and popularity-1.");
        }
        ListOverlap overlap = new ListOverlap(population);
        List<ModelCard> cards = new ArrayList<>();
        for (ModelId id : distinct) {
            CatalogueModel model = model(id);
            store.card(id).ifPresent(card -> {
                cards.add(card);
                overlap.add(card, model);
            });
        }
        boolean alike = SavedScores.alike(cards).size() == cards.size();
        List<GroupResults> groups =
                alike ? new SavedScores(store).groupsOf(cards, population, groupings, progress) : List.of();
        return new ModelComparison(cards, overlap.overlaps(progress), groups, alike);
    }

    /// Measures in other ways than by one point in time.
    public Measuring measuring() {
        return new Measuring(store, clock);
    }

    /// The judge of settings for this request, whose recommender does not matter.
    ///
    /// @throws ProblemException `recommend.no-interactions`, `tune.too-few-users`, `recommend.too-few-test-users`
    public Validation validation(Population population, TrainingRequest request, Progress progress) {
        InteractionLog log = select(population, request.interactions(), progress);
        TemporalSplit split = TemporalSplit.of(log, request.split());
        Validation validation = Validation.of(split, request.seed(), clock, progress);
        Measuring.requireTestUsers(Parts.of(split), request.seed(), progress);
        return validation;
    }

    /// Which models are in use, and how their settings do today.
    public Registry registry() {
        return new Registry(this, store, clock);
    }

    /// How the split would cut the interactions, without training.
    ///
    /// @throws ProblemException `recommend.no-interactions`
    public SplitPreview preview(
            Population population, InteractionOptions interactions, SplitPoint split, Progress progress) {
        InteractionLog log = select(population, interactions, progress);
        TemporalSplit parts = TemporalSplit.of(log, split);
        TestSet test = TestSet.of(Interactions.of(parts.train(), progress), parts.test());
        return SplitPreview.of(log, SplitFacts.of(Parts.of(parts), test));
    }

    /// Cards of all models, newest first.
    public List<ModelCard> list() {
        return store.list();
    }

    /// The newest model's comparison with every other model measured on the same test users. Empty if there is none.
    public Optional<Leaderboard> leaderboard() {
        List<ModelCard> cards = store.list();
        return cards.isEmpty()
                ? Optional.empty()
                : Optional.of(Leaderboard.of(cards, store::ndcg10, BootstrapOptions.of(1)));
    }

    public Optional<ModelCard> card(ModelId id) {
        return store.card(id);
    }

    public Optional<ModelCard> newest(String kind) {
        return store.list().stream().filter(card -> card.kind().equals(kind)).findFirst();
    }

    /// @throws ProblemException `model.unknown`, `model.unreadable`, `model.damaged`
    public CatalogueModel model(ModelId id) {
        return store.load(id)
                .orElseThrow(() -> ProblemException.of(
                        "model.unknown", "There is no model " + id + ".", "Choose one from the list of models."));
    }

    /// The model and steps a window looks at re-ranked.
    public RerankChoice rerankChoice() {
        return rerankChoice;
    }

    /// What re-ranks the lists of saved models.
    public RerankService reranking() {
        return new RerankService(store, clock);
    }

    /// Hides the model from now on.
    public void delete(ModelId id) {
        store.delete(id, clock.instant());
    }

    /// Popularity over the same interactions, trained on the spot: what a list is compared with on screen.
    ///
    /// @throws ProblemException `recommend.no-interactions`
    public CatalogueModel popular(Population population, InteractionOptions interactions, Progress progress) {
        InteractionLog log = InteractionSelection.ofAll(population, interactions, progress);
        if (log.size() == 0) {
            throw NoInteractions.of(population, interactions);
        }
        Interactions data = Interactions.of(log, progress);
        return Trainers.train(data, Algorithm.POPULARITY.usual(), 1, clock, progress);
    }

    /// The best `k` items for a user by a saved model, from what the user had done before `asOf`.
    ///
    /// @throws ProblemException as [#model]
    public List<Recommendation> recommend(ModelId id, UserAt user, int k) {
        ModelCard card = store.card(id)
                .orElseThrow(() -> ProblemException.of(
                        "model.unknown", "There is no model " + id + ".", "Choose one from the list of models."));
        List<HistoryItem> history =
                new Histories(user.population(), card.interactions()).of(user.userIdx(), user.asOf());
        return model(id).recommend(history, k, Set.of());
    }

    /// A user at a point in time.
    public record UserAt(Population population, int userIdx, Instant asOf) {}

    static InteractionLog select(Population population, InteractionOptions options, Progress progress) {
        InteractionLog log = InteractionSelection.select(population, options, progress);
        if (log.size() == 0) {
            throw NoInteractions.of(population, options);
        }
        return log;
    }

    private Comparison compare(
            Parts parts, List<RecommenderOptions> candidates, TrainingRequest request, Progress progress) {
        Candidates all = Candidates.of(candidates, request.seed(), clock);
        all.check();
        Comparison comparison = Measuring.prepared(parts, request.seed(), progress);
        all.measure(comparison, progress);
        return comparison;
    }
}
