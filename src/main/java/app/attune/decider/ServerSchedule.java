package app.attune.decider;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/// When a rule runs: from `start` and before `end`, on `days` and at times of day from `opens` and before `closes` on
/// the
/// clock of the zone; if it closes before it opens, it is open past midnight, which counts for the day before.
record ServerSchedule(ZoneId zone, Instant start, Instant end, Set<DayOfWeek> days, LocalTime opens, LocalTime closes) {
    private static final long DAY_SECONDS = 86_400;
    private static final long SECOND_NANOS = 1_000_000_000;
    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);
    private static final ServerSchedule ALWAYS = new ServerSchedule(
            ZoneOffset.UTC, Instant.MIN, Instant.MAX, EVERY_DAY, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    boolean runs(Instant at) {
        if (at.compareTo(start) < 0 || at.compareTo(end) >= 0) {
            return false;
        }
        long open = opens.toNanoOfDay();
        long close = closes.toNanoOfDay();
        if (open == close && days.size() == EVERY_DAY.size()) {
            return true;
        }
        long clock = at.getEpochSecond() + zone.getRules().getOffset(at).getTotalSeconds();
        long now = Math.floorMod(clock, DAY_SECONDS) * SECOND_NANOS + at.getNano();
        DayOfWeek today = DayOfWeek.THURSDAY.plus(Math.floorDiv(clock, DAY_SECONDS));
        if (open == close) {
            return days.contains(today);
        }
        if (open < close) {
            return now >= open && now < close && days.contains(today);
        }
        return now >= open ? days.contains(today) : now < close && days.contains(today.minus(1));
    }

    static ServerSchedule read(Fields rule) {
        if (!rule.has("schedule")) {
            return ALWAYS;
        }
        Fields fields = rule.object("schedule");
        ZoneId zone = parsed(fields, "zone", ZoneId::of);
        boolean narrow = fields.has("hours");
        return new ServerSchedule(
                zone,
                fields.has("from") ? instant(parsed(fields, "from", LocalDateTime::parse), zone) : Instant.MIN,
                fields.has("to") ? instant(parsed(fields, "to", LocalDateTime::parse), zone) : Instant.MAX,
                days(fields),
                narrow ? parsed(fields.object("hours"), "from", LocalTime::parse) : LocalTime.MIDNIGHT,
                narrow ? parsed(fields.object("hours"), "to", LocalTime::parse) : LocalTime.MIDNIGHT);
    }

    /// Where clocks change, with the offset before.
    private static Instant instant(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return local.toInstant(change == null ? zone.getRules().getOffset(local) : change.getOffsetBefore());
    }

    private static Set<DayOfWeek> days(Fields fields) {
        if (!fields.has("days")) {
            return EVERY_DAY;
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String day : fields.texts("days")) {
            try {
                days.add(DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw fields.malformed("\"" + day + "\" is no day of the week");
            }
        }
        return days;
    }

    private static <T> T parsed(Fields fields, String name, Function<String, T> reading) {
        String text = fields.text(name);
        try {
            return reading.apply(text);
        } catch (DateTimeException e) {
            throw fields.malformed("\"" + name + "\" can't be \"" + text + "\"");
        }
    }
}
