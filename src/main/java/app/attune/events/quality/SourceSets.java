package app.attune.events.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The set of sources of every user: users with the same set share it, and a set is made once.
final class SourceSets {
    private static final int NOTHING = 0;

    private final List<BitSet> sets = new ArrayList<>(List.of(new BitSet()));
    private final Map<BitSet, Integer> known = new HashMap<>(Map.of(new BitSet(), NOTHING));
    private final Map<Long, Integer> steps = new HashMap<>();
    private int[] setOf = new int[1_024];

    void add(int user, int source) {
        if (user >= setOf.length) {
            setOf = Arrays.copyOf(setOf, Math.max(user + 1, setOf.length * 2));
        }
        int before = setOf[user];
        if (!sets.get(before).get(source)) {
            setOf[user] = steps.computeIfAbsent(((long) before << Integer.SIZE) | source, step -> with(before, source));
        }
    }

    private int with(int set, int source) {
        BitSet more = (BitSet) sets.get(set).clone();
        more.set(source);
        return known.computeIfAbsent(more, first -> {
            sets.add(more);
            return sets.size() - 1;
        });
    }

    /// Users by the set of their sources; those without any are left out. Cost: one pass over the users.
    Map<BitSet, Long> counts() {
        Map<BitSet, Long> counts = new HashMap<>();
        for (int set : setOf) {
            if (set != NOTHING) {
                counts.merge(sets.get(set), 1L, Long::sum);
            }
        }
        return counts;
    }

    /// Users of a source.
    ///
    /// @param counts as [#counts] made them
    static long users(Map<BitSet, Long> counts, int source) {
        return counts.entrySet().stream()
                .filter(set -> set.getKey().get(source))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /// Users of this source alone.
    static long only(Map<BitSet, Long> counts, int source) {
        BitSet alone = new BitSet();
        alone.set(source);
        return counts.getOrDefault(alone, 0L);
    }
}
