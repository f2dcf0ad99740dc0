package app.attune.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// Times as people write them: a date alone is its midnight.
public final class WrittenTime {
    private static final int DATE = "2026-11-01".length();

    private WrittenTime() {}

    /// A date, which is its midnight in UTC, or an instant such as 2026-11-01T10:00:00Z.
    ///
    /// @throws java.time.DateTimeException if it is neither
    public static Instant instant(String written) {
        String text = written.strip();
        return text.length() <= DATE
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : Instant.parse(text);
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
