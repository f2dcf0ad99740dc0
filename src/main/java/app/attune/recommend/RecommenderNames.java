package app.attune.recommend;

/// What the kinds of recommenders are called in sentences and charts.
public final class RecommenderNames {
    private RecommenderNames() {}

    /// `Item-kNN 3` for the saved model `item-knn-3`; a baseline's name is its own.
    public static String ofRow(String name) {
        int hyphen = name.lastIndexOf('-');
        boolean numbered = hyphen > 0 && name.substring(hyphen + 1).matches("[0-9]+");
        return numbered ? of(name.substring(0, hyphen)) + " " + name.substring(hyphen + 1) : name;
    }

    /// The same of a saved model.
    public static String of(ModelId id) {
        return ofRow(id.toString());
    }

    /// `Item-kNN` for `item-knn`; an unknown kind is its own name.
    public static String of(String kind) {
        if (kind.equals(RandomModel.KIND)) {
            return "Random";
        }
        if (kind.equals(ImportedFactors.KIND)) {
            return "Spark ALS";
        }
        return Algorithm.of(kind).map(Algorithm::title).orElse(kind);
    }
}
