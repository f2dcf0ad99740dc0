package app.attune.rules;

import app.attune.core.ItemId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// How many items of each kind that is limited a list has so far.
final class LimitCount {
    private final List<ListLimit> limits;
    private final ItemAttributes attributes;
    private final List<Map<String, Integer>> counts = new ArrayList<>();

    LimitCount(List<ListLimit> limits, ItemAttributes attributes) {
        this.limits = limits;
        this.attributes = attributes;
        limits.forEach(limit -> counts.add(new HashMap<>()));
    }

    void add(ItemId item) {
        for (int i = 0; i < limits.size(); i++) {
            Map<String, Integer> count = counts.get(i);
            limits.get(i).group(item, attributes).ifPresent(group -> count.merge(group, 1, Integer::sum));
        }
    }

    /// The place of the first limit that has no room for the item; empty if there is room.
    OptionalInt full(ItemId item) {
        for (int i = 0; i < limits.size(); i++) {
            ListLimit limit = limits.get(i);
            Map<String, Integer> count = counts.get(i);
            if (limit.group(item, attributes)
                    .filter(group -> count.getOrDefault(group, 0) >= limit.most())
                    .isPresent()) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
