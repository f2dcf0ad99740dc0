package app.attune.events;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The offsets of a partition that came, as ranges without holes. Exact until they are too many; cost O(log ranges)
/// an offset.
final class Offsets {
    /// Last offset by first one.
    private final TreeMap<Long, Long> ranges = new TreeMap<>();

    private final int mostRanges;
    private long repeated;

    /// @param mostRanges remembered at most
    Offsets(int mostRanges) {
        this.mostRanges = mostRanges;
    }

    /// Whether there were more ranges than are remembered: nothing is counted any more.
    boolean isGivenUp() {
        return ranges.size() > mostRanges;
    }

    void add(long offset) {
        if (isGivenUp()) {
            return;
        }
        Map.Entry<Long, Long> before = ranges.floorEntry(offset);
        if (before != null && before.getValue() >= offset) {
            repeated++;
            return;
        }
        boolean joins = before != null && before.getValue() == offset - 1;
        long from = joins ? before.getKey() : offset;
        long to = offset == Long.MAX_VALUE
                ? offset
                : Optional.ofNullable(ranges.remove(offset + 1)).orElse(offset);
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
    BigInteger missing() {
        BigInteger missing = BigInteger.ZERO;
        long before = first() - 1;
        for (Map.Entry<Long, Long> range : ranges.entrySet()) {
            missing = missing.add(BigInteger.valueOf(range.getKey()).subtract(BigInteger.valueOf(before + 1)));
            before = range.getValue();
        }
        return missing;
    }
}
