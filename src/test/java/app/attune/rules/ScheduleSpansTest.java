package app.attune.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.TimeWindow;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// The spans of a schedule are on at exactly the minutes at which the schedule runs.
final class ScheduleSpansTest {
    private static final List<String> ZONES =
            List.of("Europe/Berlin", "UTC", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu");

    /// Clocks change in Europe and America within these weeks.
    private static final List<Instant> WEEKS = List.of(
            Instant.parse("2026-03-26T00:00:00Z"),
            Instant.parse("2026-10-22T00:00:00Z"),
            Instant.parse("2026-10-30T00:00:00Z"),
            Instant.parse("2026-07-03T05:00:00Z"));

    @Test
    void spansAreTheMinutesAtWhichItRuns() {
        for (int seed = 0; seed < 120; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Instant from = WEEKS.get(random.nextInt(WEEKS.size()));
            TimeWindow week = new TimeWindow(from, from.plus(Duration.ofDays(7)));
            Schedule schedule = schedule(random, from);
            List<TimeWindow> spans = ScheduleSpans.of(schedule, week);
            for (Instant at = from; at.isBefore(week.to()); at = at.plus(Duration.ofMinutes(15))) {
                Instant minute = at;
                long on = spans.stream()
                        .filter(span -> !minute.isBefore(span.from()) && minute.isBefore(span.to()))
                        .count();
                assertEquals(schedule.isRunning(at) ? 1 : 0, on, "seed " + seed + " at " + at + ": " + schedule);
            }
        }
    }

    private static Schedule schedule(SplittableRandom random, Instant from) {
        ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(3) == 0) {
                days.add(day);
            }
        }
        LocalTime start = LocalTime.of(random.nextInt(24), 15 * random.nextInt(4));
        LocalTime end = start.plusMinutes(15L * (1 + random.nextInt(90)));
        LocalDateTime first = LocalDateTime.ofInstant(from, ZoneOffset.UTC).plusHours(random.nextInt(60));
        return new Schedule(
                zone,
                random.nextInt(3) == 0 ? Optional.of(first) : Optional.empty(),
                random.nextInt(3) == 0 ? Optional.of(first.plusDays(3)) : Optional.empty(),
                days,
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of(new Schedule.Hours(start, end)));
    }

    @Test
    void spansThatTouchAreOne() {
        TimeWindow week = new TimeWindow(WEEKS.getFirst(), WEEKS.getFirst().plus(Duration.ofDays(7)));
        assertEquals(List.of(week), ScheduleSpans.of(Schedule.always(), week));
    }
}
