package app.attune.segments;

import app.attune.core.Require;
import java.util.List;
import java.util.Optional;

/// The user ranks among the highest or lowest by a number.
///
/// Ranked are the users known at the as-of time who have the number. TOP 10 are those above whom strictly less than 10
/// percent of them are, BOTTOM 10 those below whom strictly less than 10 percent are: equal users are in together or
/// out together, and somebody is in whenever anybody is ranked. A missing number is not ranked and does not match.
///
/// @param percent above 0, at most 100
public record RankCondition(Rank rank, double percent, Ranked by) implements UserCondition {
    private static final double PERCENT = 100;

    /// Which end.
    public enum Rank {
        TOP,
        BOTTOM
    }

    /// The number that users are ranked by.
    public sealed interface Ranked {
        /// A numeric attribute of the user.
        record Attribute(String attribute) implements Ranked {}

        /// A measure of the user's events.
        record Events(EventKind events, List<Near> near, Measure measure, Window window) implements Ranked {
            public Events {
                near = List.copyOf(near);
            }

            /// The measure as a condition that any value passes.
            public EventCondition condition() {
                return new EventCondition(
                        events.types(),
                        events.where(),
                        near,
                        measure,
                        window,
                        Comparison.IS_PRESENT,
                        List.of(),
                        WhenMissing.NO);
            }
        }
    }

    public RankCondition {
        Require.that(percent > 0 && percent <= PERCENT, "A rank is above 0 and at most 100 percent");
    }

    /// Whether somebody is in.
    ///
    /// @param beyond how many ranked users are strictly further to that end
    /// @param ranked how many are ranked
    boolean has(long beyond, long ranked) {
        return beyond * PERCENT < percent * ranked;
    }

    /// The events that are measured, if users are ranked by them.
    Optional<EventCondition> events() {
        return by instanceof Ranked.Events events ? Optional.of(events.condition()) : Optional.empty();
    }
}
