package app.attune.rules;

/// What recommenders are called in the sentences of rules.
public final class ModelWords {
    private ModelWords() {}

    private static final String SEEDED = " from the item of the trigger";

    /// A kind that is asked from the item of the trigger alone, told apart from one that is asked from the history.
    public static String seeded(String kind) {
        return kind + SEEDED;
    }

    /// As on the screen of models; an unknown kind is its own name.
    public static String name(String kind) {
        return switch (kind) {
            case "item-knn" -> "Item-kNN";
            case "popularity" -> "Popularity";
            default -> kind.endsWith(SEEDED) ? seeded(name(kind.substring(0, kind.length() - SEEDED.length()))) : kind;
        };
    }

    /// As in "recommend WHAT IS MOST POPULAR (POPULARITY)".
    static String sentence(String kind, Treatment.Seed seed) {
        if (seed == Treatment.Seed.TRIGGER) {
            return kind.equals("item-knn")
                    ? "what goes with the item of the trigger (" + name(kind) + ")"
                    : sentence(kind, Treatment.Seed.HISTORY) + " but the item of the trigger";
        }
        return switch (kind) {
            case "item-knn" -> "what goes with the user's own items (" + name(kind) + ")";
            case "popularity" -> "what is most popular (" + name(kind) + ")";
            default -> "from the model " + kind;
        };
    }
}
