package app.attune.segments;

import app.attune.events.EventFrame;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// How many steps of a sequence a user took at most; see [Measure.Steps].
///
/// Goes through the user's events once for each step. For every event that can be step n it keeps the best time from
/// which a way to it is counted: the latest, since a later start leaves more time. Taking the nearest event at each
/// step instead would miss ways, since the nearest second step may have no third one near enough. First steps further
/// apart than a sequence can take are looked at by themselves, with the events between left out. Thread-safe.
final class StepsMeter implements HitMeter {
    private static final long NONE = Long.MIN_VALUE;
    private static final int NOWHERE = -1;

    private final EventFrame frame;
    private final long now;
    private final List<EventFilter> next;
    private final long most;
    private final boolean fromFirst;
    private final long reach;

    StepsMeter(EventFrame frame, Measure.Steps steps, Instant asOf) {
        this.frame = frame;
        now = Bounds.firstMilli(asOf);
        next = steps.next().stream().map(kind -> new EventFilter(frame, kind)).toList();
        most = steps.within().millis();
        fromFirst = steps.counted() == Measure.Counted.FROM_FIRST;
        reach = reach(steps, next.size());
    }

    private StepsMeter(StepsMeter same, long now) {
        this.now = now;
        frame = same.frame;
        next = same.next;
        most = same.most;
        fromFirst = same.fromFirst;
        reach = same.reach;
    }

    @Override
    public HitMeter at(long other) {
        return new StepsMeter(this, other);
    }

    /// The longest time from the first step to one so many steps later.
    static long reach(Measure.Steps steps, int later) {
        long most = steps.within().millis();
        boolean isOnce = steps.counted() == Measure.Counted.FROM_FIRST || later <= 1 || most == Long.MAX_VALUE;
        if (isOnce) {
            return most;
        }
        return most > Long.MAX_VALUE / later ? Long.MAX_VALUE : most * later;
    }

    /// @param first the user's events that may be the first step
    @Override
    public double of(int userIdx, Hits first) {
        int reached = 0;
        for (int place = 0; place < first.size() && reached <= next.size(); ) {
            int end = place + 1;
            while (end < first.size() && isWithinReach(first.row(end - 1), first.row(end))) {
                end++;
            }
            reached = Math.max(reached, of(userIdx, first, place, end));
            place = end;
        }
        return reached;
    }

    private boolean isWithinReach(int row, int later) {
        return frame.time(later) - frame.time(row) <= reach;
    }

    /// By the first steps at the places `from` (inclusive) to `to` (exclusive), and the events within reach of them.
    private int of(int userIdx, Hits first, int from, int to) {
        int start = first.row(from);
        while (start > frame.from(userIdx) && frame.time(start - 1) == frame.time(start)) {
            start--;
        }
        int end = end(userIdx, first.row(to - 1));
        long[] since = first.room(end - start);
        Arrays.fill(since, 0, end - start, NONE);
        for (int place = from; place < to; place++) {
            since[first.row(place) - start] = frame.time(first.row(place));
        }
        int reached = 1;
        for (EventFilter step : next) {
            if (!advance(since, start, end, step)) {
                return reached;
            }
            reached++;
        }
        return reached;
    }

    private int end(int userIdx, int last) {
        long latest = frame.time(last);
        return frame.to(userIdx, reach < now - latest ? latest + reach + 1 : now);
    }

    /// Replaces, event by event, the time from which a way to the last step is counted by that to the next one.
    private boolean advance(long[] since, int start, int stop, EventFilter step) {
        int length = stop - start;
        boolean any = false;
        long best = NONE;
        for (int i = 0; i < length; ) {
            int end = i;
            int topAt = NOWHERE;
            long top = best;
            long second = best;
            for (; end < length && frame.time(start + end) == frame.time(start + i); end++) {
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
