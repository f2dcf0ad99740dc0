package app.attune.decide;

import app.attune.recommend.Algorithm;
import app.attune.recommend.RecommenderModel;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The trained models a decision can draw on.
///
/// @param byKind      the model of each kind
/// @param defaultKind asked when no rule names another; it need not be trained
/// @param instead     the kind that is asked whatever a rule names; usually none
public record ModelShelf(Map<String, RecommenderModel> byKind, String defaultKind, Optional<String> instead) {
    /// The kind that ends every fallback chain.
    public static final String POPULARITY = "popularity";

    public ModelShelf {
        byKind = Map.copyOf(byKind);
    }

    public ModelShelf(Map<String, RecommenderModel> byKind, String defaultKind) {
        this(byKind, defaultKind, Optional.empty());
    }

    /// A shelf on which this model is asked first, whatever a rule names.
    ModelShelf insteadOfAll(RecommenderModel model) {
        Map<String, RecommenderModel> models = new HashMap<>(byKind);
        models.put(model.kind(), model);
        return new ModelShelf(models, defaultKind, Optional.of(model.kind()));
    }

    /// The default is the first of them whose lists differ from user to user and that a server can ask as well, so that
    /// a bundle decides alike; popularity if there is none.
    public static ModelShelf of(Collection<? extends RecommenderModel> models) {
        Map<String, RecommenderModel> byKind = new LinkedHashMap<>();
        models.forEach(model -> byKind.put(model.kind(), model));
        return new ModelShelf(byKind, defaultOf(byKind.keySet()));
    }

    /// The default of models of these kinds, in order.
    static String defaultOf(Collection<String> kinds) {
        return kinds.stream().filter(ModelShelf::mayBeDefault).findFirst().orElse(POPULARITY);
    }

    static boolean mayBeDefault(String kind) {
        return isPersonal(kind) && Algorithm.isServed(kind);
    }

    /// Whether the lists of a kind differ from user to user; kinds of older versions do.
    static boolean isPersonal(String kind) {
        return Algorithm.of(kind).map(Algorithm::isPersonal).orElse(true);
    }

    public Optional<RecommenderModel> model(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }

    /// In the order they are asked, each kind once: the wanted ones, the default, popularity.
    Set<String> chain(List<String> wanted) {
        Set<String> chain = new LinkedHashSet<>(wanted);
        chain.add(defaultKind);
        chain.add(POPULARITY);
        return chain;
    }
}
