package app.attune.events;

import app.attune.events.read.ColumnProfile;
import app.attune.events.read.ImportPreview;
import app.attune.events.read.TimeFormat;
import java.util.List;
import java.util.Optional;

/// Finds the time of day beside a column that holds only the day: read alone, all events of a day would be at midnight.
final class ClockGuess {
    private static final List<String> NAMES =
            List.of("time", "timeofday", "eventtime", "clock", "hour", "hr", "uhrzeit", "zeit", "heure", "hora");

    private ClockGuess() {}

    /// The mapping as it is, or with the time of day.
    static Mapping in(Mapping mapping, ImportPreview preview) {
        Optional<ColumnProfile> day = mapping.columnOf(ColumnRole.TIME)
                .flatMap(column -> preview.columns().stream()
                        .filter(profile -> profile.name().equals(column))
                        .findFirst())
                .filter(profile -> isDay(profile, mapping.time()));
        if (mapping.rows() != RowKind.EVENTS || day.isEmpty()) {
            return mapping;
        }
        return mapping.withRole(ColumnRole.PROPERTY).stream()
                .map(MappedColumn::column)
                .filter(column -> NAMES.contains(MappingGuess.simple(column)))
                .flatMap(column -> with(column, mapping, preview).stream())
                .findFirst()
                .orElse(mapping);
    }

    private static Optional<Mapping> with(String column, Mapping mapping, ImportPreview preview) {
        Mapping clocked = mapping.withRole(column, ColumnRole.TIME_OF_DAY);
        List<String> times = WrittenTimes.first(clocked, preview, ImportPreview.ROWS);
        return WrittenTimes.withClock(mapping.time(), times)
                .map(format -> clocked.withTime(format.withZone(mapping.time().zone())));
    }

    private static boolean isDay(ColumnProfile profile, TimeFormat format) {
        return switch (format.kind()) {
            case ISO -> profile.examples().stream().allMatch(text -> text.length() == "2026-03-01".length());
            case PATTERN -> !WrittenTimes.hasClock(format.pattern());
            case EPOCH_SECONDS, EPOCH_MILLIS, EPOCH_MICROS, EPOCH_NANOS, EPOCH_DAYS -> false;
        };
    }
}
