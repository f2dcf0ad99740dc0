package app.attune.events;

import app.attune.events.read.DateOrder;
import app.attune.events.read.ImportPreview;
import app.attune.events.read.TimeFormat;
import app.attune.events.read.TimeKind;
import app.attune.events.read.TimeReader;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// What is said of how the times of a file are written, with one of them as an example.
public final class TimeSentences {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private TimeSentences() {}

    /// "Times are written as dd/MM/yyyy: 03/04/2026 is read as 3 April 2026." Empty where rows have no times.
    public static Optional<String> written(Mapping mapping, ImportPreview preview) {
        TimeFormat format = mapping.time();
        boolean timed = mapping.rows() == RowKind.EVENTS
                && mapping.columnOf(ColumnRole.TIME).isPresent();
        boolean said = format.kind() != TimeKind.ISO && format.kind() != TimeKind.PATTERN;
        if (!timed || said) {
            return Optional.empty();
        }
        String pivot = hasShortYear(format) ? " Years of two digits are 2000 to 2099." : "";
        return Optional.of("Times are written as " + format.label() + example(mapping, preview) + "." + pivot);
    }

    /// That the first rows leave open whether day or month come first, if they do and the day is taken to.
    public static Optional<String> warning(Mapping mapping, ImportPreview preview) {
        TimeFormat format = mapping.time();
        List<String> times = WrittenTimes.first(mapping, preview, ImportPreview.ROWS);
        boolean open =
                DateOrder.isDayFirst(format) && DateOrder.verdict(format, times, Instant.MAX) == DateOrder.Verdict.OPEN;
        return open ? Optional.of(warning(format, times)) : Optional.empty();
    }

    private static String warning(TimeFormat format, List<String> times) {
        DateOrder order = DateOrder.of(format, Instant.MAX).orElseThrow();
        TimeReader reader = new TimeReader(format);
        times.forEach(text -> reader.millis(text).ifPresent(order::add));
        return "Day and month may have changed places: " + example(format, order.example())
                + ". If the file has the month first, as American ones do, choose "
                + DateOrder.other(format).orElseThrow().pattern() + ".";
    }

    /// "03/04/2026 is read as 3 April 2026".
    static String example(TimeFormat format, long millis) {
        ZonedDateTime time = Instant.ofEpochMilli(millis).atZone(ZoneId.of(format.zone()));
        return DateTimeFormatter.ofPattern(format.pattern(), Locale.ENGLISH).format(time) + " is read as "
                + DAY.format(time);
    }

    private static String example(Mapping mapping, ImportPreview preview) {
        TimeReader reader = new TimeReader(mapping.time());
        for (String text : WrittenTimes.first(mapping, preview, ImportPreview.ROWS)) {
            OptionalLong millis = reader.millis(text);
            if (millis.isPresent() && mapping.time().kind() == TimeKind.PATTERN) {
                ZoneId zone = ZoneId.of(mapping.time().zone());
                return ": " + text + " is read as "
                        + DAY.format(Instant.ofEpochMilli(millis.getAsLong()).atZone(zone));
            }
        }
        return "";
    }

    private static boolean hasShortYear(TimeFormat format) {
        return format.pattern().matches("(.*[^yu])?(yy|uu)([^yu].*)?");
    }
}
