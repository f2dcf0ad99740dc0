package app.attune.segments;

import app.attune.events.EventFrame;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToLongFunction;

/// Measures the sessions of one user's events; see [Measure.OfSessions]. Thread-safe.
///
/// @param sessions which session an event is of, [DistinctKeys#MISSING] where that is not known
record SessionMeter(EventFrame frame, Measure.SessionNumber number, IntToLongFunction sessions) implements HitMeter {
    private static final double MILLIS_A_MINUTE = 60_000;

    private static final class Session {
        private final long from;
        private long to;
        private int events;

        Session(long from) {
            this.from = from;
        }
    }

    @Override
    public double of(int userIdx, Hits hits) {
        Map<Long, Session> found = new HashMap<>();
        for (int place = 0; place < hits.size(); place++) {
            long key = sessions.applyAsLong(hits.row(place));
            if (key != DistinctKeys.MISSING) {
                long time = frame.time(hits.row(place));
                Session session = found.computeIfAbsent(key, first -> new Session(time));
                session.to = time;
                session.events++;
            }
        }
        return measured(found.values());
    }

    private double measured(Collection<Session> found) {
        return switch (number) {
            case SESSIONS -> found.size();
            case LONGEST_SESSION ->
                found.stream()
                        .mapToDouble(one -> (one.to - one.from) / MILLIS_A_MINUTE)
                        .max()
                        .orElse(Double.NaN);
            case MOST_EVENTS -> found.stream().mapToInt(one -> one.events).max().orElse(0);
        };
    }
}
