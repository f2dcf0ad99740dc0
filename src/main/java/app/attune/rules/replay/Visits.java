package app.attune.rules.replay;

import app.attune.events.Column;
import app.attune.events.EventFrame;
import app.attune.events.sessions.Sessions;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// When the visits of one user after the other began. Of one thread.
final class Visits {
    private final EventFrame frame;
    private final Optional<Column> numbers;
    private final Map<String, Long> starts = new HashMap<>();
    private int userIdx = -1;

    private Visits(EventFrame frame, Optional<Column> numbers) {
        this.frame = frame;
        this.numbers = numbers;
    }

    static Visits of(EventFrame frame) {
        return new Visits(frame, frame.property(Sessions.NUMBER));
    }

    /// Where nobody asks for visits.
    static Visits none(EventFrame frame) {
        return new Visits(frame, Optional.empty());
    }

    /// Must be called for each user before their moments are.
    void user(int userIdx) {
        this.userIdx = userIdx;
        starts.clear();
        numbers.ifPresent(column -> {
            for (int row = frame.from(userIdx); row < frame.to(userIdx); row++) {
                if (!column.isMissing(row)) {
                    starts.putIfAbsent(column.display(row), frame.time(row));
                }
            }
        });
    }

    /// The beginning of the visit at a moment, the newest if there are several; empty if none is known.
    Optional<Instant> start(long at) {
        return numbers.flatMap(column -> start(column, at));
    }

    private Optional<Instant> start(Column column, long at) {
        Optional<Long> newest = Optional.empty();
        int end = frame.to(userIdx, at + 1);
        for (int row = frame.to(userIdx, at); row < end; row++) {
            if (!column.isMissing(row)) {
                long start = starts.getOrDefault(column.display(row), at);
                newest = Optional.of(Math.max(start, newest.orElse(start)));
            }
        }
        return newest.map(Instant::ofEpochMilli);
    }
}
