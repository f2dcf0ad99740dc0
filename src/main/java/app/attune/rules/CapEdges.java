package app.attune.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Histories that tell caps apart: one firing less than a cap allows, just as many and one more, each at the edges of
/// its window.
public final class CapEdges {
    private static final Duration VISIT = Duration.ofMinutes(30);
    private static final Duration NOON = Duration.ofHours(12);

    private final Rule rule;
    private final FrequencyCap cap;
    private final Instant at;

    private CapEdges(Rule rule, FrequencyCap cap, Instant at) {
        this.rule = rule;
        this.cap = cap;
        this.at = at;
    }

    /// Of a rule without a cap none.
    ///
    /// @param at the time of the decision, as [#time] gives it
    public static List<Shown> of(Rule rule, Instant at) {
        return rule.limits()
                .cap()
                .map(cap -> new CapEdges(rule, cap, at).edges())
                .orElse(List.of());
    }

    /// A time at which the rule runs as it does at another, and before which firings can count: not the first moment
    /// of a day.
    public static Instant time(Rule rule, Instant near) {
        return Stream.of(near, Schedule.before(near.plus(NOON)), near.plusMillis(1))
                .filter(at -> rule.limits().schedule().isRunning(at)
                        == rule.limits().schedule().isRunning(near))
                .filter(at -> rule.limits()
                        .cap()
                        .filter(cap -> cap.counts(Schedule.before(at), at, Optional.of(at.minus(VISIT))))
                        .isPresent())
                .findFirst()
                .orElse(near);
    }

    private List<Shown> edges() {
        Instant first = switch (cap.per()) {
            case FrequencyCap.Last last -> at.minus(last.duration());
            case FrequencyCap.CalendarDay day -> startOfDay(day.zone());
            case FrequencyCap.Visit ignored -> at.minus(VISIT);
        };
        List<Shown> edges = new ArrayList<>();
        List<Instant> allowed = new ArrayList<>(Collections.nCopies(cap.times() - 1, first));
        edges.add(shown(allowed));
        edges.add(shown(with(allowed, first)));
        edges.add(shown(with(allowed, Schedule.before(first))));
        edges.add(shown(with(allowed, Schedule.before(at))));
        edges.add(shown(with(allowed, at)));
        edges.add(shown(with(with(allowed, first), first)));
        if (cap.per() instanceof FrequencyCap.Visit) {
            edges.add(Shown.nothing().with(rule.id(), with(allowed, first)));
        }
        return edges;
    }

    private Instant startOfDay(ZoneId zone) {
        return at.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    private Shown shown(List<Instant> firings) {
        Shown shown = Shown.nothing().with(rule.id(), firings);
        return cap.per() instanceof FrequencyCap.Visit ? shown.inVisitSince(at.minus(VISIT)) : shown;
    }

    private static List<Instant> with(List<Instant> firings, Instant one) {
        List<Instant> more = new ArrayList<>(firings);
        more.add(one);
        return more;
    }
}
