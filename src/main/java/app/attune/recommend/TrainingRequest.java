package app.attune.recommend;

/// What to train, on which interactions, and how to measure it.
///
/// @param seed of all randomness: the random baseline and the bootstrap
public record TrainingRequest(
        RecommenderOptions recommender, InteractionOptions interactions, SplitPoint split, long seed) {
    /// The first 80 % train, seed 1.
    public static TrainingRequest of(RecommenderOptions recommender, InteractionOptions interactions) {
        return new TrainingRequest(recommender, interactions, SplitPoint.usual(), 1);
    }
}
