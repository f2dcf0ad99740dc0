package app.attune.segments;

import app.attune.events.EventFrame;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;

/// Measures one user's events as a condition asks: a count, a sum, a number of different values, or days.
///
/// The result is NaN when it is missing, which only days can be. Cost: the user's events in the window.
final class EventMeter {
    private static final double MILLIS_PER_DAY = 86_400_000.0;

    private final EventFrame frame;
    private final Bounds bounds;
    private final EventFilter filter;
    private final long now;
    private final Reading reading;

    /// Reads a measure off the rows `from` (inclusive) to `to` (exclusive).
    private interface Reading {
        double of(int from, int to);
    }

    EventMeter(EventFrame frame, EventCondition condition, Instant asOf) {
        this.frame = frame;
        bounds = Bounds.of(condition.window(), asOf);
        filter = new EventFilter(frame, condition);
        now = Bounds.firstMilli(asOf);
        reading = reading(condition.measure());
    }

    private Reading reading(Measure measure) {
        Optional<EventField> field = measuredField(measure).flatMap(name -> EventField.find(frame, name));
        return switch (measure) {
            case Measure.Count count -> this::count;
            case Measure.DaysSinceLast days -> this::daysSinceLast;
            case Measure.Sum sum -> field.map(this::sum).orElse((from, to) -> 0);
            case Measure.CountDistinct distinct -> field.map(this::distinct).orElse((from, to) -> 0);
        };
    }

    /// The field a measure reads, if it reads one.
    static Optional<String> measuredField(Measure measure) {
        return switch (measure) {
            case Measure.Sum sum -> Optional.of(sum.field());
            case Measure.CountDistinct distinct -> Optional.of(distinct.field());
            case Measure.Count count -> Optional.empty();
            case Measure.DaysSinceLast days -> Optional.empty();
        };
    }

    double of(int userIdx) {
        int from = firstAt(userIdx, bounds.from());
        int to = firstAt(userIdx, bounds.to());
        return reading.of(from, to);
    }

    /// The user's first row at or after `time`, or the end of the user's rows.
    private int firstAt(int userIdx, long time) {
        int low = frame.from(userIdx);
        int high = frame.to(userIdx);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (frame.time(middle) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private double count(int from, int to) {
        int n = 0;
        for (int row = from; row < to; row++) {
            if (filter.passes(row)) {
                n++;
            }
        }
        return n;
    }

    private double daysSinceLast(int from, int to) {
        for (int row = to - 1; row >= from; row--) {
            if (filter.passes(row)) {
                return (now - frame.time(row)) / MILLIS_PER_DAY;
            }
        }
        return Double.NaN;
    }

    private Reading sum(EventField field) {
        IntToDoubleFunction numbers = FieldReader.numbers(frame, field);
        return (from, to) -> RoundedSum.of(from, to, filter::passes, numbers);
    }

    private Reading distinct(EventField field) {
        IntToLongFunction keys = FieldReader.keys(frame, field);
        return (from, to) -> {
            DistinctKeys seen = new DistinctKeys();
            for (int row = from; row < to; row++) {
                if (filter.passes(row)) {
                    seen.add(keys.applyAsLong(row));
                }
            }
            return seen.count();
        };
    }
}
