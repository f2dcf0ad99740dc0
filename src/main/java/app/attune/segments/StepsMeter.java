package app.attune.segments;

import app.attune.events.EventFrame;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// How many steps of a sequence a user took at most; see [Measure.Steps].
///
/// Goes through the user's events once for each step. For every event that can be step n it keeps the best time from
/// which a way to it is counted: the latest, since a later start leaves more time. Taking the nearest event at each
/// step instead would miss ways, since the nearest second step may have no third one near enough. Thread-safe.
final class StepsMeter {
    private static final long NONE = Long.MIN_VALUE;
    private static final int NOWHERE = -1;

    private final EventFrame frame;
    private final long now;
    private final List<EventFilter> next;
    private final long most;
    private final boolean fromFirst;

    StepsMeter(EventFrame frame, Measure.Steps steps, Instant asOf) {
        this.frame = frame;
        now = Bounds.firstMilli(asOf);
        next = steps.next().stream().map(kind -> new EventFilter(frame, kind)).toList();
        most = steps.within().millis();
        fromFirst = steps.counted() == Measure.Counted.FROM_FIRST;
    }

    /// @param first the user's events that may be the first step
    int of(int userIdx, Hits first) {
        if (first.size() == 0) {
            return 0;
        }
        int start = first.row(0);
        while (start > frame.from(userIdx) && frame.time(start - 1) == frame.time(start)) {
            start--;
        }
        long[] since = new long[frame.to(userIdx, now) - start];
        Arrays.fill(since, NONE);
        for (int place = 0; place < first.size(); place++) {
            since[first.row(place) - start] = frame.time(first.row(place));
        }
        int reached = 1;
        for (EventFilter step : next) {
            if (!advance(since, start, step)) {
                return reached;
            }
            reached++;
        }
        return reached;
    }

    /// Replaces, event by event, the time from which a way to the last step is counted by that to the next one.
    private boolean advance(long[] since, int start, EventFilter step) {
        boolean any = false;
        long best = NONE;
        for (int i = 0; i < since.length; ) {
            int end = i;
            int topAt = NOWHERE;
            long top = best;
            long second = best;
            for (; end < since.length && frame.time(start + end) == frame.time(start + i); end++) {
                if (since[end] > top) {
                    second = top;
                    top = since[end];
                    topAt = end;
                } else {
                    second = Math.max(second, since[end]);
                }
            }
            for (int own = i; own < end; own++) {
                since[own] = after(own == topAt ? second : top, start + own, step);
                any |= since[own] != NONE;
            }
            best = top;
            i = end;
        }
        return any;
    }

    private long after(long since, int row, EventFilter step) {
        if (since == NONE || frame.time(row) - since > most || !step.passes(row)) {
            return NONE;
        }
        return fromFirst ? since : frame.time(row);
    }
}
