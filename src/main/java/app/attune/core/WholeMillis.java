package app.attune.core;

import java.time.Instant;

/// Times of the log as whole milliseconds since 1970: `time < atOrAfter(instant)` holds for those before the instant.
public final class WholeMillis {
    private WholeMillis() {}

    /// The first whole millisecond at or after `instant`; beyond the ends of long, the end.
    public static long atOrAfter(Instant instant) {
        try {
            long millis = instant.toEpochMilli();
            return Instant.ofEpochMilli(millis).isBefore(instant) ? millis + 1 : millis;
        } catch (ArithmeticException e) {
            return instant.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }
}
