package app.attune.segments.discover;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// The time that begins the longest unit within bounds, in UTC: a year rather than a month, a month rather than a day.
/// So a rule says 2026-03-01 where the data says 27 February in the afternoon to 3 March in the morning.
final class RoundTime {
    private static final List<ChronoUnit> UNITS = List.of(
            ChronoUnit.YEARS,
            ChronoUnit.MONTHS,
            ChronoUnit.DAYS,
            ChronoUnit.HOURS,
            ChronoUnit.MINUTES,
            ChronoUnit.SECONDS);

    private RoundTime() {}

    /// The roundest time after `low` and not after `high`; `high` itself where none is rounder.
    static Instant above(Instant low, Instant high) {
        return UNITS.stream()
                .map(unit -> begin(high, unit).toInstant())
                .filter(time -> time.isAfter(low))
                .findFirst()
                .orElse(high);
    }

    /// The roundest time not before `low` and before `high`; `low` itself where none is rounder.
    static Instant below(Instant low, Instant high) {
        return UNITS.stream()
                .map(unit -> end(low, unit))
                .filter(time -> time.isBefore(high))
                .findFirst()
                .orElse(low);
    }

    private static Instant end(Instant time, ChronoUnit unit) {
        ZonedDateTime begin = begin(time, unit);
        return begin.toInstant().equals(time) ? time : begin.plus(1, unit).toInstant();
    }

    private static ZonedDateTime begin(Instant time, ChronoUnit unit) {
        ZonedDateTime moment = time.atZone(ZoneOffset.UTC);
        if (unit == ChronoUnit.YEARS) {
            return moment.withDayOfYear(1).truncatedTo(ChronoUnit.DAYS);
        }
        return unit == ChronoUnit.MONTHS
                ? moment.withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS)
                : moment.truncatedTo(unit);
    }
}
