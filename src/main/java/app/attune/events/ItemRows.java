package app.attune.events;

import app.attune.core.Progress;
import java.util.Arrays;
import java.util.BitSet;

/// The rows of each item and event type, in order of the frame, each with its time in ticks: what a question about few
/// items reads in place of all events. Immutable.
///
/// A tick is the fewest milliseconds with which the span of the events fits into 31 bits: 1 for up to 24 days, 4 for
/// 90.
/// Memory: 8 bytes an event and 4 for each item and type, of which there are at most half as many as events.
public final class ItemRows {
    private static final int CHECK_EVERY = 1 << 18;

    private final EventColumns events;
    private final int types;
    private final int[] starts;
    private final int[] rows;
    private final int[] ticks;
    private final long first;
    private final int shift;

    private ItemRows(EventColumns events) {
        this.events = events;
        types = events.types().size();
        starts = new int[Math.multiplyExact(events.items().size(), types) + 1];
        rows = new int[events.times().length];
        ticks = new int[rows.length];
        first = Arrays.stream(events.times()).min().orElse(0);
        long span = Arrays.stream(events.times()).max().orElse(0) - first;
        shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(span) - (Integer.SIZE - 1));
    }

    /// Whether there are few enough items and types to keep the rows of each of them apart.
    static boolean isWorthIt(EventColumns events) {
        return (long) events.items().size() * events.types().size() <= Math.max(1 << 10, events.times().length / 2);
    }

    /// Cost: two passes over all events.
    static ItemRows of(EventColumns events, Progress progress) {
        ItemRows all = new ItemRows(events);
        int[] next = new int[all.starts.length];
        for (int row = 0; row < all.rows.length; row++) {
            if (events.itemCodes()[row] != Dictionary.MISSING) {
                all.starts[all.list(row) + 1]++;
            }
            check(row, progress);
        }
        for (int list = 1; list < next.length; list++) {
            all.starts[list] += all.starts[list - 1];
            next[list] = all.starts[list];
        }
        for (int row = 0; row < all.rows.length; row++) {
            if (events.itemCodes()[row] != Dictionary.MISSING) {
                int place = next[all.list(row)]++;
                all.rows[place] = row;
                all.ticks[place] = all.tick(events.times()[row]);
            }
            check(row, progress);
        }
        return all;
    }

    private static void check(int row, Progress progress) {
        if (row % CHECK_EVERY == 0) {
            progress.checkpoint();
        }
    }

    private int list(int row) {
        return events.itemCodes()[row] * types + events.typeCodes()[row];
    }

    /// Of a time that may lie outside of the events.
    private int tick(long time) {
        if (time <= first) {
            return 0;
        }
        long since = time - first;
        return since < 0 ? Integer.MAX_VALUE : (int) Math.min(Integer.MAX_VALUE, since >> shift);
    }

    /// How many rows of any type these items have.
    public long count(int[] items) {
        long count = 0;
        for (int item : items) {
            count += starts[(item + 1) * types] - starts[item * types];
        }
        return count;
    }

    /// The rows of these items and types, ascending, at or after `from` and before `to` in epoch milliseconds. Cost:
    /// the
    /// rows of the items, and for several lists of them a bit for every event.
    ///
    /// @param wanted which types, by position
    public int[] of(int[] items, boolean[] wanted, long from, long to) {
        Found found = new Found(new int[(int) count(items)], from, to, tick(from), tick(to));
        int size = 0;
        int lists = 0;
        for (int item : items) {
            for (int type = 0; type < types; type++) {
                if (wanted[type]) {
                    size = add(item * types + type, found, size);
                    lists++;
                }
            }
        }
        return lists == 1 ? Arrays.copyOf(found.rows(), size) : ascending(found.rows(), size);
    }

    @SuppressWarnings("ArrayRecordComponent") // Scratch space, never compared.
    private record Found(int[] rows, long from, long to, int low, int high) {}

    /// Only times in the ticks at the ends of the window are looked up.
    private int add(int list, Found found, int size) {
        int next = size;
        for (int place = starts[list]; place < starts[list + 1]; place++) {
            int tick = ticks[place];
            if (tick > found.low() && tick < found.high()) {
                found.rows()[next++] = rows[place];
            } else if (tick >= found.low() && tick <= found.high()) {
                long time = events.times()[rows[place]];
                found.rows()[next] = rows[place];
                next += time >= found.from() && time < found.to() ? 1 : 0;
            }
        }
        return next;
    }

    private static int[] ascending(int[] found, int size) {
        BitSet all = new BitSet();
        for (int i = 0; i < size; i++) {
            all.set(found[i]);
        }
        return all.stream().toArray();
    }

    long bytes() {
        return 8L * rows.length + 4L * starts.length;
    }
}
