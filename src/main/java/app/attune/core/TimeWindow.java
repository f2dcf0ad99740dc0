package app.attune.core;

import java.time.Duration;
import java.time.Instant;

/// A half-open span of event time: `from` belongs to it, `to` does not.
public record TimeWindow(Instant from, Instant to) {
    public TimeWindow {
        Require.that(!to.isBefore(from), "A time window ends at or after its start");
    }

    public boolean contains(Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    public Duration length() {
        return Duration.between(from, to);
    }
}
