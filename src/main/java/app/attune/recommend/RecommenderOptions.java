package app.attune.recommend;

import java.util.Map;

/// Which algorithm, with every option written out.
public sealed interface RecommenderOptions permits PopularityOptions, ItemKnnOptions {
    /// The kind of model these options make, such as `item-knn`.
    String kind();

    /// Every option by name.
    Map<String, String> describe();
}
