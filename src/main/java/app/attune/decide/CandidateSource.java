package app.attune.decide;

import app.attune.recommend.HistoryItem;
import app.attune.recommend.Recommendation;
import app.attune.recommend.RecommenderModel;
import app.attune.rules.Candidate;
import app.attune.rules.RulePlan;
import app.attune.rules.TriedModel;
import app.attune.segments.TriggerItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where the candidates of a decision come from.
///
/// @param kind    of the model that gave them; empty if none had any
/// @param asked   all models that were
/// @param tried   what came of those models that a rule names
/// @param history the one that gave them looked at
/// @param seed    what it looked at instead of the user's own history
record CandidateSource(
        Optional<String> kind,
        List<Recommendation> list,
        DecisionReason reason,
        List<Strategy.Asked> asked,
        List<TriedModel> tried,
        List<HistoryItem> history,
        Optional<TriggerItem.Found> seed) {
    List<Candidate> candidates() {
        return list.stream()
                .map(found -> new Candidate(found.item(), found.score()))
                .toList();
    }

    /// Of somebody who may be personalised.
    static CandidateSource of(RulePlan plan, DecisionCase asked, DecisionSetup setup) {
        return new Asking(setup).along(plan, asked);
    }

    /// Of somebody who may not.
    static CandidateSource popular(DecisionSetup setup) {
        Asking asking = new Asking(setup);
        List<Recommendation> list = asking.ask(ModelShelf.POPULARITY, List.of());
        Optional<String> kind = list.isEmpty() ? Optional.empty() : Optional.of(ModelShelf.POPULARITY);
        return asking.source(kind, list, DecisionReason.DISABLED, List.of(), Optional.empty());
    }

    /// Models being asked one after the other.
    private static final class Asking {
        private final DecisionSetup setup;
        private final List<Strategy.Asked> asked = new ArrayList<>();
        private final List<TriedModel> tried = new ArrayList<>();

        Asking(DecisionSetup setup) {
            this.setup = setup;
        }

        CandidateSource along(RulePlan plan, DecisionCase decided) {
            boolean seeded = plan.seedOf().isPresent();
            Optional<TriggerItem.Found> seed = plan.seedOf().flatMap(decided.bound()::of);
            List<HistoryItem> looked = seeded ? alone(seed) : decided.history();
            Optional<String> instead = setup.models().instead();
            List<String> models = instead.map(List::of).orElseGet(plan::models);
            for (String kind : models) {
                List<Recommendation> list = seeded && seed.isEmpty() ? none(kind) : ask(kind, looked);
                tried.add(new TriedModel(kind, asked.getLast().answer()));
                if (!list.isEmpty()) {
                    DecisionReason reason =
                            instead.isPresent() ? DecisionReason.RECOMMENDER : DecisionReason.TARGETING_MATCH;
                    return source(Optional.of(kind), list, reason, looked, seed);
                }
            }
            for (String kind : setup.models().chain(List.of())) {
                boolean isNew = seeded || !models.contains(kind);
                List<Recommendation> list = isNew ? ask(kind, decided.history()) : List.of();
                if (!list.isEmpty()) {
                    DecisionReason reason = reason(kind, models);
                    return source(Optional.of(kind), list, reason, decided.history(), Optional.empty());
                }
            }
            return source(Optional.empty(), List.of(), DecisionReason.DEFAULT, decided.history(), Optional.empty());
        }

        private static List<HistoryItem> alone(Optional<TriggerItem.Found> seed) {
            return seed.map(found -> List.of(new HistoryItem(found.item(), 1))).orElse(List.of());
        }

        CandidateSource source(
                Optional<String> kind,
                List<Recommendation> list,
                DecisionReason reason,
                List<HistoryItem> looked,
                Optional<TriggerItem.Found> seed) {
            return new CandidateSource(kind, list, reason, List.copyOf(asked), List.copyOf(tried), looked, seed);
        }

        /// All items a model can score, best first.
        List<Recommendation> ask(String kind, List<HistoryItem> history) {
            int all = Math.max(1, setup.population().events().itemCount());
            Optional<RecommenderModel> model = setup.models().model(kind);
            List<Recommendation> list =
                    model.map(trained -> trained.rank(history, all, Set.of())).orElse(List.of());
            asked.add(new Strategy.Asked(kind, answer(kind, list), list.size()));
            return list;
        }

        private List<Recommendation> none(String kind) {
            asked.add(new Strategy.Asked(kind, answer(kind, List.of()), 0));
            return List.of();
        }

        private TriedModel.Answer answer(String kind, List<Recommendation> list) {
            if (!list.isEmpty()) {
                return TriedModel.Answer.GAVE;
            }
            return setup.models().model(kind).isPresent()
                    ? TriedModel.Answer.NO_CANDIDATES
                    : TriedModel.Answer.NOT_TRAINED;
        }

        /// Of a model that no rule asked for.
        private DecisionReason reason(String kind, List<String> wanted) {
            boolean isDefault = wanted.isEmpty() && kind.equals(setup.models().defaultKind());
            return isDefault ? DecisionReason.RECOMMENDER : DecisionReason.FALLBACK;
        }
    }
}
