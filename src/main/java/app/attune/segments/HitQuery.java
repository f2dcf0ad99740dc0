package app.attune.segments;

import app.attune.events.EventFrame;

/// Events of one kind in a window of a frame.
///
/// @param isAll whether there is nothing more to ask of the rows that are read
record HitQuery(EventFrame frame, EventFilter filter, Bounds bounds, boolean isAll) {
    /// Replaces the hits by the user's.
    void read(int userIdx, Hits hits) {
        int from = frame.from(userIdx);
        if (from < frame.to(userIdx) && frame.time(from) < bounds.from()) {
            from = frame.to(userIdx, bounds.from());
        }
        int to = frame.to(userIdx, bounds.to());
        if (isAll) {
            hits.set(from, Math.max(from, to));
        } else {
            hits.clear();
            for (int row = from; row < to; row++) {
                if (filter.passes(row)) {
                    hits.add(row);
                }
            }
        }
    }
}
