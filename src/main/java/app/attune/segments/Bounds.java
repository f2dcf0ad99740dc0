package app.attune.segments;

import app.attune.core.TimeWindow;
import app.attune.core.WholeMillis;
import java.time.Instant;

/// A window in the frame's own time: `from <= time < to`, epoch milliseconds.
record Bounds(long from, long to) {
    /// What `window` means at `asOf`; an event later than or at `asOf` never belongs to it.
    static Bounds of(Window window, Instant asOf) {
        TimeWindow span = window.at(asOf);
        return new Bounds(firstMilli(span.from()), Math.min(firstMilli(span.to()), firstMilli(asOf)));
    }

    /// The first whole millisecond at or after `instant`.
    static long firstMilli(Instant instant) {
        return WholeMillis.atOrAfter(instant);
    }
}
