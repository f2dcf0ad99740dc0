package app.attune.recommend;

/// What to train, on which interactions, and how to measure it.
///
/// @param seed of all randomness: the random baseline and the bootstrap
/// @param core of what trains, in the measurement as in the model that is kept ([KCore]); 0 keeps all
public record TrainingRequest(
        RecommenderOptions recommender, InteractionOptions interactions, SplitPoint split, long seed, int core) {
    /// With all users and items.
    public TrainingRequest(
            RecommenderOptions recommender, InteractionOptions interactions, SplitPoint split, long seed) {
        this(recommender, interactions, split, seed, 0);
    }

    public TrainingRequest withCore(int other) {
        return new TrainingRequest(recommender, interactions, split, seed, other);
    }

    /// The first 80 % train, seed 1.
    public static TrainingRequest of(RecommenderOptions recommender, InteractionOptions interactions) {
        return new TrainingRequest(recommender, interactions, SplitPoint.usual(), 1);
    }
}
