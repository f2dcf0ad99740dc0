package app.attune.events;

import app.attune.events.read.ColumnProfile;
import app.attune.events.read.ImportPreview;
import app.attune.events.read.TimeFormat;
import app.attune.events.read.TimeKind;
import app.attune.events.read.TimeSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The times of events as a file writes them: in one column, or the day in one and the time of day in another.
///
/// @param day   position of the column of times; -1 for none
/// @param clock position of the column of times of day; -1 for none
public record WrittenTimes(int day, int clock) {
    private static final int NONE = -1;
    private static final List<String> CLOCKS = List.of(
            "HH:mm:ss",
            "HH:mm",
            "H:mm:ss",
            "H:mm",
            "HH:mm:ss.SSS",
            "h:mm:ss a",
            "h:mm a",
            "h:mm:ssa",
            "h:mma",
            "HH.mm",
            "HHmmss",
            "HHmm",
            "Hmm",
            "H");

    static WrittenTimes of(Mapping mapping, List<String> columns) {
        return new WrittenTimes(
                mapping.columnOf(ColumnRole.TIME).map(columns::indexOf).orElse(NONE),
                mapping.columnOf(ColumnRole.TIME_OF_DAY).map(columns::indexOf).orElse(NONE));
    }

    /// The first different times as they are to be read, at most `limit`.
    public static List<String> first(Mapping mapping, ImportPreview preview, int limit) {
        WrittenTimes times = of(mapping, preview.columnNames());
        return preview.rows().stream()
                .map(row -> times.text(row.toArray(String[]::new)))
                .filter(text -> !text.isEmpty())
                .distinct()
                .limit(limit)
                .toList();
    }

    /// The mapping with the format its times seem to be written in: the one that fits most of them, its own before
    /// others that fit as many.
    public static Mapping read(Mapping mapping, ImportPreview preview) {
        List<String> times = first(mapping, preview, ImportPreview.ROWS);
        return best(formats(mapping, preview), times)
                .map(format -> mapping.withTime(format.withZone(mapping.time().zone())))
                .orElse(mapping);
    }

    /// Whether at least half of them are written in the format.
    public static boolean fits(TimeFormat format, List<String> times) {
        long read = read(format, times);
        return read > 0 && read * 2 >= times.size();
    }

    private static long read(TimeFormat format, List<String> times) {
        return TimeSample.of(format, times).stream()
                .filter(sample -> sample.millis().isPresent())
                .count();
    }

    private static Optional<TimeFormat> best(Stream<TimeFormat> formats, List<String> times) {
        Optional<TimeFormat> best = Optional.empty();
        long most = 0;
        for (TimeFormat format : formats.toList()) {
            long read = read(format, times);
            if (read > most && read * 2 >= times.size()) {
                most = read;
                best = Optional.of(format);
            }
        }
        return best;
    }

    /// With a day before it, how the time of day is written, if it is one.
    static Optional<TimeFormat> withClock(TimeFormat day, List<String> times) {
        return best(clocks(day), times);
    }

    private static Stream<TimeFormat> formats(Mapping mapping, ImportPreview preview) {
        List<TimeFormat> days = new ArrayList<>(preview.columns().stream()
                .filter(profile -> mapping.columnOf(ColumnRole.TIME).equals(Optional.of(profile.name())))
                .map(ColumnProfile::time)
                .flatMap(Optional::stream)
                .toList());
        return Stream.concat(
                Stream.concat(Stream.of(mapping.time()), days.stream()),
                mapping.columnOf(ColumnRole.TIME_OF_DAY).isEmpty()
                        ? Stream.of()
                        : days.stream().flatMap(WrittenTimes::clocks));
    }

    /// Whether a pattern has the time of day, too.
    static boolean hasClock(String pattern) {
        return pattern.replaceAll("'[^']*'", "").matches(".*[Hh].*");
    }

    private static Stream<TimeFormat> clocks(TimeFormat day) {
        return switch (day.kind()) {
            case ISO -> Stream.concat(Stream.of(TimeFormat.iso()), patterns("yyyy-MM-dd"));
            case PATTERN -> hasClock(day.pattern()) ? Stream.of() : patterns(day.pattern());
            case EPOCH_SECONDS, EPOCH_MILLIS, EPOCH_MICROS, EPOCH_NANOS, EPOCH_DAYS -> Stream.of();
        };
    }

    private static Stream<TimeFormat> patterns(String day) {
        return CLOCKS.stream().map(clock -> new TimeFormat(TimeKind.PATTERN, day + " " + clock, "UTC"));
    }

    /// The time of a row, day and time of day with a blank between; empty where a part of it is.
    String text(String[] values) {
        String text = day == NONE ? "" : values[day].strip();
        if (clock == NONE || text.isEmpty()) {
            return text;
        }
        String time = values[clock].strip();
        return time.isEmpty() ? "" : text + " " + time;
    }

    /// Whether the column is one of theirs.
    boolean has(int column) {
        return column == day || column == clock;
    }

    /// The column that is empty in a row without a time.
    int emptyColumn(String[] values) {
        return clock == NONE || values[day].isBlank() ? day : clock;
    }
}
