package app.attune.decide;

import app.attune.core.ItemId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// What became of an item from one list to another.
///
/// @param before its place on the first list, 1 being the top; empty where it was not there
/// @param after  its place on the second
public record ListChange(ItemId item, OptionalInt before, OptionalInt after) {
    /// How an item moved.
    public enum Kind {
        SAME,
        UP,
        DOWN,
        NEW,
        GONE
    }

    /// The items of the second list in its order, then those that are gone in the order of the first.
    static List<ListChange> of(List<DecidedItem> before, List<DecidedItem> after) {
        Map<ItemId, Integer> then = places(before);
        Map<ItemId, Integer> now = places(after);
        List<ListChange> changes = new ArrayList<>();
        after.forEach(item ->
                changes.add(new ListChange(item.item(), place(then, item.item()), OptionalInt.of(item.place()))));
        before.stream()
                .filter(item -> !now.containsKey(item.item()))
                .forEach(item ->
                        changes.add(new ListChange(item.item(), OptionalInt.of(item.place()), OptionalInt.empty())));
        return changes;
    }

    private static Map<ItemId, Integer> places(List<DecidedItem> items) {
        Map<ItemId, Integer> places = new HashMap<>();
        items.forEach(item -> places.put(item.item(), item.place()));
        return places;
    }

    private static OptionalInt place(Map<ItemId, Integer> places, ItemId item) {
        Integer place = places.get(item);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    public Kind kind() {
        if (before.isEmpty()) {
            return Kind.NEW;
        }
        if (after.isEmpty()) {
            return Kind.GONE;
        }
        int up = places();
        return up == 0 ? Kind.SAME : up > 0 ? Kind.UP : Kind.DOWN;
    }

    /// How many places it went up; below 0 how many down, 0 where it is on one list only.
    public int places() {
        return before.isPresent() && after.isPresent() ? before.getAsInt() - after.getAsInt() : 0;
    }
}
