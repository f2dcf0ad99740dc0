package app.attune.recommend;

import java.util.List;

/// What to measure, on which interactions and how.
///
/// @param recommenders at least one
/// @param seed         of all randomness
/// @param groupings    of the test users, for ways with one test part
public record MeasuringRequest(
        List<RecommenderOptions> recommenders,
        InteractionOptions interactions,
        Protocol protocol,
        long seed,
        List<UserGroups.Grouping> groupings) {
    public MeasuringRequest {
        recommenders = List.copyOf(recommenders);
        groupings = List.copyOf(groupings);
    }
}
