package app.attune.segments;

import app.attune.events.EventFrame;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoublePredicate;

/// Which users pass a row about all events of a frame: how many there are, how long ago the last was, or the sum of
/// their
/// values. Thread-safe.
///
/// The commonest rows. Measuring many users at once leaves out what takes most of the time of other rows: to look for
/// each user's events and at how they are measured.
final class PlainTest implements UserTest {
    private final EventFrame frame;
    private final Measured measured;
    private final DoublePredicate test;
    private final Optional<NumberRange> range;
    private final boolean without;

    /// Some of the users who have events: those at the places `first` (inclusive) to `end` (exclusive) of `all`.
    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    private record Users(int[] all, int first, int end) {
        int size() {
            return end - first;
        }

        int get(int i) {
            return all[first + i];
        }
    }

    /// Measures users who have events.
    @FunctionalInterface
    private interface Measured {
        double[] of(EventFrame frame, Users users);
    }

    private PlainTest(EventFrame frame, EventCondition row, Measured measured) {
        this.frame = frame;
        this.measured = measured;
        test = ColumnTest.number(row.asked());
        range = NumberRange.of(row.asked());
        without = test.test(row.measure().isMissingWithoutEvents() ? Double.NaN : 0);
    }

    /// Empty for a row about something else.
    static Optional<UserTest> of(EventCondition row, HitQuery query, Instant asOf) {
        return query.asksForAll() && row.near().isEmpty() && !(row.window() instanceof Window.Since)
                ? measured(row.measure(), Bounds.firstMilli(asOf))
                        .map(measured -> new PlainTest(query.frame(), row, measured))
                : Optional.empty();
    }

    private static Optional<Measured> measured(Measure measure, long now) {
        if (measure instanceof Measure.Count) {
            return Optional.of(PlainTest::counts);
        }
        if (measure instanceof Measure.DaysSinceLast) {
            return Optional.of((frame, users) -> days(frame, users, now));
        }
        boolean isOfValues = measure instanceof Measure.Sum sum && sum.field().equals(EventField.VALUE);
        return isOfValues ? Optional.of(PlainTest::sums) : Optional.empty();
    }

    private static double[] counts(EventFrame frame, Users users) {
        double[] counts = new double[users.size()];
        for (int i = 0; i < users.size(); i++) {
            counts[i] = frame.to(users.get(i)) - frame.from(users.get(i));
        }
        return counts;
    }

    private static double[] days(EventFrame frame, Users users, long now) {
        double[] days = new double[users.size()];
        for (int i = 0; i < users.size(); i++) {
            days[i] = (now - frame.time(frame.to(users.get(i)) - 1)) / DaysSince.MILLIS_PER_DAY;
        }
        return days;
    }

    private static double[] sums(EventFrame frame, Users users) {
        double[] sums = new double[users.size()];
        for (int i = 0; i < users.size(); i++) {
            sums[i] = RoundedSum.of(frame, frame.from(users.get(i)), frame.to(users.get(i)));
        }
        return sums;
    }

    @Override
    public void test(int from, int to, UserBits passing) {
        if (without) {
            passing.add(from, to);
        }
        int[] all = frame.indexes().users();
        Users users = new Users(all, place(all, from), place(all, to));
        double[] results = measured.of(frame, users);
        if (range.isPresent()) {
            within(range.get(), results, users, passing);
        } else {
            for (int i = 0; i < users.size(); i++) {
                passing.flip(users.get(i), test.test(results[i]) != without);
            }
        }
    }

    private void within(NumberRange numbers, double[] results, Users users, UserBits passing) {
        for (int i = 0; i < users.size(); i++) {
            passing.flip(users.get(i), numbers.has(results[i]) != without);
        }
    }

    private static int place(int[] users, int userIdx) {
        int found = Arrays.binarySearch(users, userIdx);
        return found < 0 ? -found - 1 : found;
    }
}
