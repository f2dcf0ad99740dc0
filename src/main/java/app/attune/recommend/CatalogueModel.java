package app.attune.recommend;

import app.attune.core.ItemId;
import app.attune.core.Provenance;
import app.attune.core.Require;
import app.attune.recommend.Catalogue.IndexedHistory;
import app.attune.recommend.TopItems.Ranked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// A recommender that gives every item of a fixed catalogue a score: what the algorithms of this package share.
public abstract sealed class CatalogueModel implements RecommenderModel
        permits PopularityModel,
                ItemItemModel,
                ComplementModel,
                FactorModel,
                UserKnnModel,
                SwitchingModel,
                RandomModel {
    static final String SUPPORT = "support";

    private final Provenance provenance;
    private final Catalogue catalogue;
    private final int[] support;

    CatalogueModel(Provenance provenance, Catalogue catalogue, int[] support) {
        Require.that(support.length == catalogue.size(), "One support per item");
        this.provenance = provenance;
        this.catalogue = catalogue;
        this.support = support.clone();
    }

    /// Adds the score of every item to `scores` (zeros on entry). Scores of 0 or less are never recommended.
    abstract void score(IndexedHistory history, double[] scores);

    /// What the score of an item rests on, strongest first.
    abstract List<Recommendation.Evidence> evidence(IndexedHistory history, int itemIdx);

    /// Evidence of many items of one history.
    @FunctionalInterface
    interface Reasons {
        List<Recommendation.Evidence> of(int itemIdx);
    }

    /// The same for many items, so that what they share is worked out once.
    Reasons reasons(IndexedHistory history) {
        return itemIdx -> evidence(history, itemIdx);
    }

    /// Everything the model knows.
    ///
    /// @throws UnsupportedOperationException for a baseline that is never saved
    public abstract ModelTables tables();

    @Override
    public final Provenance provenance() {
        return provenance;
    }

    /// The items the model knows, in ranking order: positions in its tables.
    public final List<ItemId> items() {
        return catalogue.items();
    }

    /// Users who interacted with the item in the training data.
    public final int support(int itemIdx) {
        return support[itemIdx];
    }

    @Override
    public final List<Recommendation> recommend(List<HistoryItem> history, int k, Set<ItemId> excluded) {
        IndexedHistory known = catalogue.index(history);
        return list(known, k, excluded, reasons(known));
    }

    @Override
    public final List<Recommendation> rank(List<HistoryItem> history, int k, Set<ItemId> excluded) {
        return list(catalogue.index(history), k, excluded, itemIdx -> List.of());
    }

    @Override
    public final List<Recommendation.Evidence> evidence(List<HistoryItem> history, ItemId item) {
        int itemIdx = catalogue.position(item);
        return itemIdx < 0 ? List.of() : evidence(catalogue.index(history), itemIdx);
    }

    private List<Recommendation> list(IndexedHistory known, int k, Set<ItemId> excluded, Reasons reasons) {
        Ranked top =
                top(known, Math.min(k, catalogue.size()), catalogue.indexes(excluded), new double[catalogue.size()]);
        List<Recommendation> recommendations = new ArrayList<>();
        for (int rank = 0; rank < top.size(); rank++) {
            int itemIdx = top.positions()[rank];
            recommendations.add(new Recommendation(
                    catalogue.item(itemIdx), top.scores()[rank], reasons.of(itemIdx), support[itemIdx]));
        }
        return List.copyOf(recommendations);
    }

    /// The best `k` positions with a score above 0, without those of the history and `excluded`.
    ///
    /// @param scores working space of the catalogue's size, overwritten
    Ranked top(IndexedHistory history, int k, int[] excluded, double[] scores) {
        Arrays.fill(scores, 0);
        score(history, scores);
        for (int at = history.from(); at < history.to(); at++) {
            scores[history.itemIdx()[at]] = 0;
        }
        for (int itemIdx : excluded) {
            scores[itemIdx] = 0;
        }
        TopItems top = new TopItems(k);
        for (int itemIdx = 0; itemIdx < scores.length; itemIdx++) {
            if (scores[itemIdx] > 0) {
                top.offer(itemIdx, scores[itemIdx]);
            }
        }
        return top.drain();
    }

    /// The best `k` positions of each history with a score above 0, without its own.
    List<Ranked> top(List<IndexedHistory> histories, int k) {
        double[] scores = new double[catalogue.size()];
        return histories.stream()
                .map(history -> top(history, k, new int[0], scores))
                .toList();
    }

    final Catalogue catalogue() {
        return catalogue;
    }

    final int[] supports() {
        return support.clone();
    }
}
