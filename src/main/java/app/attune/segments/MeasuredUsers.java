package app.attune.segments;

import app.attune.core.Progress;

/// What an event condition measures, user by user.
public final class MeasuredUsers {
    private static final int USERS_BETWEEN_CHECKPOINTS = 4_096;

    private MeasuredUsers() {}

    /// The measure of each of `users` (positions), in their order; NaN where it is missing. The comparison of the row
    /// does not matter. Cost: the events of those users in the window.
    public static double[] of(EventCondition row, ConditionCounts.At at, int[] users, Progress progress) {
        EventMeter meter = new EventMeter(at.population().events(), row, at.asOf());
        double[] values = new double[users.length];
        for (int i = 0; i < users.length; i++) {
            if (i % USERS_BETWEEN_CHECKPOINTS == 0) {
                progress.checkpoint();
            }
            values[i] = meter.of(users[i]);
        }
        return values;
    }
}
