package app.attune.workbench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/// A day and a time of day as they were typed, in UTC.
record TypedTime(String day, String time) {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-M-d", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("H:mm[:ss]", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /// Empty if there is no such day.
    Optional<LocalDate> date() {
        try {
            return Optional.of(LocalDate.parse(day.strip(), DAY));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /// Midnight for none; empty if there is no such time.
    Optional<LocalTime> timeOfDay() {
        try {
            return Optional.of(time.isBlank() ? LocalTime.MIDNIGHT : LocalTime.parse(time.strip(), TIME));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /// Empty if either is wrong.
    Optional<Instant> instant() {
        return date().flatMap(on -> timeOfDay().map(at -> on.atTime(at).toInstant(ZoneOffset.UTC)));
    }
}
