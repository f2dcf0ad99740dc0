package app.attune.events;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The offsets of a partition that came, as ranges without holes. Exact; cost O(log ranges) an offset.
final class Offsets {
    /// Last offset by first one.
    private final TreeMap<Long, Long> ranges = new TreeMap<>();

    private long repeated;

    void add(long offset) {
        Map.Entry<Long, Long> before = ranges.floorEntry(offset);
        if (before != null && before.getValue() >= offset) {
            repeated++;
            return;
        }
        boolean joins = before != null && before.getValue() == offset - 1;
        long from = joins ? before.getKey() : offset;
        long to = Optional.ofNullable(ranges.remove(offset + 1)).orElse(offset);
        ranges.put(from, to);
    }

    long first() {
        return ranges.firstKey();
    }

    long last() {
        return ranges.lastEntry().getValue();
    }

    /// Rows whose offset came before.
    long repeated() {
        return repeated;
    }

    int holes() {
        return ranges.size() - 1;
    }

    /// The first offset that did not come, if there are holes.
    long firstHole() {
        return ranges.firstEntry().getValue() + 1;
    }

    /// Offsets between the first and the last that did not come.
    long missing() {
        long there = ranges.entrySet().stream()
                .mapToLong(range -> range.getValue() - range.getKey() + 1)
                .sum();
        return last() - first() + 1 - there;
    }
}
