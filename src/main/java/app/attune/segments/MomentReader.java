package app.attune.segments;

import app.attune.events.EventFrame;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Goes from user to user and from moment to moment, and says which conditions hold there; see [Moments].
///
/// A user's events of a kind are looked for once, whatever number of conditions and moments ask for them. Of one
/// thread.
public final class MomentReader {
    private final EventFrame frame;
    private final List<EventFilter> filters;
    private final List<Moments.Part> wholes;
    private final int[][] rows;
    private final int[] sizes;
    private final Hits hits = new Hits();
    private int userIdx;
    private long now;

    MomentReader(EventFrame frame, List<EventFilter> filters, List<Moments.Part> wholes) {
        this.frame = frame;
        this.filters = List.copyOf(filters);
        this.wholes = List.copyOf(wholes);
        rows = new int[filters.size()][16];
        sizes = new int[filters.size()];
    }

    /// Goes to a user.
    public void user(int next) {
        userIdx = next;
        Arrays.fill(sizes, -1);
    }

    /// The positions of the conditions that hold for the user by what is known before a time in epoch milliseconds, in
    /// the order in which they were added.
    ///
    /// @throws java.util.concurrent.CancellationException if nobody wants the answer any more
    public BitSet at(long millis) {
        now = millis;
        BitSet held = new BitSet(wholes.size());
        for (int i = 0; i < wholes.size(); i++) {
            if (wholes.get(i).holds(this)) {
                held.set(i);
            }
        }
        return held;
    }

    int userIdx() {
        return userIdx;
    }

    long now() {
        return now;
    }

    /// The place of the user's first event of a kind that is not before a time; their number if there is none.
    int place(int kind, long time) {
        int high = size(kind);
        int[] found = rows[kind];
        int low = 0;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (frame.time(found[middle]) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The row of the user's event of a kind at a place.
    int row(int kind, int place) {
        return rows[kind][place];
    }

    /// The user's events of a kind at the places `from` (inclusive) to `to` (exclusive); filled again by the next call.
    Hits hits(int kind, int from, int to) {
        hits.clear();
        for (int place = from; place < to; place++) {
            hits.add(rows[kind][place]);
        }
        return hits;
    }

    private int size(int kind) {
        if (sizes[kind] < 0) {
            find(kind);
        }
        return sizes[kind];
    }

    private void find(int kind) {
        EventFilter filter = filters.get(kind);
        int from = frame.from(userIdx);
        int to = frame.to(userIdx);
        if (rows[kind].length < to - from) {
            rows[kind] = new int[to - from];
        }
        int size = 0;
        for (int row = from; row < to; row++) {
            if (filter.passes(row)) {
                rows[kind][size++] = row;
            }
        }
        sizes[kind] = size;
    }
}
