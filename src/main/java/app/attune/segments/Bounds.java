package app.attune.segments;

import app.attune.core.TimeWindow;
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
        try {
            long millis = instant.toEpochMilli();
            return Instant.ofEpochMilli(millis).isBefore(instant) ? millis + 1 : millis;
        } catch (ArithmeticException e) {
            return instant.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }
}
