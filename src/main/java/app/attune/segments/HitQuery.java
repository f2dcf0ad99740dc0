package app.attune.segments;

import app.attune.events.EventFrame;

/// Events of one kind in a window of a frame.
final class HitQuery {
    private final EventFrame frame;
    private final EventFilter filter;
    private final Bounds bounds;
    private final boolean isAlways;
    private final boolean isAll;

    HitQuery(EventFrame frame, EventKind kind, Bounds bounds) {
        this.frame = frame;
        this.bounds = bounds;
        filter = new EventFilter(frame, kind);
        isAlways = frame.indexes().areWithin(bounds.from(), bounds.to());
        isAll = filter.isByTypeOnly() && frame.indexes().areOf(filter.types());
    }

    EventFrame frame() {
        return frame;
    }

    EventFilter filter() {
        return filter;
    }

    Bounds bounds() {
        return bounds;
    }

    /// Whether every event of the frame is meant.
    boolean asksForAll() {
        return isAlways && isAll;
    }

    /// Replaces the hits by the user's.
    void read(int userIdx, Hits hits) {
        int from = frame.from(userIdx);
        int to = frame.to(userIdx);
        if (!isAlways && from < to) {
            from = frame.time(from) < bounds.from() ? frame.to(userIdx, bounds.from()) : from;
            to = Math.max(from, frame.to(userIdx, bounds.to()));
        }
        if (isAll) {
            hits.set(from, to);
        } else {
            pass(from, to, hits);
        }
    }

    /// Whether an event is one of them.
    boolean has(int row) {
        return filter.passes(row) && (isAlways || isWithin(frame.time(row)));
    }

    private boolean isWithin(long time) {
        return time >= bounds.from() && time < bounds.to();
    }

    private void pass(int from, int to, Hits hits) {
        hits.clear();
        for (int row = from; row < to; row++) {
            if (filter.passes(row)) {
                hits.add(row);
            }
        }
    }
}
