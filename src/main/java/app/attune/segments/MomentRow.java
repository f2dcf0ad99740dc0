package app.attune.segments;

import app.attune.events.EventFrame;
import java.time.Instant;
import java.util.function.DoublePredicate;

/// A row of a condition about events, ready to be asked at any moment. Thread-safe.
final class MomentRow implements Moments.Part {
    private final int kind;
    private final MovingWindow window;
    private final NearTest near;
    private final HitMeter meter;
    private final boolean isCount;
    private final DoublePredicate test;

    /// @param kind position of the events meant among the kinds of the reader
    MomentRow(EventFrame frame, EventCondition row, int kind) {
        this.kind = kind;
        window = MovingWindow.of(row.window());
        near = new NearTest(frame, row, Instant.EPOCH);
        meter = HitMeter.of(frame, row.measure(), Instant.EPOCH);
        isCount = row.measure() instanceof Measure.Count && near.asksNothing();
        test = TextMeter.test(frame, row);
    }

    @Override
    public boolean holds(MomentReader reader) {
        long now = reader.now();
        int from = reader.place(kind, window.from(now));
        int to = Math.max(from, reader.place(kind, window.to(now)));
        return test.test(isCount ? to - from : measured(reader, reader.hits(kind, from, to)));
    }

    private double measured(MomentReader reader, Hits hits) {
        if (!near.asksNothing()) {
            near.at(reader.now()).keep(reader.userIdx(), hits);
        }
        return meter.at(reader.now()).of(reader.userIdx(), hits);
    }
}
