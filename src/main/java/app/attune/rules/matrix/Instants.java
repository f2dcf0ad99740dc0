package app.attune.rules.matrix;

import app.attune.rules.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Finds instants among which, for each instant from 1970 to 2100 and a week beyond the starts and ends of schedules,
/// there is one at which just the same schedules run.
///
/// Whether a schedule runs follows from whether its start and end have passed, and from the day and time on the clocks
/// of its zone. So between two starts or ends, while no clock changes, a week says it all; and two such stretches of
/// the same offsets say the same, if the first lasts a week. Days and times begin at their first instant, so that the
/// instants at which one begins are enough.
final class Instants {
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(31);
    private static final int MOST = 40_000;

    private record Stretch(Instant from, Instant to) {
        boolean isWhole() {
            return !from.plus(WEEK).isAfter(to);
        }
    }

    private final List<Schedule> schedules;
    private final Instant near;
    private final List<Instant> found = new ArrayList<>();

    private Instants(List<Schedule> schedules, Instant near) {
        this.schedules = schedules;
        this.near = near;
    }

    /// Those from an instant on first; empty where there are too many.
    static Optional<List<Instant>> of(List<Schedule> schedules, Instant near) {
        return new Instants(schedules, near).find();
    }

    private Optional<List<Instant>> find() {
        for (Stretch between : stretches(bounds(), near)) {
            if (!add(between)) {
                return Optional.empty();
            }
        }
        return Optional.of(List.copyOf(found));
    }

    private NavigableSet<Instant> bounds() {
        TreeSet<Instant> bounds = new TreeSet<>(List.of(near));
        schedules.forEach(schedule -> {
            schedule.start().ifPresent(bounds::add);
            schedule.end().ifPresent(bounds::add);
        });
        Instant first = bounds.first().minus(MONTH);
        Instant last = bounds.last().plus(MONTH);
        bounds.add(first.isBefore(FIRST) ? first : FIRST);
        bounds.add(last.isAfter(LAST) ? last : LAST);
        return bounds;
    }

    /// Between bounds; those after an instant in order, then those before it, the latest first.
    private static List<Stretch> stretches(NavigableSet<Instant> bounds, Instant near) {
        List<Stretch> later = new ArrayList<>();
        List<Stretch> earlier = new ArrayList<>();
        Instant from = bounds.first();
        for (Instant to : bounds.tailSet(from, false)) {
            if (from.isBefore(near)) {
                earlier.add(new Stretch(from, to));
            } else {
                later.add(new Stretch(from, to));
            }
            from = to;
        }
        later.addAll(earlier.reversed());
        return later;
    }

    /// Where no schedule starts or ends.
    private boolean add(Stretch between) {
        List<Schedule> live = live(between.from());
        List<ZoneId> zones = live.stream()
                .filter(schedule ->
                        !schedule.days().isEmpty() || schedule.hours().isPresent())
                .map(Schedule::zone)
                .distinct()
                .toList();
        TreeSet<Instant> changes = new TreeSet<>(List.of(between.from(), between.to()));
        for (ZoneId zone : zones) {
            if (!addChanges(zone, between, changes)) {
                return false;
            }
        }
        Set<List<ZoneOffset>> seen = new HashSet<>();
        for (Stretch still : stretches(changes, near)) {
            List<ZoneOffset> offsets = zones.stream()
                    .map(zone -> zone.getRules().getOffset(still.from()))
                    .toList();
            if (!seen.contains(offsets)) {
                week(still, live);
            }
            if (still.isWhole()) {
                seen.add(offsets);
            }
        }
        return found.size() <= MOST;
    }

    /// The schedules that have started and not ended.
    private List<Schedule> live(Instant at) {
        return schedules.stream()
                .filter(schedule -> schedule.start().filter(at::isBefore).isEmpty()
                        && schedule.end().filter(end -> !at.isBefore(end)).isEmpty())
                .toList();
    }

    private static boolean addChanges(ZoneId zone, Stretch between, Set<Instant> changes) {
        ZoneOffsetTransition next = zone.getRules().nextTransition(between.from());
        while (next != null && next.getInstant().isBefore(between.to())) {
            changes.add(next.getInstant());
            if (changes.size() > MOST) {
                return false;
            }
            next = zone.getRules().nextTransition(next.getInstant());
        }
        return true;
    }

    /// The first week of a stretch in which no clock changes.
    private void week(Stretch still, List<Schedule> live) {
        Instant end = still.isWhole() ? still.from().plus(WEEK) : still.to();
        TreeSet<Instant> turns = new TreeSet<>(List.of(still.from()));
        Map<ZoneOffset, Set<LocalTime>> times = new HashMap<>();
        for (Schedule schedule : live) {
            Set<LocalTime> ofZone = times.computeIfAbsent(
                    schedule.zone().getRules().getOffset(still.from()), offset -> new HashSet<>());
            if (!schedule.days().isEmpty()) {
                ofZone.add(LocalTime.MIDNIGHT);
            }
            schedule.hours().ifPresent(hours -> ofZone.addAll(List.of(hours.from(), hours.to(), LocalTime.MIDNIGHT)));
        }
        times.forEach((offset, ofZone) -> {
            LocalDate first = still.from().atOffset(offset).toLocalDate();
            LocalDate last = end.atOffset(offset).toLocalDate();
            for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
                for (LocalTime time : ofZone) {
                    turns.add(date.atTime(time).toInstant(offset));
                }
            }
        });
        found.addAll(turns.subSet(still.from(), true, end, false));
    }
}
