package app.attune.segments;

import app.attune.events.EventFrame;

/// Measures how many days ago the first or last of a user's events was, parts of days included; NaN without events.
/// Thread-safe.
///
/// @param now epoch milliseconds, after every event that is measured
record DaysSince(EventFrame frame, End end, long now) implements HitMeter {
    static final double MILLIS_PER_DAY = 86_400_000.0;

    /// Which of the events counts.
    enum End {
        FIRST,
        LAST
    }

    @Override
    public double of(int userIdx, Hits hits) {
        if (hits.size() == 0) {
            return Double.NaN;
        }
        int row = end == End.FIRST ? hits.row(0) : hits.last();
        return (now - frame.time(row)) / MILLIS_PER_DAY;
    }

    @Override
    public HitMeter at(long other) {
        return new DaysSince(frame, end, other);
    }
}
