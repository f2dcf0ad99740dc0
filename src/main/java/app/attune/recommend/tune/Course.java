package app.attune.recommend.tune;

import app.attune.core.Require;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// How far a search goes this time, and who is told of each trial.
///
/// @param trials  together with earlier ones; those of the plan if empty
/// @param seconds after which no further trial counts; the first of a course always ends
/// @param tried   called after each trial with the search so far, on the thread that searches
public record Course(OptionalInt trials, OptionalDouble seconds, Consumer<Search> tried) {
    public Course {
        Require.that(
                seconds.isEmpty() || (seconds.getAsDouble() > 0 && seconds.getAsDouble() <= 1e7),
                "The seconds of a search lie above 0");
    }

    /// All trials of the plan.
    public static Course whole() {
        return new Course(OptionalInt.empty(), OptionalDouble.empty(), search -> {});
    }

    public Course upTo(int others) {
        return new Course(OptionalInt.of(others), seconds, tried);
    }

    public Course within(double others) {
        return new Course(trials, OptionalDouble.of(others), tried);
    }

    public Course telling(Consumer<Search> other) {
        return new Course(trials, seconds, other);
    }
}
