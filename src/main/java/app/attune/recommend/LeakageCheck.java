package app.attune.recommend;

import java.time.Instant;

/// Whether a model could have seen the future it is asked about.
///
/// @param lastTrain       of the interactions that train; the epoch if there are none
/// @param firstTest       of the interactions that test; the epoch if there are none
/// @param trainAfterSplit training interactions later than the first test interaction; must be 0
public record LeakageCheck(Instant lastTrain, Instant firstTest, long trainAfterSplit) {
    public boolean passes() {
        return trainAfterSplit == 0;
    }
}
