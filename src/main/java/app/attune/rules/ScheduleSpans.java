package app.attune.rules;

import app.attune.core.TimeWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/// When a schedule is on within a period.
public final class ScheduleSpans {
    private ScheduleSpans() {}

    /// The parts of the period in which it runs, in order; those that touch are one. Cost: a few steps a day.
    public static List<TimeWindow> of(Schedule schedule, TimeWindow period) {
        List<TimeWindow> spans = new ArrayList<>();
        Iterator<Instant> edges = edges(schedule, period).iterator();
        Instant from = edges.next();
        while (edges.hasNext()) {
            Instant to = edges.next();
            if (schedule.isRunning(from)) {
                add(spans, new TimeWindow(from, to));
            }
            from = to;
        }
        return spans;
    }

    private static void add(List<TimeWindow> spans, TimeWindow span) {
        if (!spans.isEmpty() && spans.getLast().to().equals(span.from())) {
            TimeWindow last = spans.removeLast();
            spans.add(new TimeWindow(last.from(), span.to()));
        } else {
            spans.add(span);
        }
    }

    /// Between two of these next to one another it is on all the time or not at all.
    private static NavigableSet<Instant> edges(Schedule schedule, TimeWindow period) {
        NavigableSet<Instant> edges = new TreeSet<>();
        schedule.start().ifPresent(edges::add);
        schedule.end().ifPresent(edges::add);
        ZoneId zone = schedule.zone();
        LocalDate last = LocalDate.ofInstant(period.to(), zone).plusDays(1);
        for (LocalDate day = LocalDate.ofInstant(period.from(), zone); !day.isAfter(last); day = day.plusDays(1)) {
            add(edges, day.atStartOfDay(), zone);
            for (LocalTime time : times(schedule)) {
                add(edges, day.atTime(time), zone);
            }
        }
        ZoneOffsetTransition change = zone.getRules().nextTransition(period.from());
        while (change != null && change.getInstant().isBefore(period.to())) {
            edges.add(change.getInstant());
            change = zone.getRules().nextTransition(change.getInstant());
        }
        edges.removeIf(edge -> !edge.isAfter(period.from()) || !edge.isBefore(period.to()));
        edges.add(period.from());
        edges.add(period.to());
        return edges;
    }

    private static List<LocalTime> times(Schedule schedule) {
        return schedule.hours().map(hours -> List.of(hours.from(), hours.to())).orElse(List.of());
    }

    /// Both, where the clock shows a time twice.
    private static void add(NavigableSet<Instant> edges, LocalDateTime local, ZoneId zone) {
        ZonedDateTime first = local.atZone(zone);
        edges.add(first.toInstant());
        edges.add(first.withLaterOffsetAtOverlap().toInstant());
    }
}
