package app.attune.segments;

import app.attune.events.Dictionary;
import app.attune.events.EventFrame;
import java.util.HashMap;
import java.util.Map;

/// How many of some events of one user are of which item; see [Measure.MostOfOneItem] and [Measure.ItemWithMost].
///
/// Cost: one step an event and one an item.
final class ItemTally {
    private final EventFrame frame;
    private final Map<Integer, Item> items = new HashMap<>();

    private static final class Item {
        private int events;
        private long last;
    }

    /// @param hits in the order of time
    ItemTally(EventFrame frame, Hits hits) {
        this.frame = frame;
        for (int place = 0; place < hits.size(); place++) {
            int row = hits.row(place);
            if (frame.item(row) != Dictionary.MISSING) {
                Item item = items.computeIfAbsent(frame.item(row), first -> new Item());
                item.events++;
                item.last = frame.time(row);
            }
        }
    }

    /// The events of the item with the most of them; 0 without any.
    double most() {
        return items.values().stream().mapToInt(item -> item.events).max().orElse(0);
    }

    /// The position of that item in the dictionary; NaN without any.
    double leader() {
        return items.entrySet().stream()
                .min((one, other) -> {
                    Item a = one.getValue();
                    Item b = other.getValue();
                    int order = Integer.compare(b.events, a.events);
                    order = order != 0 ? order : Long.compare(b.last, a.last);
                    return order != 0 ? order : ByteOrder.compare(id(one.getKey()), id(other.getKey()));
                })
                .map(Map.Entry::getKey)
                .map(Integer::doubleValue)
                .orElse(Double.NaN);
    }

    private String id(int item) {
        return frame.items().text(item);
    }
}
