package app.attune.events.quality;

import app.attune.core.TimeWindow;
import app.attune.events.EventFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How old the newest events are.
///
/// @param now    against which age is told
/// @param newest the last event; empty without events
/// @param types  the last event of each type, the oldest first
public record Freshness(Instant now, Optional<Instant> newest, List<TypeAge> types) {
    public record TypeAge(String type, Instant newest, long events) {}

    public Freshness {
        types = List.copyOf(types);
    }

    static Freshness of(EventFrame frame, Instant now) {
        long[] last = new long[frame.types().size()];
        long[] counts = new long[last.length];
        java.util.Arrays.fill(last, Long.MIN_VALUE);
        for (int row = 0; row < frame.eventCount(); row++) {
            int type = frame.type(row);
            last[type] = Math.max(last[type], frame.time(row));
            counts[type]++;
        }
        List<TypeAge> types = new ArrayList<>();
        for (int type = 0; type < last.length; type++) {
            if (counts[type] > 0) {
                types.add(new TypeAge(frame.types().text(type), Instant.ofEpochMilli(last[type]), counts[type]));
            }
        }
        types.sort(Comparator.comparing(TypeAge::newest).thenComparing(TypeAge::type));
        return new Freshness(now, frame.span().map(TimeWindow::to).map(to -> to.minusMillis(1)), types);
    }

    /// From the newest event to now; zero without events, negative if an event lies in the future.
    public Duration age() {
        return newest.map(last -> Duration.between(last, now)).orElse(Duration.ZERO);
    }
}
