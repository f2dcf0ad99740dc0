package app.attune.rules;

import app.attune.core.ItemId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
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
    private final LimitCount limits;
    private final Map<ItemId, Integer> held = new LinkedHashMap<>();
    private final List<Filled> places = new ArrayList<>();
    private int next;

    /// @param ranked the best first
    /// @param pins   by place
    Filling(List<RankedItem> ranked, NavigableMap<Integer, ItemId> pins, LimitCount limits) {
        this.ranked = ranked;
        this.pins = new TreeMap<>(pins);
        this.limits = limits;
    }

    /// Place 1 first.
    List<Filled> fill(int length) {
        pins.headMap(length, true).values().forEach(limits::add);
        while (places.size() < length) {
            if (pins.containsKey(places.size() + 1)) {
                pin();
            } else if (hasNext()) {
                RankedItem item = ranked.get(next++);
                limits.add(item.item());
                places.add(new Filled.Next(item));
            } else if (!pins.isEmpty()) {
                pin();
            } else {
                break;
            }
        }
        return places;
    }

    private void pin() {
        places.add(new Filled.Pinned(pins.pollFirstEntry().getValue()));
    }

    /// Goes on to the next candidate that the limits have room for.
    private boolean hasNext() {
        while (next < ranked.size()) {
            ItemId item = ranked.get(next).item();
            OptionalInt full = limits.full(item);
            if (full.isEmpty()) {
                return true;
            }
            held.put(item, full.getAsInt());
            next++;
        }
        return false;
    }

    /// Candidates that a limit held back, the best first, with the place of the limit.
    Map<ItemId, Integer> held() {
        return held;
    }

    /// What got no place: candidates, the best first, then pins.
    List<ItemId> left() {
        List<ItemId> left = new ArrayList<>();
        ranked.subList(next, ranked.size()).forEach(one -> left.add(one.item()));
        left.addAll(pins.values());
        return left;
    }
}
