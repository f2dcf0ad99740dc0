package app.attune.recommend.tune;

import app.attune.recommend.Criterion;
import app.attune.recommend.InteractionOptions;
import app.attune.recommend.RecommenderOptions;
import app.attune.recommend.SplitPoint;
import app.attune.recommend.TrainingRequest;

/// What is searched, and how trials are judged.
///
/// @param by    the measure that decides
/// @param split where the test part begins, which trials do not read
public record SearchRequest(SearchPlan plan, Criterion by, InteractionOptions interactions, SplitPoint split) {
    /// The training of some settings, on the same interactions with the same split and seed.
    public TrainingRequest training(RecommenderOptions options) {
        return new TrainingRequest(options, interactions, split, plan.seed());
    }

    SearchRequest withTrials(int trials) {
        return new SearchRequest(plan.withTrials(trials), by, interactions, split);
    }
}
