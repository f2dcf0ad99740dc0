package app.attune.recommend;

/// What the kinds of recommenders are called in sentences and charts.
public final class RecommenderNames {
    private RecommenderNames() {}

    /// `Item-kNN` for `item-knn`; an unknown kind is its own name.
    public static String of(String kind) {
        return switch (kind) {
            case ItemKnnModel.KIND -> "Item-kNN";
            case PopularityModel.KIND -> "Popularity";
            case RandomModel.KIND -> "Random";
            default -> kind;
        };
    }
}
