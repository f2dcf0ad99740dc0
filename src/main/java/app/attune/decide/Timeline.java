package app.attune.decide;

import app.attune.core.ItemId;
import app.attune.events.Dictionary;
import app.attune.events.EventFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What one user did before a point in time, newest first, in visits.
///
/// @param visits      newest first; a gap of more than 30 minutes without an event starts another
/// @param events      how many events there are
/// @param eventsShown how many of them, the newest, are in `visits`
public record Timeline(List<Visit> visits, int events, int eventsShown) {
    /// A longer time without an event ends a visit.
    public static final Duration GAP = Duration.ofMinutes(30);

    /// More events than this are counted, not shown.
    public static final int MOST = 500;

    /// Events close to each other, newest first.
    public record Visit(Instant from, Instant to, List<Event> events) {
        public Visit {
            events = List.copyOf(events);
        }
    }

    /// One event.
    ///
    /// @param itemName what people call the item; empty text if the event has none
    public record Event(Instant time, String type, Optional<ItemId> item, String itemName, OptionalDouble value) {}

    public Timeline {
        visits = List.copyOf(visits);
    }

    static Timeline of(EventFrame frame, FrameCatalogue catalogue, int userIdx, Instant asOf) {
        int from = frame.from(userIdx);
        int to = frame.to(userIdx, asOf.toEpochMilli());
        int first = Math.max(from, to - MOST);
        List<Visit> visits = new ArrayList<>();
        List<Event> visit = new ArrayList<>();
        for (int row = to - 1; row >= first; row--) {
            if (row < to - 1 && frame.time(row + 1) - frame.time(row) > GAP.toMillis()) {
                visits.add(visit(visit));
                visit = new ArrayList<>();
            }
            visit.add(event(frame, catalogue, row));
        }
        if (!visit.isEmpty()) {
            visits.add(visit(visit));
        }
        return new Timeline(visits, to - from, to - first);
    }

    private static Visit visit(List<Event> newestFirst) {
        return new Visit(newestFirst.getLast().time(), newestFirst.getFirst().time(), newestFirst);
    }

    private static Event event(EventFrame frame, FrameCatalogue catalogue, int row) {
        Optional<ItemId> item = frame.item(row) == Dictionary.MISSING
                ? Optional.empty()
                : Optional.of(new ItemId(frame.items().text(frame.item(row))));
        double value = frame.value(row);
        return new Event(
                Instant.ofEpochMilli(frame.time(row)),
                frame.types().text(frame.type(row)),
                item,
                item.map(catalogue::name).orElse(""),
                Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value));
    }
}
