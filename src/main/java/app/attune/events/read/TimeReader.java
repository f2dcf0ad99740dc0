package app.attune.events.read;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Reads points in time written in one format. Immutable.
public final class TimeReader {
    private static final int MAX_DIGITS = 40;
    private static final long MILLIS_A_DAY = 86_400_000;
    private static final long MAX_ABS_MILLIS = 253_402_300_799_999L;

    private final TimeKind kind;
    private final LocalClock clock;
    private final IsoTime iso;
    private final Optional<DateTimeFormatter> formatter;

    public TimeReader(TimeFormat format) {
        this(format, change -> {});
    }

    /// @param changes gets each change of the clocks that a time without an offset had to be decided at
    public TimeReader(TimeFormat format, Consumer<ZoneOffsetTransition> changes) {
        ZoneId zone = ZoneId.of(format.zone());
        this.kind = format.kind();
        this.clock = new LocalClock(zone, changes);
        this.iso = new IsoTime(zone, clock);
        this.formatter =
                kind == TimeKind.PATTERN ? Optional.of(TimePattern.formatter(format.pattern())) : Optional.empty();
    }

    /// Epoch milliseconds UTC, or empty if `text` is not written that way.
    public OptionalLong millis(String text) {
        return switch (kind) {
            case ISO -> iso.millis(text);
            case EPOCH_SECONDS -> epoch(text, 1_000, 1);
            case EPOCH_MILLIS -> epoch(text, 1, 1);
            case EPOCH_MICROS -> epoch(text, 1, 1_000);
            case EPOCH_NANOS -> epoch(text, 1, 1_000_000);
            case EPOCH_DAYS -> epoch(text, MILLIS_A_DAY, 1);
            case PATTERN -> formatter.map(pattern -> parse(text, pattern)).orElseGet(OptionalLong::empty);
        };
    }

    /// Whether all of `text` is written that way, and if not, from which character on it is not, counted from 0.
    OptionalInt misfit(String text) {
        if (millis(text).isPresent()) {
            return OptionalInt.empty();
        }
        int place = formatter.map(pattern -> stop(text, pattern)).orElse(0);
        return OptionalInt.of(place < text.length() ? place : 0);
    }

    private static int stop(String text, DateTimeFormatter pattern) {
        ParsePosition at = new ParsePosition(0);
        boolean read = pattern.parseUnresolved(text, at) != null;
        return read ? at.getIndex() : at.getErrorIndex();
    }

    private static OptionalLong epoch(String text, long factor, long divisor) {
        if (NumberText.isWhole(text) && text.length() <= (factor == 1 ? 18 : 10)) {
            return inRange(Math.floorDiv(Long.parseLong(text) * factor, divisor));
        }
        if (!NumberText.isPlain(text) || text.length() > MAX_DIGITS) {
            return OptionalLong.empty();
        }
        if (text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
            double millis = Double.parseDouble(text) * factor / divisor;
            return Math.abs(millis) <= MAX_ABS_MILLIS
                    ? OptionalLong.of((long) Math.floor(millis))
                    : OptionalLong.empty();
        }
        BigDecimal millis = new BigDecimal(text)
                .multiply(BigDecimal.valueOf(factor))
                .divide(BigDecimal.valueOf(divisor), 0, RoundingMode.FLOOR);
        boolean inRange = millis.abs().compareTo(BigDecimal.valueOf(MAX_ABS_MILLIS)) <= 0;
        return inRange ? OptionalLong.of(millis.longValueExact()) : OptionalLong.empty();
    }

    private static OptionalLong inRange(long millis) {
        return Math.abs(millis) <= MAX_ABS_MILLIS ? OptionalLong.of(millis) : OptionalLong.empty();
    }

    private OptionalLong parse(String text, DateTimeFormatter pattern) {
        try {
            TemporalAccessor parsed =
                    pattern.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
            return OptionalLong.of(
                    switch (parsed) {
                        case ZonedDateTime zoned -> zoned.toInstant().toEpochMilli();
                        case LocalDateTime local -> millis(local);
                        default -> millis(LocalDate.from(parsed).atTime(LocalTime.MIDNIGHT));
                    });
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    private long millis(LocalDateTime local) {
        return clock.seconds(local) * 1_000 + local.get(ChronoField.MILLI_OF_SECOND);
    }
}
