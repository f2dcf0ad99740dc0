package app.attune.core;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// Times as people write them: a date alone is its midnight.
public final class WrittenTime {
    private static final int DATE = "2026-11-01".length();
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private WrittenTime() {}

    /// A date, which is its midnight in UTC, or an instant such as 2026-11-01T10:00:00Z.
    ///
    /// @throws java.time.DateTimeException if it is neither, or outside the years 1 to 9999
    public static Instant instant(String written) {
        String text = written.strip();
        Instant instant = text.length() <= DATE
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : Instant.parse(text);
        if (instant.isBefore(FIRST) || !instant.isBefore(END)) {
            throw new DateTimeException("Outside the years 1 to 9999: " + text);
        }
        return instant;
    }

    /// A date, or a date and a time of day with a T or blanks between them, on whatever clock.
    ///
    /// @throws java.time.DateTimeException if it is neither
    public static LocalDateTime local(String written) {
        String text = written.strip();
        return text.length() <= DATE
                ? LocalDate.parse(text).atStartOfDay()
                : LocalDateTime.parse(text.replaceFirst(" +", "T"));
    }
}
