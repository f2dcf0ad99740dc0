package app.attune.recommend;

import app.attune.core.Require;
import java.util.OptionalDouble;

/// How interactions count less with age: one that is h days old counts 2^(-h / half-life), never less than 2^-30.
///
/// Source: Ding and Li, "Time Weight Collaborative Filtering", CIKM 2005, equation 3.
///
/// @param halfLifeDays 0.01 to 36,500; empty if age does not matter
public record Decay(OptionalDouble halfLifeDays) {
    private static final double MILLIS_OF_DAY = 86_400_000;
    private static final double LEAST_DAYS = 0.01;
    private static final double MOST_DAYS = 36_500;
    private static final double LEAST = StrictMath.pow(2, -30);

    public Decay {
        halfLifeDays.ifPresent(days -> Require.that(
                days >= LEAST_DAYS && days <= MOST_DAYS, "A half-life is 0.01 to 36,500 days, not " + days));
    }

    public static Decay none() {
        return new Decay(OptionalDouble.empty());
    }

    public static Decay halfLife(double days) {
        return new Decay(OptionalDouble.of(days));
    }

    /// What an interaction counts.
    ///
    /// @param time of it
    /// @param now  when it is looked at, not before
    double of(long time, long now) {
        if (halfLifeDays.isEmpty()) {
            return 1;
        }
        double days = (now - time) / MILLIS_OF_DAY;
        return Math.max(LEAST, StrictMath.pow(2, -days / halfLifeDays.getAsDouble()));
    }
}
