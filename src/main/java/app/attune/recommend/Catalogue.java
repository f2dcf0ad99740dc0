package app.attune.recommend;

import app.attune.core.ItemId;
import app.attune.core.Require;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The items a model knows, in the order that ends ties ([ItemId#RANKING]), with their positions.
final class Catalogue {
    private final List<ItemId> items;
    private final Map<ItemId, Integer> positions;

    /// @throws IllegalArgumentException unless `items` are strictly ascending by [ItemId#RANKING]
    Catalogue(List<ItemId> items) {
        this.items = List.copyOf(items);
        this.positions = HashMap.newHashMap(items.size());
        for (int itemIdx = 0; itemIdx < items.size(); itemIdx++) {
            Require.that(
                    itemIdx == 0 || ItemId.RANKING.compare(items.get(itemIdx - 1), items.get(itemIdx)) < 0,
                    "Items ascend in ranking order");
            positions.put(items.get(itemIdx), itemIdx);
        }
    }

    int size() {
        return items.size();
    }

    List<ItemId> items() {
        return items;
    }

    ItemId item(int itemIdx) {
        return items.get(itemIdx);
    }

    /// -1 for an item it does not know.
    int position(ItemId id) {
        return positions.getOrDefault(id, -1);
    }

    /// Positions of the known ones, ascending.
    int[] indexes(Set<ItemId> ids) {
        return ids.stream()
                .filter(positions::containsKey)
                .mapToInt(this::position)
                .sorted()
                .toArray();
    }

    /// The known items of a history, ascending by position: the order in which scores are summed.
    IndexedHistory index(List<HistoryItem> history) {
        List<HistoryItem> known = history.stream()
                .filter(entry -> positions.containsKey(entry.item()))
                .sorted((a, b) -> Integer.compare(position(a.item()), position(b.item())))
                .toList();
        int[] itemIdx = known.stream().mapToInt(entry -> position(entry.item())).toArray();
        double[] weights = known.stream().mapToDouble(HistoryItem::weight).toArray();
        return new IndexedHistory(itemIdx, weights, 0, itemIdx.length);
    }

    /// What one user did, by position in the catalogue, ascending; the range `from` to `to` of shared arrays.
    @SuppressWarnings("ArrayRecordComponent") // A view on shared arrays, never compared.
    record IndexedHistory(int[] itemIdx, double[] weights, int from, int to) {
        /// Where the item stands in the arrays, negative if it does not.
        int find(int item) {
            return Arrays.binarySearch(itemIdx, from, to, item);
        }
    }
}
