package app.attune.segments;

import app.attune.events.EventFrame;
import java.time.Instant;
import java.util.List;
import java.util.function.IntPredicate;

/// Which of a user's events have the neighbours that a condition asks for, see [Near], and come after what its window
/// begins with, see [Window.Since].
///
/// Thread-safe. Cost for a user: the events among which neighbours may be.
final class NearTest {
    private static final int NOWHERE = -1;

    private record Neighbours(Near near, EventFilter filter, long most) {}

    private final EventFrame frame;
    private final long now;
    private final List<Neighbours> all;
    private final List<EventFilter> since;

    NearTest(EventFrame frame, EventCondition row, Instant asOf) {
        this.frame = frame;
        now = Bounds.firstMilli(asOf);
        all = row.near().stream()
                .map(one -> new Neighbours(
                        one, new EventFilter(frame, one.events()), one.within().millis()))
                .toList();
        since = row.window() instanceof Window.Since window
                ? List.of(new EventFilter(frame, window.last()))
                : List.of();
    }

    private NearTest(NearTest same, long now) {
        this.now = now;
        frame = same.frame;
        all = same.all;
        since = same.since;
    }

    /// The same at another time, in epoch milliseconds.
    NearTest at(long other) {
        return asksNothing() ? this : new NearTest(this, other);
    }

    /// Whether nothing is asked for.
    boolean asksNothing() {
        return all.isEmpty() && since.isEmpty();
    }

    /// Takes out the user's events that lie before the window, lack a neighbour they should have, or have one they
    /// should not.
    void keep(int userIdx, Hits hits) {
        for (EventFilter filter : since) {
            long last = lastTime(userIdx, filter);
            hits.keep(row -> frame.time(row) > last);
        }
        for (Neighbours neighbours : all) {
            if (hits.size() > 0) {
                boolean wanted = neighbours.near().relation().isWanted();
                IntPredicate test = neighbours.near().relation().isAfter()
                        ? new Followed(neighbours, userIdx, hits.row(0))
                        : new Preceded(neighbours, userIdx, hits.row(0));
                hits.keep(row -> test.test(row) == wanted);
            }
        }
    }

    /// Later than any event where there is none.
    private long lastTime(int userIdx, EventFilter filter) {
        for (int row = frame.to(userIdx, now) - 1; row >= frame.from(userIdx); row--) {
            if (filter.passes(row)) {
                return frame.time(row);
            }
        }
        return Long.MAX_VALUE;
    }

    /// Goes forward to the first neighbour that is not before the event. Of one thread, asked for ascending rows.
    private final class Followed implements IntPredicate {
        private final Neighbours neighbours;
        private final int end;
        private int next;

        Followed(Neighbours neighbours, int userIdx, int firstRow) {
            this.neighbours = neighbours;
            end = frame.to(userIdx, now);
            next = frame.to(userIdx, frame.time(firstRow));
        }

        @Override
        public boolean test(int row) {
            long time = frame.time(row);
            next = find(next, time);
            int found = next == row ? find(row + 1, time) : next;
            return found < end && frame.time(found) - time <= neighbours.most();
        }

        /// The first neighbour from a row on that is not before the time, or the first row that is too late.
        private int find(int from, long time) {
            int row = from;
            while (row < end
                    && frame.time(row) - time <= neighbours.most()
                    && (frame.time(row) < time || !neighbours.filter().passes(row))) {
                row++;
            }
            return row;
        }
    }

    /// Goes forward as far as neighbours are not after the event, and keeps the last two. Of one thread, asked for
    /// ascending rows.
    private final class Preceded implements IntPredicate {
        private final Neighbours neighbours;
        private final int end;
        private int next;
        private int last = NOWHERE;
        private int lastButOne = NOWHERE;

        Preceded(Neighbours neighbours, int userIdx, int firstRow) {
            this.neighbours = neighbours;
            end = frame.to(userIdx, now);
            next = neighbours.most() == Long.MAX_VALUE
                    ? frame.from(userIdx)
                    : frame.to(userIdx, frame.time(firstRow) - neighbours.most());
        }

        @Override
        public boolean test(int row) {
            long time = frame.time(row);
            for (; next < end && frame.time(next) <= time; next++) {
                if (neighbours.filter().passes(next)) {
                    lastButOne = last;
                    last = next;
                }
            }
            int found = last == row ? lastButOne : last;
            return found != NOWHERE && time - frame.time(found) <= neighbours.most();
        }
    }
}
