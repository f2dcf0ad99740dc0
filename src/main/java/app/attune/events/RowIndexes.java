package app.attune.events;

import app.attune.core.Progress;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Ways into the events of a frame that are made when they are first asked for: the rows of rare event types and the
/// rows of each item. Thread-safe.
///
/// Memory: for items up to 10 bytes an event; for types 28 bytes an event of theirs and 8 a user, of half as many
/// events
/// as there are at most, so up to 14 bytes an event. The least recently used types go first.
public final class RowIndexes {
    /// Types with more than one event in so many are read faster from the frame itself.
    private static final int RARE = 3;
    /// At most one event in so many is kept again.
    private static final int KEPT = 2;

    private final EventColumns events;
    private final Map<BitSet, TypeRows> types = new LinkedHashMap<>(8, 0.75f, true);
    private int[] typeCounts = new int[0];
    private Optional<ItemRows> items = Optional.empty();
    private Optional<int[]> users = Optional.empty();
    private Optional<long[]> span = Optional.empty();

    RowIndexes(EventColumns events) {
        this.events = events;
    }

    /// Empty when these types are not rare.
    ///
    /// @param frame  whose events these are
    /// @param wanted by position of the type
    /// @throws java.util.concurrent.CancellationException if nobody wants the answer any more
    synchronized Optional<TypeRows> ofTypes(EventFrame frame, boolean[] wanted, Progress progress) {
        if (!areRare(wanted)) {
            return Optional.empty();
        }
        BitSet key = new BitSet();
        for (int type = 0; type < wanted.length; type++) {
            key.set(type, wanted[type]);
        }
        TypeRows known = types.get(key);
        if (known == null) {
            int count = count(wanted);
            makeRoom(count);
            known = TypeRows.of(frame, wanted, count, progress);
            types.put(key, known);
        }
        return Optional.of(known);
    }

    /// Whether few enough events have one of these types to keep them apart.
    ///
    /// @param wanted by position of the type
    public synchronized boolean areRare(boolean[] wanted) {
        return (long) count(wanted) * RARE <= events.times().length;
    }

    /// Whether all events have one of these types.
    ///
    /// @param wanted by position of the type
    public synchronized boolean areOf(boolean[] wanted) {
        return count(wanted) == events.times().length;
    }

    private int count(boolean[] wanted) {
        if (typeCounts.length == 0) {
            int[] counts = new int[events.types().size()];
            for (int type : events.typeCodes()) {
                counts[type]++;
            }
            typeCounts = counts;
        }
        int count = 0;
        for (int type = 0; type < wanted.length; type++) {
            count += wanted[type] ? typeCounts[type] : 0;
        }
        return count;
    }

    private void makeRoom(int count) {
        long kept = types.values().stream().mapToLong(TypeRows::size).sum() + count;
        for (Iterator<TypeRows> eldest = types.values().iterator();
                kept * KEPT > events.times().length && eldest.hasNext(); ) {
            kept -= eldest.next().size();
            eldest.remove();
        }
    }

    /// Who has any events, ascending; made when first asked for. Not to be written.
    public synchronized int[] users() {
        if (users.isEmpty()) {
            int[] offsets = events.offsets();
            users = Optional.of(IntStream.range(0, offsets.length - 1)
                    .filter(userIdx -> offsets[userIdx] < offsets[userIdx + 1])
                    .toArray());
        }
        return users.get();
    }

    /// Whether all events are at or after `from` and before `to`, in epoch milliseconds.
    public synchronized boolean areWithin(long from, long to) {
        if (span.isEmpty()) {
            long first = Long.MAX_VALUE;
            long last = Long.MIN_VALUE;
            for (int userIdx : users()) {
                first = Math.min(first, events.times()[events.offsets()[userIdx]]);
                last = Math.max(last, events.times()[events.offsets()[userIdx + 1] - 1]);
            }
            span = Optional.of(new long[] {first, last});
        }
        return from <= span.get()[0] && span.get()[1] < to;
    }

    /// The rows of each item, made when first asked for; empty where there are too many items and types.
    ///
    /// @throws java.util.concurrent.CancellationException if nobody wants the answer any more
    public synchronized Optional<ItemRows> ofItems(Progress progress) {
        if (items.isEmpty() && ItemRows.isWorthIt(events)) {
            items = Optional.of(ItemRows.of(events, progress));
        }
        return items;
    }

    /// What is kept now.
    public synchronized long bytes() {
        long ofTypes = types.values().stream().mapToLong(TypeRows::bytes).sum();
        return ofTypes
                + items.map(ItemRows::bytes).orElse(0L)
                + users.map(some -> 4L * some.length).orElse(0L);
    }
}
