package app.attune.recommend.tune;

import app.attune.recommend.RecommenderOptions;
import java.util.List;
import java.util.Optional;

/// Chooses what to try next. It knows nothing but the plan and the trials so far, so a search that was stopped goes on
/// as if it had not been.
interface Searcher {
    /// What to try next.
    ///
    /// @param share of the users of the training part to learn from
    record Proposal(RecommenderOptions options, double share) {}

    /// Empty when the plan is fulfilled, or nothing new is left to try.
    ///
    /// @param past all trials so far, in their order
    Optional<Proposal> next(List<Trial> past);

    static Searcher of(SearchPlan plan) {
        return switch (plan.strategy()) {
            case RANDOM -> new RandomSearch(plan);
            case HALVING -> new SuccessiveHalving(plan);
            case TPE -> new Tpe(plan);
        };
    }
}
