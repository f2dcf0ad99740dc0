package app.attune.recommend;

import app.attune.core.Require;
import java.time.Instant;

/// Where the past that a model learns from ends and the future it is asked about begins, for all users at once.
public sealed interface SplitPoint {
    /// Interactions before `at` train, the others test.
    record At(Instant at) implements SplitPoint {}

    /// The first share of the interactions trains: sorted by time, then user id, then item id (both in ranking
    /// order), the first floor(n * trainShare).
    record Share(double trainShare) implements SplitPoint {
        public Share {
            Require.that(trainShare > 0 && trainShare < 1, "The share for training lies between 0 and 1");
        }
    }

    /// The first 80 % train.
    static SplitPoint usual() {
        return new Share(0.8);
    }
}
