package app.attune.rules.replay;

import app.attune.core.ProblemException;
import app.attune.core.WholeMillis;
import app.attune.events.Column;
import app.attune.events.EventFrame;
import app.attune.events.sessions.Sessions;
import java.util.function.LongConsumer;

/// Finds the times at which users are decided on. Thread-safe.
final class Occasions {
    static final long DAY = 86_400_000;

    /// Whether an event gives occasion that the one before it, of the same user, did not give already.
    @FunctionalInterface
    private interface Fresh {
        boolean is(int row, int before);
    }

    private final EventFrame frame;
    private final long from;
    private final long to;
    private final Fresh fresh;

    /// @throws ProblemException `replay.no-sessions` if sessions are asked for and the events know none
    Occasions(EventFrame frame, ReplayOptions options) {
        this.frame = frame;
        from = WholeMillis.atOrAfter(options.period().from());
        to = WholeMillis.atOrAfter(options.period().to());
        fresh = switch (options.occasion()) {
            case EVENT -> (row, before) -> frame.time(row) != frame.time(before);
            case DAY -> (row, before) -> Math.floorDiv(frame.time(row), DAY) != Math.floorDiv(frame.time(before), DAY);
            case SESSION -> sessions(frame);
        };
    }

    private static Fresh sessions(EventFrame frame) {
        Column column = frame.property(Sessions.NUMBER)
                .orElseThrow(() -> ProblemException.of(
                        "replay.no-sessions",
                        "These events are not divided into sessions.",
                        "Decide at every event or once a day instead."));
        return (row, before) -> !column.isMissing(row) && !column.display(row).equals(column.display(before));
    }

    /// Calls with the time, in epoch milliseconds, of each occasion of one user in the period, earliest first.
    void of(int userIdx, LongConsumer occasion) {
        int first = frame.from(userIdx);
        int end = frame.to(userIdx, to);
        for (int row = frame.to(userIdx, from); row < end; row++) {
            if (row == first || fresh.is(row, row - 1)) {
                occasion.accept(frame.time(row));
            }
        }
    }
}
