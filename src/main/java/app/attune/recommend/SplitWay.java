package app.attune.recommend;

import app.attune.core.Require;

/// A way to part interactions into what trains and what tests.
public sealed interface SplitWay {
    /// Most periods of a rolling origin.
    int MOST_PERIODS = 60;

    /// One point in time for all users: nothing that trains is later than anything that tests.
    record ByTime(SplitPoint point) implements SplitWay {}

    /// The last new item of each user tests, what the user did before it trains. Leaks the future: what others did
    /// later
    /// trains too.
    record LeaveLastOut() implements SplitWay {}

    /// Several points in time: `periods` equal spans after a first one of the same length, each tested by models that
    /// were trained on all before it.
    record RollingOrigin(int periods) implements SplitWay {
        public RollingOrigin {
            requireSome(periods);
        }
    }

    /// The same with the last months (UTC) of the data as spans; none has the first interaction.
    record ByMonth(int months) implements SplitWay {
        public ByMonth {
            requireSome(months);
        }
    }

    /// As a file says.
    record OwnFile(SplitFile file) implements SplitWay {}

    private static void requireSome(int periods) {
        Require.that(periods >= 1 && periods <= MOST_PERIODS, "Periods are 1 to " + MOST_PERIODS);
    }
}
