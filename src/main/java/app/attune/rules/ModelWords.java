package app.attune.rules;

/// What recommenders are called in the sentences of rules.
public final class ModelWords {
    private ModelWords() {}

    /// As on the screen of models; an unknown kind is its own name.
    public static String name(String kind) {
        return switch (kind) {
            case "item-knn" -> "Item-kNN";
            case "popularity" -> "Popularity";
            default -> kind;
        };
    }

    /// As in "recommend WHAT IS MOST POPULAR (POPULARITY)".
    static String sentence(String kind) {
        return switch (kind) {
            case "item-knn" -> "what goes with the user's own items (" + name(kind) + ")";
            case "popularity" -> "what is most popular (" + name(kind) + ")";
            default -> "from the model " + kind;
        };
    }
}
