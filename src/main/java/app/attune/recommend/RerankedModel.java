package app.attune.recommend;

import app.attune.core.ItemId;
import app.attune.recommend.Catalogue.IndexedHistory;
import app.attune.recommend.rerank.Reranked;
import app.attune.recommend.rerank.Reranker;
import app.attune.recommend.rerank.Reranking;
import java.util.List;
import java.util.Set;

/// A saved model whose lists are re-ranked. Thread-safe.
public final class RerankedModel {
    private final ModelCard card;
    private final CatalogueModel model;
    private final Reranking reranking;
    private final Reranker reranker;

    RerankedModel(ModelCard card, CatalogueModel model, Reranking reranking, Reranker reranker) {
        this.card = card;
        this.model = model;
        this.reranking = reranking;
        this.reranker = reranker;
    }

    public ModelCard card() {
        return card;
    }

    public Reranking reranking() {
        return reranking;
    }

    /// The first `n` for what a user did, weighed as the model was trained.
    public Reranked list(List<HistoryItem> history, int n) {
        IndexedHistory known = model.catalogue().index(history);
        int candidates = Math.min(reranking.candidates(), model.catalogue().size());
        return reranker.rerank(
                RerankComparison.of(
                        known,
                        model.top(
                                known,
                                candidates,
                                model.catalogue().indexes(Set.of()),
                                new double[model.catalogue().size()])),
                n);
    }

    public ItemId item(int itemIdx) {
        return model.catalogue().item(itemIdx);
    }
}
