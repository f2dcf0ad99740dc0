package app.attune.recommend;

import app.attune.recommend.Setting.Amount;
import app.attune.recommend.Setting.Choice;
import app.attune.recommend.Setting.Whole;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The recommenders that can be trained, each with its options.
public enum Algorithm {
    POPULARITY("popularity", "Popularity", new Choice("count", List.of("USERS", "EVENTS"))),

    /// What most people took lately.
    RECENT_POPULARITY(
            "recent-popularity",
            "Recent popularity",
            new Amount("half-life", 0.01, 36_500, 30),
            new Choice("count", List.of("USERS", "EVENTS"))),

    /// Similar items by the users they share.
    ITEM_KNN(
            "item-knn",
            "Item-kNN",
            new Whole("neighbours", 1, 1000, 50),
            new Amount("shrink", 0, 1e6, 20),
            new Choice("weighting", List.of("NONE", "TF_IDF", "BM25"))),

    /// Similar items by a random walk of three steps.
    RP3BETA(
            "rp3beta",
            "RP3beta",
            new Whole("neighbours", 1, 1000, 100),
            new Amount("alpha", 0.1, 3, 1),
            new Amount("beta", 0, 2, 0.6)),

    /// A linear model of items by items in closed form.
    EASE("ease", "EASE", new Amount("lambda", 1e-3, 1e6, 300), new Whole("neighbours", 0, 1_000_000, 200)),

    /// A sparse linear model of items by items without weights below 0.
    SLIM(
            "slim",
            "SLIM",
            new Amount("l1", 0, 1e6, 1),
            new Amount("l2", 1e-6, 1e6, 20),
            new Whole("candidates", 0, 1_000_000, 300)),

    /// Similar items by what smooths tastes over the items that users share.
    GRAPH_FILTER(
            "graph-filter",
            "Graph filter",
            new Whole("tastes", 1, 1024, 128),
            new Amount("taste-weight", 0, 10, 0.2),
            new Amount("sharpening", 0, 4, 2.5),
            new Whole("neighbours", 1, 1_000_000, 200)),

    /// Similar items by their attributes and the words of their texts.
    CONTENT("content", "Content", new Whole("neighbours", 1, 1000, 200), new Amount("word-weight", 0, 100, 0.5)),

    /// What is in one basket with an item.
    COMPLEMENTS(
            "complements",
            "Complements",
            new Choice("basket", List.of("ORDER", "SESSION", "DAY")),
            new Choice("measure", List.of("LOG_LIKELIHOOD", "LIFT", "CONFIDENCE")),
            new Whole("min-support", 1, 1_000_000, 3),
            new Whole("neighbours", 1, 1000, 50)),

    /// What comes after an item.
    MARKOV(
            "markov",
            "Markov chain",
            new Choice("sequence", List.of("SESSION", "DAY", "USER")),
            new Amount("shrink", 0, 1e6, 5),
            new Whole("neighbours", 1, 1000, 100)),

    /// What users with a history of that kind took.
    USER_KNN("user-knn", "User-kNN", new Whole("neighbours", 1, 10_000, 100), new Amount("shrink", 0, 1e6, 10)),

    /// What is taken in sessions of that kind.
    SESSION_KNN(
            "session-knn",
            "Session-kNN",
            new Choice("sequence", List.of("SESSION", "DAY")),
            new Whole("neighbours", 1, 10_000, 200),
            new Amount("shrink", 0, 1e6, 0)),

    /// Matrix factorisation for implicit feedback by alternating least squares.
    IALS(
            "ials",
            "iALS",
            new Whole("factors", 1, 1024, 64),
            new Whole("iterations", 1, 200, 15),
            new Amount("unobserved", 1e-6, 10, 0.1),
            new Amount("lambda", 1e-9, 100, 0.003),
            new Amount("nu", 0, 2, 1),
            new Choice("solver", List.of("CHOLESKY", "CONJUGATE_GRADIENT"))),

    /// Matrix factorisation by the order of pairs of items.
    BPR(
            "bpr",
            "BPR",
            new Whole("factors", 1, 1024, 64),
            new Whole("epochs", 1, 1000, 50),
            new Amount("rate", 1e-5, 1, 0.02),
            new Amount("lambda", 0, 10, 0.01)),

    /// The sum of models of items by items.
    HYBRID(
            "hybrid",
            "Hybrid",
            new Choice("method", List.of("STACKED", "WEIGHTED")),
            new Choice("first", Names.BY_ITEMS),
            new Choice("second", Names.beginning("RP3BETA")),
            new Choice("third", Names.beginning("NONE")),
            new Choice("fourth", Names.beginning("NONE")),
            new Amount("first-weight", 0, 100, 1),
            new Amount("second-weight", 0, 100, 1),
            new Amount("third-weight", 0, 100, 1),
            new Amount("fourth-weight", 0, 100, 1)),

    /// One for users who did little, another for those who did more.
    SWITCHING(
            "switching",
            "Switching",
            new Whole("threshold", 1, 1000, 5),
            new Choice("few", Names.ofAll("RECENT_POPULARITY")),
            new Choice("many", Names.ofAll("ITEM_KNN")));

    /// Names of algorithms that others are made of.
    private static final class Names {
        static final List<String> BY_ITEMS =
                List.of("ITEM_KNN", "RP3BETA", "EASE", "SLIM", "GRAPH_FILTER", "CONTENT", "COMPLEMENTS", "MARKOV");

        private static final List<String> OTHERS =
                List.of("POPULARITY", "RECENT_POPULARITY", "USER_KNN", "SESSION_KNN", "IALS", "BPR");

        static List<String> ofAll(String first) {
            return Stream.concat(beginning(first).stream(), OTHERS.stream())
                    .distinct()
                    .toList();
        }

        static List<String> beginning(String name) {
            return Stream.concat(Stream.of(name), BY_ITEMS.stream()).distinct().toList();
        }
    }

    private final String kind;
    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // The list is one of List.of.
    private final List<Setting> settings;

    Algorithm(String kind, String title, Setting... settings) {
        this.kind = kind;
        this.title = title;
        this.settings = List.of(settings);
    }

    /// The stable kebab-case name of its models, such as `item-knn`.
    public String kind() {
        return kind;
    }

    /// What it is called in sentences and charts.
    public String title() {
        return title;
    }

    /// Whether its lists differ from user to user.
    public boolean isPersonal() {
        return this != POPULARITY && this != RECENT_POPULARITY;
    }

    /// Whether a server can ask its models from the files of a bundle; others need what all users did.
    public boolean isServed() {
        return this != USER_KNN && this != SESSION_KNN && this != SWITCHING;
    }

    /// The same of a kind; those of other versions are, but factors of other trainers are not.
    public static boolean isServed(String kind) {
        return !kind.equals(ImportedFactors.KIND)
                && of(kind).map(Algorithm::isServed).orElse(true);
    }

    /// Its options, in the order they are shown.
    public List<Setting> settings() {
        return settings;
    }

    public Optional<Setting> setting(String name) {
        return settings.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /// Its options as they usually are.
    public RecommenderOptions usual() {
        return new RecommenderOptions(this, settings.stream().collect(Collectors.toMap(Setting::name, Setting::usual)));
    }

    public static Optional<Algorithm> of(String kind) {
        return Arrays.stream(values()).filter(one -> one.kind.equals(kind)).findFirst();
    }
}
