package app.attune.segments;

import app.attune.events.EventFrame;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/// Which of a user's events have the neighbours that a condition asks for; see [Near].
///
/// Thread-safe. Cost for a user: the events among which neighbours may be, and a binary search for each event asked.
final class NearTest {
    private record Neighbours(Near near, EventFilter filter, long most) {}

    private final EventFrame frame;
    private final long now;
    private final List<Neighbours> all;

    NearTest(EventFrame frame, List<Near> near, Instant asOf) {
        this.frame = frame;
        now = Bounds.firstMilli(asOf);
        all = near.stream()
                .map(one -> new Neighbours(
                        one, new EventFilter(frame, one.events()), one.within().millis()))
                .toList();
    }

    /// A test of the user's rows `from` (inclusive) to `to` (exclusive), which are all there are of their time.
    IntPredicate of(int userIdx, int from, int to) {
        IntPredicate test = row -> true;
        if (from < to) {
            for (Neighbours neighbours : all) {
                test = test.and(of(neighbours, hits(neighbours, userIdx, from, to)));
            }
        }
        return test;
    }

    private IntPredicate of(Neighbours neighbours, int[] hits) {
        boolean wanted = neighbours.near().relation().isWanted();
        long most = neighbours.most();
        return neighbours.near().relation().isAfter()
                ? row -> isFollowed(hits, row, most) == wanted
                : row -> isPreceded(hits, row, most) == wanted;
    }

    /// The rows, ascending, that may be neighbours of any of the rows.
    private int[] hits(Neighbours neighbours, int userIdx, int from, int to) {
        boolean after = neighbours.near().relation().isAfter();
        int low = after ? from : frame.from(userIdx);
        int high = after ? frame.to(userIdx, now) : to;
        int[] hits = new int[high - low];
        int n = 0;
        for (int row = low; row < high; row++) {
            if (neighbours.filter().passes(row)) {
                hits[n++] = row;
            }
        }
        return Arrays.copyOf(hits, n);
    }

    private boolean isFollowed(int[] hits, int row, long most) {
        long time = frame.time(row);
        int at = firstNotBefore(hits, time);
        if (at < hits.length && hits[at] == row) {
            at++;
        }
        return at < hits.length && frame.time(hits[at]) - time <= most;
    }

    private boolean isPreceded(int[] hits, int row, long most) {
        long time = frame.time(row);
        int at = firstNotBefore(hits, time + 1) - 1;
        if (at >= 0 && hits[at] == row) {
            at--;
        }
        return at >= 0 && time - frame.time(hits[at]) <= most;
    }

    /// The position of the first hit at or after a time, or how many there are.
    private int firstNotBefore(int[] hits, long time) {
        int low = 0;
        int high = hits.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (frame.time(hits[middle]) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
