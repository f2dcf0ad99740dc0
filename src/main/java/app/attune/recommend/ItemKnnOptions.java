package app.attune.recommend;

import app.attune.core.Require;
import java.util.Map;

/// Options of the item-kNN recommender.
///
/// @param neighbours kept per item, 1 to 1,000
/// @param shrink     added to the cosine's denominator, 0 or more: the larger, the less rare pairs count
public record ItemKnnOptions(int neighbours, double shrink) implements RecommenderOptions {
    public ItemKnnOptions {
        Require.that(neighbours >= 1 && neighbours <= 1000, "Neighbours lie between 1 and 1,000");
        Require.that(Double.isFinite(shrink) && shrink >= 0, "Shrink is 0 or more");
    }

    /// 50 neighbours, shrink 20.
    public static ItemKnnOptions defaults() {
        return new ItemKnnOptions(50, 20);
    }

    @Override
    public String kind() {
        return ItemKnnModel.KIND;
    }

    @Override
    public Map<String, String> describe() {
        return Map.of("neighbours", Integer.toString(neighbours), "shrink", Double.toString(shrink));
    }
}
