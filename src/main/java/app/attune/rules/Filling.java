package app.attune.rules;

import app.attune.core.ItemId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Fills the places of a list, pinned ones with their pins and others with the best candidate left: the end of step 5
/// of [Treatment].
final class Filling {
    /// Which item got the next place.
    sealed interface Filled {
        record Pinned(ItemId item) implements Filled {}

        record Next(RankedItem item) implements Filled {}
    }

    private final List<RankedItem> ranked;
    private final NavigableMap<Integer, ItemId> pins;
    private final List<Filled> places = new ArrayList<>();
    private int next;

    /// @param ranked the best first
    /// @param pins   by place
    Filling(List<RankedItem> ranked, NavigableMap<Integer, ItemId> pins) {
        this.ranked = ranked;
        this.pins = new TreeMap<>(pins);
    }

    /// Place 1 first.
    List<Filled> fill(int length) {
        while (places.size() < length && (next < ranked.size() || !pins.isEmpty())) {
            boolean pinned = pins.containsKey(places.size() + 1) || next == ranked.size();
            places.add(
                    pinned ? new Filled.Pinned(pins.pollFirstEntry().getValue()) : new Filled.Next(ranked.get(next++)));
        }
        return places;
    }

    /// What got no place: candidates, the best first, then pins.
    List<ItemId> left() {
        List<ItemId> left = new ArrayList<>();
        ranked.subList(next, ranked.size()).forEach(one -> left.add(one.item()));
        left.addAll(pins.values());
        return left;
    }
}
