package app.attune.recommend;

import app.attune.recommend.Catalogue.IndexedHistory;
import app.attune.recommend.TopItems.Ranked;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Asks a model about users of a catalogue with items that it does not know, such as one that learned from some of the
/// users only. Those items are never recommended.
final class FewerItems {
    private static final int UNKNOWN = -1;

    private final CatalogueModel model;
    private final int[] toModel;
    private final int[] toAsked;

    /// @param asked with all items of the model
    FewerItems(CatalogueModel model, Catalogue asked) {
        this.model = model;
        Catalogue known = model.catalogue();
        toModel = asked.items().stream().mapToInt(known::position).toArray();
        toAsked = known.items().stream().mapToInt(asked::position).toArray();
    }

    /// As [CatalogueModel#top(List, int)], in positions of the catalogue that is asked about.
    List<Ranked> top(List<IndexedHistory> histories, int k) {
        return model.top(histories.stream().map(this::known).toList(), k).stream()
                .map(this::asked)
                .toList();
    }

    private IndexedHistory known(IndexedHistory history) {
        int[] places = IntStream.range(history.from(), history.to())
                .filter(at -> toModel[history.itemIdx()[at]] != UNKNOWN)
                .toArray();
        int[] items =
                Arrays.stream(places).map(at -> toModel[history.itemIdx()[at]]).toArray();
        double[] weights =
                Arrays.stream(places).mapToDouble(at -> history.weights()[at]).toArray();
        return new IndexedHistory(items, weights, 0, items.length);
    }

    private Ranked asked(Ranked ranked) {
        return new Ranked(
                Arrays.stream(ranked.positions()).map(at -> toAsked[at]).toArray(), ranked.scores());
    }
}
