package app.attune.decider;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All items that a bundle speaks of, numbered in the order of [Ranking], so that ties are settled by numbers.
final class ItemIndex {
    /// What [#find] says of an item the bundle doesn't know.
    static final int UNKNOWN = -1;

    private final List<String> names;
    private final Map<String, Integer> numbers;

    ItemIndex(Collection<String> items) {
        names = items.stream().distinct().sorted(Ranking.OF_ITEMS).toList();
        numbers = HashMap.newHashMap(names.size());
        for (int item = 0; item < names.size(); item++) {
            numbers.put(names.get(item), item);
        }
    }

    int size() {
        return names.size();
    }

    String name(int item) {
        return names.get(item);
    }

    int find(String name) {
        Integer item = numbers.get(name);
        return item == null ? UNKNOWN : item;
    }
}
