package app.attune.rules;

import app.attune.core.Require;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// When a rule runs: from a date and time to another, on days of the week, within a window of the time of day. What is
/// not given does not narrow.
///
/// All ends are half-open: the start belongs to it, the end does not. Where clocks change:
///
/// - `from` and `to` are instants. A local time that is skipped is read with the offset before the change, so that it
///   is as much later on the new clock; one that there is twice is the first.
/// - Days and times of day are those on the clock at the instant. A window within the hour that is skipped does not
///   happen that day; within the hour that there is twice it happens twice.
/// - A window past midnight belongs to the day on which it began.
///
/// @param days none for every day
public record Schedule(
        ZoneId zone,
        Optional<LocalDateTime> from,
        Optional<LocalDateTime> to,
        Set<DayOfWeek> days,
        Optional<Hours> hours) {
    private static final Schedule ALWAYS =
            new Schedule(ZoneOffset.UTC, Optional.empty(), Optional.empty(), Set.of(), Optional.empty());

    /// A window of the time of day; past midnight if it ends before it starts.
    public record Hours(LocalTime from, LocalTime to) {
        public Hours {
            Require.that(!from.equals(to), "A window of the time of day ends at another time than it starts");
        }

        boolean isPastMidnight() {
            return to.isBefore(from);
        }
    }

    public Schedule {
        days = days.isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(EnumSet.copyOf(days));
        if (from.isPresent() && to.isPresent()) {
            Require.that(
                    instant(from.get(), zone).isBefore(instant(to.get(), zone)),
                    "A schedule ends after it starts: from " + from.get() + " to " + to.get());
        }
    }

    public static Schedule always() {
        return ALWAYS;
    }

    /// Whether it narrows nothing, whatever its zone.
    public boolean isAlways() {
        return from.isEmpty() && to.isEmpty() && days.isEmpty() && hours.isEmpty();
    }

    public Optional<Instant> start() {
        return from.map(local -> instant(local, zone));
    }

    public Optional<Instant> end() {
        return to.map(local -> instant(local, zone));
    }

    private static Instant instant(LocalDateTime local, ZoneId zone) {
        return local.atZone(zone).toInstant();
    }

    public boolean isRunning(Instant at) {
        boolean within = start().filter(at::isBefore).isEmpty()
                && end().filter(end -> !at.isBefore(end)).isEmpty();
        return within && isDayAndHour(at.atZone(zone));
    }

    private boolean isDayAndHour(ZonedDateTime local) {
        if (hours.isEmpty()) {
            return isDay(local.getDayOfWeek());
        }
        Hours window = hours.get();
        LocalTime time = local.toLocalTime();
        if (!window.isPastMidnight()) {
            return isDay(local.getDayOfWeek()) && !time.isBefore(window.from()) && time.isBefore(window.to());
        }
        return !time.isBefore(window.from())
                ? isDay(local.getDayOfWeek())
                : time.isBefore(window.to()) && isDay(local.getDayOfWeek().minus(1));
    }

    private boolean isDay(DayOfWeek day) {
        return days.isEmpty() || days.contains(day);
    }

    /// The instants around which it starts, ends or nearly does, seen from one: both sides of its start and end, of the
    /// next start and end of its days and hours, and of the next change of clocks.
    public List<Instant> edges(Instant near) {
        return ScheduleEdges.of(this, near);
    }

    /// An instant at which it runs, the given one if it does then; empty if it never runs.
    public Optional<Instant> running(Instant near) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(near), edges(near).stream())
                .filter(this::isRunning)
                .findFirst();
    }

    /// Whether it runs at an instant or later.
    boolean runsAfter(Instant at) {
        return isRunning(at) || edges(at).stream().anyMatch(edge -> edge.isAfter(at) && isRunning(edge));
    }

    /// The last instant before one, as fine as instants are written.
    static Instant before(Instant instant) {
        return instant.minus(Duration.ofMillis(1));
    }
}
