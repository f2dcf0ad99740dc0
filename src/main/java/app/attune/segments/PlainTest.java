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
    private final boolean without;

    /// Measures users who have events.
    @FunctionalInterface
    private interface Measured {
        double[] of(EventFrame frame, int[] users);
    }

    private PlainTest(EventFrame frame, EventCondition row, Measured measured) {
        this.frame = frame;
        this.measured = measured;
        test = ColumnTest.number(row.asked());
        without = test.test(row.measure().isMissingWithoutEvents() ? Double.NaN : 0);
    }

    /// Empty for a row about something else.
    static Optional<UserTest> of(EventCondition row, HitQuery query, Instant asOf) {
        return query.asksForAll() && row.near().isEmpty()
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

    private static double[] counts(EventFrame frame, int[] users) {
        double[] counts = new double[users.length];
        for (int i = 0; i < users.length; i++) {
            counts[i] = frame.to(users[i]) - frame.from(users[i]);
        }
        return counts;
    }

    private static double[] days(EventFrame frame, int[] users, long now) {
        double[] days = new double[users.length];
        for (int i = 0; i < users.length; i++) {
            days[i] = (now - frame.time(frame.to(users[i]) - 1)) / HitMeter.MILLIS_PER_DAY;
        }
        return days;
    }

    private static double[] sums(EventFrame frame, int[] users) {
        double[] sums = new double[users.length];
        for (int i = 0; i < users.length; i++) {
            sums[i] = RoundedSum.of(frame, frame.from(users[i]), frame.to(users[i]));
        }
        return sums;
    }

    @Override
    public void test(int from, int to, UserBits passing) {
        if (without) {
            passing.add(from, to);
        }
        int[] all = frame.indexes().users();
        int[] users = Arrays.copyOfRange(all, place(all, from), place(all, to));
        double[] results = measured.of(frame, users);
        for (int i = 0; i < users.length; i++) {
            passing.flip(users[i], test.test(results[i]) != without);
        }
    }

    private static int place(int[] users, int userIdx) {
        int found = Arrays.binarySearch(users, userIdx);
        return found < 0 ? -found - 1 : found;
    }
}
