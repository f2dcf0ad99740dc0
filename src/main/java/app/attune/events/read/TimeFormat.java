package app.attune.events.read;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/// How a column writes time, and the zone of times that do not name one.
///
/// @param pattern for [TimeKind#PATTERN], in the letters of `DateTimeFormatter`; else empty
/// @param zone    such as `UTC` or `Europe/Berlin`
public record TimeFormat(TimeKind kind, String pattern, String zone) {
    /// Takes every pattern that times can be read by, for mappings are kept; [#problem] says what is odd about it.
    ///
    /// @throws ProblemException `mapping.bad-time-pattern`, `mapping.bad-zone`
    public TimeFormat {
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw ProblemException.of(
                    "mapping.bad-zone",
                    "There is no time zone '" + zone + "'.",
                    "Use one such as UTC or Europe/Berlin.");
        }
        if (kind == TimeKind.PATTERN) {
            TimePattern.require(pattern);
        }
    }

    /// What is wrong with the pattern, such as that it would read another time than the one that is written.
    public Optional<Problem> problem() {
        try {
            if (kind == TimeKind.PATTERN) {
                TimePattern.check(pattern);
            }
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.problem());
        }
    }

    /// @throws ProblemException if there is a [#problem]
    public TimeFormat checked() {
        problem().ifPresent(problem -> {
            throw new ProblemException(problem);
        });
        return this;
    }

    public static TimeFormat iso() {
        return new TimeFormat(TimeKind.ISO, "", "UTC");
    }

    public static TimeFormat of(TimeKind kind) {
        return new TimeFormat(kind, "", "UTC");
    }

    /// @throws ProblemException `mapping.bad-time-pattern` saying what is wrong and where
    public static TimeFormat ofPattern(String pattern) {
        return new TimeFormat(TimeKind.PATTERN, pattern, "UTC").checked();
    }

    public TimeFormat withZone(String other) {
        return new TimeFormat(kind, pattern, other);
    }

    /// For reading, such as "ISO 8601" or "dd.MM.yyyy HH:mm".
    public String label() {
        return switch (kind) {
            case ISO -> "ISO 8601";
            case EPOCH_SECONDS -> "Seconds since 1970";
            case EPOCH_MILLIS -> "Milliseconds since 1970";
            case EPOCH_MICROS -> "Microseconds since 1970";
            case EPOCH_NANOS -> "Nanoseconds since 1970";
            case EPOCH_DAYS -> "Days since 1970";
            case PATTERN -> pattern;
        };
    }
}
