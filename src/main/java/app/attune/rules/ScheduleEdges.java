package app.attune.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Finds the instants that tell schedules apart.
final class ScheduleEdges {
    /// After so many days every day of the week and every window past midnight was there.
    private static final int DAYS = 9;

    private final Schedule schedule;
    private final ZoneId zone;
    private final SortedSet<Instant> edges = new TreeSet<>();

    private ScheduleEdges(Schedule schedule) {
        this.schedule = schedule;
        this.zone = schedule.zone();
    }

    /// In order of time, each with the instant before it.
    static List<Instant> of(Schedule schedule, Instant near) {
        if (schedule.isAlways()) {
            return List.of();
        }
        ScheduleEdges found = new ScheduleEdges(schedule);
        schedule.start().ifPresent(found::add);
        schedule.end().ifPresent(found::add);
        Instant start = schedule.start().filter(near::isBefore).orElse(near);
        found.changes(start);
        if (schedule.end().filter(end -> !start.isBefore(end)).isPresent() || found.neverRuns()) {
            found.earlier().ifPresent(found::changes);
        }
        found.clocks(start);
        return List.copyOf(found.edges);
    }

    private boolean neverRuns() {
        return edges.stream().noneMatch(schedule::isRunning);
    }

    /// From its start, or without one from where all its days and hours are there before it ends.
    private Optional<Instant> earlier() {
        return schedule.start().or(() -> schedule.end().map(end -> end.minus(Duration.ofDays(DAYS))));
    }

    private void add(Instant edge) {
        edges.add(Schedule.before(edge));
        edges.add(edge);
    }

    /// The first start and the first end at or after an instant, where days and hours begin and end.
    private void changes(Instant from) {
        Optional<Instant> starts = Optional.empty();
        Optional<Instant> ends = Optional.empty();
        for (Instant instant : turns(from)) {
            boolean now = schedule.isRunning(instant);
            boolean before = schedule.isRunning(Schedule.before(instant));
            starts = starts.or(() -> Optional.of(instant).filter(turn -> now && !before));
            ends = ends.or(() -> Optional.of(instant).filter(turn -> before && !now));
        }
        starts.ifPresent(this::add);
        ends.ifPresent(this::add);
    }

    private SortedSet<Instant> turns(Instant from) {
        SortedSet<Instant> turns = new TreeSet<>();
        LocalDate first = from.atZone(zone).toLocalDate();
        List<LocalTime> times = new ArrayList<>(List.of(LocalTime.MIDNIGHT));
        schedule.hours().ifPresent(hours -> times.addAll(List.of(hours.from(), hours.to())));
        for (int day = 0; day < DAYS; day++) {
            for (LocalTime time : times) {
                turns.add(first.plusDays(day).atTime(time).atZone(zone).toInstant());
            }
        }
        turns.removeIf(turn -> turn.isBefore(from));
        return turns;
    }

    private void clocks(Instant from) {
        Stream.iterate(
                        zone.getRules().nextTransition(from),
                        next -> next != null,
                        next -> zone.getRules().nextTransition(next.getInstant()))
                .limit(2)
                .map(ZoneOffsetTransition::getInstant)
                .forEach(this::add);
    }
}
