package app.attune.segments;

import app.attune.events.EventFrame;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;

/// Measures one user's events as a condition asks: a count, a sum, a number of different values, steps, days,
/// or a number of a field.
///
/// The result is NaN when it is missing. Cost: the user's events in the window.
final class EventMeter {
    private static final double MILLIS_PER_DAY = 86_400_000.0;
    private static final long DAY = 86_400_000;

    private final EventFrame frame;
    private final Bounds bounds;
    private final EventFilter filter;
    private final Optional<NearTest> near;
    private final long now;
    private final Reading reading;

    /// A user's rows in the window, `from` (inclusive) to `to` (exclusive), and which of them are measured.
    private record Rows(int userIdx, int from, int to, IntPredicate measured) {}

    /// Reads a measure off rows.
    private interface Reading {
        double of(Rows rows);
    }

    EventMeter(EventFrame frame, EventCondition condition, Instant asOf) {
        this.frame = frame;
        bounds = Bounds.of(condition.window(), asOf);
        filter = new EventFilter(frame, condition.events());
        near = condition.near().isEmpty() ? Optional.empty() : Optional.of(new NearTest(frame, condition.near(), asOf));
        now = Bounds.firstMilli(asOf);
        reading = reading(condition.measure(), asOf);
    }

    private Reading reading(Measure measure, Instant asOf) {
        Optional<EventField> field = measuredField(measure).flatMap(name -> EventField.find(frame, name));
        return switch (measure) {
            case Measure.Count count -> EventMeter::count;
            case Measure.DaysSinceLast days -> this::daysSinceLast;
            case Measure.Sum sum -> field.map(this::sum).orElse(rows -> 0);
            case Measure.CountDistinct distinct -> field.map(this::distinct).orElse(rows -> 0);
            case Measure.DaysSinceFirst days -> this::daysSinceFirst;
            case Measure.ActiveDays days -> this::activeDays;
            case Measure.OfField number ->
                field.map(found -> number(number.statistic(), found)).orElse(rows -> Double.NaN);
            case Measure.Steps steps -> {
                StepsMeter meter = new StepsMeter(frame, steps, asOf);
                yield rows -> meter.of(rows.userIdx(), rows.from(), rows.to(), rows.measured());
            }
        };
    }

    /// The field a measure reads, if it reads one.
    static Optional<String> measuredField(Measure measure) {
        return switch (measure) {
            case Measure.Sum sum -> Optional.of(sum.field());
            case Measure.CountDistinct distinct -> Optional.of(distinct.field());
            case Measure.Count count -> Optional.empty();
            case Measure.OfField number -> Optional.of(number.field());
            case Measure.DaysSinceLast days -> Optional.empty();
            case Measure.DaysSinceFirst days -> Optional.empty();
            case Measure.ActiveDays days -> Optional.empty();
            case Measure.Steps steps -> Optional.empty();
        };
    }

    double of(int userIdx) {
        int from = firstAt(userIdx, bounds.from());
        int to = firstAt(userIdx, bounds.to());
        IntPredicate measured =
                near.isPresent() && any(from, to) ? and(near.get().of(userIdx, from, to)) : filter::passes;
        return reading.of(new Rows(userIdx, from, to, measured));
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

    private IntPredicate and(IntPredicate beside) {
        return row -> filter.passes(row) && beside.test(row);
    }

    private boolean any(int from, int to) {
        for (int row = from; row < to; row++) {
            if (filter.passes(row)) {
                return true;
            }
        }
        return false;
    }

    private static double count(Rows rows) {
        int n = 0;
        for (int row = rows.from(); row < rows.to(); row++) {
            if (rows.measured().test(row)) {
                n++;
            }
        }
        return n;
    }

    private double daysSinceLast(Rows rows) {
        for (int row = rows.to() - 1; row >= rows.from(); row--) {
            if (rows.measured().test(row)) {
                return (now - frame.time(row)) / MILLIS_PER_DAY;
            }
        }
        return Double.NaN;
    }

    private double daysSinceFirst(Rows rows) {
        for (int row = rows.from(); row < rows.to(); row++) {
            if (rows.measured().test(row)) {
                return (now - frame.time(row)) / MILLIS_PER_DAY;
            }
        }
        return Double.NaN;
    }

    private double activeDays(Rows rows) {
        int days = 0;
        long last = Long.MIN_VALUE;
        for (int row = rows.from(); row < rows.to(); row++) {
            if (rows.measured().test(row)) {
                long day = Math.floorDiv(frame.time(row), DAY);
                days += day == last ? 0 : 1;
                last = day;
            }
        }
        return days;
    }

    private Reading number(Measure.Statistic statistic, EventField field) {
        NumberReading reading = new NumberReading(frame, statistic, FieldReader.numbers(frame, field));
        return rows -> reading.of(rows.from(), rows.to(), rows.measured());
    }

    private Reading sum(EventField field) {
        IntToDoubleFunction numbers = FieldReader.numbers(frame, field);
        return rows -> RoundedSum.of(rows.from(), rows.to(), rows.measured(), numbers);
    }

    private Reading distinct(EventField field) {
        IntToLongFunction keys = FieldReader.keys(frame, field);
        return rows -> {
            DistinctKeys seen = new DistinctKeys();
            for (int row = rows.from(); row < rows.to(); row++) {
                if (rows.measured().test(row)) {
                    seen.add(keys.applyAsLong(row));
                }
            }
            return seen.count();
        };
    }
}
