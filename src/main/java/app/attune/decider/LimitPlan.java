package app.attune.decider;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// A limit of the list over numbered items: which of them count together. Never changed.
final class LimitPlan {
    private static final int NONE = -1;

    private final int most;
    private final int[] groupOf;
    private final int groups;

    LimitPlan(ServerLimit limit, Map<String, Map<String, String>> attributes, ItemIndex items) {
        Map<String, Integer> numbers = new HashMap<>();
        most = limit.most();
        groupOf = new int[items.size()];
        Arrays.fill(groupOf, NONE);
        for (int i = 0; i < groupOf.length; i++) {
            int item = i;
            limit.group(items.name(i), attributes).ifPresent(group -> {
                Integer known = numbers.putIfAbsent(group, numbers.size());
                groupOf[item] = known == null ? numbers.size() - 1 : known;
            });
        }
        groups = numbers.size();
    }

    /// A count of nothing yet, for one list.
    int[] counts() {
        return new int[groups];
    }

    void add(int item, int[] counts) {
        if (groupOf[item] != NONE) {
            counts[groupOf[item]]++;
        }
    }

    boolean hasRoom(int item, int[] counts) {
        return groupOf[item] == NONE || counts[groupOf[item]] < most;
    }
}
