package app.attune.recommend;

import java.time.Instant;
import java.util.Arrays;

/// Whether a model could have seen the future it is asked about.
///
/// @param lastTrain       of the interactions that train; the epoch if there are none
/// @param firstTest       of the interactions that test; the epoch if there are none
/// @param trainAfterSplit training interactions later than the first test interaction; 0 where nothing leaks
/// @param testBeforeEnd   test interactions earlier than the last training interaction; 0 where nothing leaks
/// @param ownFuture       training interactions later than the first test interaction of the same user
public record LeakageCheck(
        Instant lastTrain, Instant firstTest, long trainAfterSplit, long testBeforeEnd, long ownFuture) {
    /// Of a split by time.
    public LeakageCheck(Instant lastTrain, Instant firstTest, long trainAfterSplit) {
        this(lastTrain, firstTest, trainAfterSplit, 0, 0);
    }

    static LeakageCheck of(InteractionLog train, InteractionLog test) {
        long last = Arrays.stream(train.times()).max().orElse(Long.MIN_VALUE);
        long first = Arrays.stream(test.times()).min().orElse(Long.MAX_VALUE);
        return new LeakageCheck(
                orEpoch(last, train.size()),
                orEpoch(first, test.size()),
                Arrays.stream(train.times()).filter(time -> time > first).count(),
                Arrays.stream(test.times()).filter(time -> time < last).count(),
                ownFuture(train, test));
    }

    private static long ownFuture(InteractionLog train, InteractionLog test) {
        long[] first = new long[train.frame().userCount()];
        Arrays.fill(first, Long.MAX_VALUE);
        for (int row = 0; row < test.size(); row++) {
            int user = test.users()[row];
            first[user] = Math.min(first[user], test.times()[row]);
        }
        long later = 0;
        for (int row = 0; row < train.size(); row++) {
            later += train.times()[row] > first[train.users()[row]] ? 1 : 0;
        }
        return later;
    }

    private static Instant orEpoch(long millis, int size) {
        return size == 0 ? Instant.EPOCH : Instant.ofEpochMilli(millis);
    }

    public boolean passes() {
        return trainAfterSplit == 0;
    }
}
