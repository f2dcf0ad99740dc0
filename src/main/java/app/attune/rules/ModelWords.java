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
            case "rp3beta" -> "RP3beta";
            case "ease" -> "EASE";
            case "slim" -> "SLIM";
            case "graph-filter" -> "Graph filter";
            case "content" -> "Content";
            case "complements" -> "Complements";
            case "markov" -> "Markov chain";
            case "ials" -> "iALS";
            case "bpr" -> "BPR";
            case "user-knn" -> "User-kNN";
            case "session-knn" -> "Session-kNN";
            case "hybrid" -> "Hybrid";
            case "switching" -> "Switching";
            case "recent-popularity" -> "Recent popularity";
            case "spark-als" -> "Spark ALS";
            default -> kind.endsWith(SEEDED) ? seeded(name(kind.substring(0, kind.length() - SEEDED.length()))) : kind;
        };
    }

    /// As in "recommend WHAT IS MOST POPULAR (POPULARITY)".
    static String sentence(String kind, Treatment.Seed seed) {
        boolean ofTrigger = seed == Treatment.Seed.TRIGGER;
        return switch (kind) {
            case "item-knn",
                    "rp3beta",
                    "ease",
                    "slim",
                    "graph-filter",
                    "ials",
                    "bpr",
                    "spark-als",
                    "hybrid",
                    "switching" -> "what goes with " + of(seed) + " (" + name(kind) + ")";
            case "content" -> "what is like " + of(seed) + " (" + name(kind) + ")";
            case "user-knn" -> "what users with " + of(seed) + " took (" + name(kind) + ")";
            case "session-knn" -> "what is taken in sessions with " + of(seed) + " (" + name(kind) + ")";
            case "complements" -> "what is in one basket with " + of(seed) + " (" + name(kind) + ")";
            case "markov" -> "what comes after " + of(seed) + " (" + name(kind) + ")";
            case "popularity" ->
                "what is most popular (" + name(kind) + ")" + (ofTrigger ? " but the item of the trigger" : "");
            case "recent-popularity" ->
                "what is most popular lately (" + name(kind) + ")" + (ofTrigger ? " but the item of the trigger" : "");
            default -> "from the model " + kind + (ofTrigger ? " but the item of the trigger" : "");
        };
    }

    private static String of(Treatment.Seed seed) {
        return seed == Treatment.Seed.TRIGGER ? "the item of the trigger" : "the user's own items";
    }
}
