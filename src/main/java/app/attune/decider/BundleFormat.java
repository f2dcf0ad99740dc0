package app.attune.decider;

import java.util.List;
import java.util.Map;

/// The names, the version and the limits of the bundle format.
public final class BundleFormat {
    /// The version written. Version 1 said which value refuses; since version 2 a bundle says which value agrees, and
    /// the manifest how many users have not; since version 3 decisions say of every rule why it did nothing; since
    /// version 4 rules can have a hit policy, weights and fallback models, and decisions several offers; since version
    /// 5
    /// a feature can be an item, and a rule can recommend from that item alone.
    public static final int VERSION = 5;

    /// The oldest version read.
    static final int OLDEST = 2;

    public static final String MANIFEST = "manifest.json";
    public static final String CHECKSUMS = "SHA256SUMS";

    /// Ed25519 over the bytes of the checksum file; in neither the checksums nor the manifest.
    public static final String SIGNATURE = "SIGNATURE";

    /// The public key that the signature is checked with.
    public static final String KEY = "signing-key.pem";

    public static final String RULES = "rules.json";
    public static final String SEGMENTS = "segments.json";
    public static final String FEATURES = "features.json";
    public static final String ITEMS = "items.json";
    public static final String GOLDEN = "golden.jsonl";
    public static final String RULEBOOK = "rulebook.md";
    public static final String POPULAR = "recommendations/popular.json";
    public static final String SIMILAR = "recommendations/similar-items.json";
    public static final String WALKED = "recommendations/rp3beta.json";
    public static final String LINEAR = "recommendations/ease.json";
    public static final String SPARSE = "recommendations/slim.json";
    public static final String FILTERED = "recommendations/graph-filter.json";
    public static final String ALIKE = "recommendations/content.json";
    public static final String COMPLEMENTS = "recommendations/complements.json";
    public static final String FOLLOWED = "recommendations/markov.json";
    public static final String ADDED = "recommendations/hybrid.json";
    public static final String FACTORS = "recommendations/ials.json";
    public static final String RANKED = "recommendations/bpr.json";
    public static final String RECENT = "recommendations/recent-popularity.json";
    public static final String USERS = "recommendations/users.jsonl";

    /// What every bundle has, besides the manifest, the checksums and the models that are trained.
    public static final List<String> REQUIRED = List.of(RULES, SEGMENTS, FEATURES, ITEMS, GOLDEN, RULEBOOK);

    /// The models that score items alike for everybody, all in the form of [#POPULAR].
    public static final List<String> COUNTED = List.of(POPULAR, RECENT);

    /// The models that weigh items by items, all in the form of [#SIMILAR].
    public static final List<String> WEIGHED =
            List.of(SIMILAR, WALKED, LINEAR, SPARSE, FILTERED, ALIKE, COMPLEMENTS, FOLLOWED, ADDED);

    /// The models of factors, all in the form of [#FACTORS].
    public static final List<String> FACTORED = List.of(FACTORS, RANKED);

    /// The file of each kind of model.
    public static final Map<String, String> MODELS = Map.ofEntries(
            Map.entry("popularity", POPULAR),
            Map.entry("recent-popularity", RECENT),
            Map.entry("item-knn", SIMILAR),
            Map.entry("rp3beta", WALKED),
            Map.entry("ease", LINEAR),
            Map.entry("slim", SPARSE),
            Map.entry("graph-filter", FILTERED),
            Map.entry("content", ALIKE),
            Map.entry("complements", COMPLEMENTS),
            Map.entry("markov", FOLLOWED),
            Map.entry("hybrid", ADDED),
            Map.entry("ials", FACTORS),
            Map.entry("bpr", RANKED));

    static final long LARGEST_MANIFEST = 1L << 20;

    /// The most bytes of a file that are read.
    public static final long LARGEST_FILE = 256L << 20;

    /// The most bytes of a whole bundle that are read.
    public static final long LARGEST_BUNDLE = 768L << 20;

    static final int MOST_FILES = 64;
    static final int MOST_VECTORS = 100_000;

    private BundleFormat() {}
}
