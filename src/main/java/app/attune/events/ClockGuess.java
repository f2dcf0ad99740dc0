package app.attune.events;

import app.attune.core.Problem;
import app.attune.events.read.ColumnProfile;
import app.attune.events.read.ImportPreview;
import app.attune.events.read.TimeFormat;
import java.util.List;
import java.util.Optional;

/// Finds the time of day beside a column that holds only the day: read alone, all events of a day would be at midnight.
final class ClockGuess {
    private static final List<String> NAMES =
            List.of("time", "timeofday", "eventtime", "clock", "hour", "hr", "uhrzeit", "zeit", "heure", "hora");

    private static final String CLOCK = "(?i)([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?(\\s?[ap]\\.?m\\.?)?";

    private ClockGuess() {}

    /// The mapping as it is, or with the time of day.
    static Mapping in(Mapping mapping, ImportPreview preview) {
        if (day(mapping, preview).isEmpty()) {
            return mapping;
        }
        return mapping.withRole(ColumnRole.PROPERTY).stream()
                .map(MappedColumn::column)
                .filter(column -> NAMES.contains(MappingGuess.simple(column)))
                .flatMap(column -> with(column, mapping, preview).stream())
                .findFirst()
                .orElse(mapping);
    }

    /// That all times are at midnight though another column seems to hold times of day, if so.
    static Optional<Problem> missed(ImportRequest request) {
        Mapping mapping = request.mapping();
        if (mapping.columnOf(ColumnRole.TIME).isEmpty()
                || mapping.columnOf(ColumnRole.TIME_OF_DAY).isPresent()) {
            return Optional.empty();
        }
        ImportPreview preview = ImportPreview.of(request.source(), request.read());
        return day(mapping, preview)
                .flatMap(day -> mapping.withRole(ColumnRole.PROPERTY).stream()
                        .map(MappedColumn::column)
                        .filter(column -> isClock(column, preview))
                        .map(column -> missed(day.name(), column))
                        .findFirst());
    }

    private static Problem missed(String day, String clock) {
        return new Problem(
                "import.times-at-midnight",
                "'" + day + "' names days only, so all events are at midnight; '" + clock
                        + "' may hold their times of day.",
                "If it does, choose Time of day for it in the step Columns, or add --time-of-day "
                        + (clock.indexOf(' ') < 0 ? clock : '"' + clock + '"')
                        + " to the command; once it is imported, forget that import first.");
    }

    private static boolean isClock(String column, ImportPreview preview) {
        int position = preview.columnNames().indexOf(column);
        List<String> present = preview.rows().stream()
                .map(row -> position < 0 ? "" : row.get(position).strip())
                .filter(text -> !text.isEmpty())
                .toList();
        long clocks = present.stream().filter(text -> text.matches(CLOCK)).count();
        return clocks > 0 && clocks * 10 >= present.size() * 9L;
    }

    /// The column of times, if it names days only.
    private static Optional<ColumnProfile> day(Mapping mapping, ImportPreview preview) {
        return mapping.columnOf(ColumnRole.TIME)
                .filter(column -> mapping.rows() == RowKind.EVENTS)
                .flatMap(column -> preview.columns().stream()
                        .filter(profile -> profile.name().equals(column))
                        .findFirst())
                .filter(profile -> isDay(profile, mapping.time()));
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
