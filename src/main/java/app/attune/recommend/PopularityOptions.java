package app.attune.recommend;

import java.util.Map;

/// Options of the popularity recommender.
///
/// @param count what makes an item popular
public record PopularityOptions(Count count) implements RecommenderOptions {
    /// What is counted per item.
    public enum Count {
        /// Users with at least one interaction.
        USERS,
        /// Interactions, repeated ones included.
        EVENTS
    }

    public static PopularityOptions defaults() {
        return new PopularityOptions(Count.USERS);
    }

    @Override
    public String kind() {
        return PopularityModel.KIND;
    }

    @Override
    public Map<String, String> describe() {
        return Map.of("count", count.name());
    }
}
