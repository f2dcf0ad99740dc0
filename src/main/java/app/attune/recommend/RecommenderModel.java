package app.attune.recommend;

import app.attune.core.ItemId;
import app.attune.core.Provenance;
import java.util.List;
import java.util.Set;

/// A trained recommender: immutable, and a function of what one user did and nothing else, so that a server with the
/// same tables gives the same answers.
public interface RecommenderModel {
    /// A stable kebab-case name of the algorithm, such as `popularity` or `item-knn`.
    String kind();

    Provenance provenance();

    /// The best `k` items, highest score first; ties: smaller item id first ([ItemId#RANKING], whole numbers
    /// as numbers and before other ids). Items of the history and of `excluded` never appear; items with a score of 0
    /// or
    /// less do not appear.
    ///
    /// @param history  what the user did, any order, each item once; unknown items are ignored
    /// @param k        at least 1
    /// @return at most `k` items
    List<Recommendation> recommend(List<HistoryItem> history, int k, Set<ItemId> excluded);

    /// The same list without evidence, for all the items of which few are shown.
    default List<Recommendation> rank(List<HistoryItem> history, int k, Set<ItemId> excluded) {
        return recommend(history, k, excluded).stream()
                .map(found -> new Recommendation(found.item(), found.score(), List.of(), found.support()))
                .toList();
    }

    /// What [#recommend] cites for an item it has; empty for one it does not have.
    default List<Recommendation.Evidence> evidence(List<HistoryItem> history, ItemId item) {
        return recommend(history, Integer.MAX_VALUE, Set.of()).stream()
                .filter(found -> found.item().equals(item))
                .findFirst()
                .map(Recommendation::evidence)
                .orElse(List.of());
    }
}
