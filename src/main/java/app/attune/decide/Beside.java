package app.attune.decide;

import app.attune.core.ItemId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Two decisions about one user side by side.
///
/// @param title     what the second is made with
/// @param before    as things stand
/// @param after     with one thing different
/// @param items     what became of each item
/// @param itemNames of every item of both
/// @param segmentNames of those either is in, by id
/// @param kept      a sentence on what was kept as it is although it might be otherwise; empty where nothing was
public record Beside(
        String title,
        Decision before,
        Decision after,
        List<ListChange> items,
        Map<ItemId, String> itemNames,
        Map<String, String> segmentNames,
        Optional<String> kept) {
    public Beside {
        items = List.copyOf(items);
        itemNames = Map.copyOf(itemNames);
        segmentNames = Map.copyOf(segmentNames);
    }

    public String itemName(ItemId item) {
        return itemNames.getOrDefault(item, item.value());
    }

    /// How many items of that kind there are.
    public long count(ListChange.Kind kind) {
        return items.stream().filter(change -> change.kind() == kind).count();
    }
}
