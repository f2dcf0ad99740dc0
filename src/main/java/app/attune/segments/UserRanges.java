package app.attune.segments;

import app.attune.core.Progress;
import java.util.stream.IntStream;
import org.roaringbitmap.RoaringBitmap;

/// Asks about all users range by range, on all processors. Who passes is the same with any number of them.
final class UserRanges {
    /// Less than a millisecond of work as a rule; a multiple of 64, see [UserBits].
    private static final int USERS = 1 << 13;

    private UserRanges() {}

    /// @throws java.util.concurrent.CancellationException if nobody wants the answer any more
    static RoaringBitmap passing(int users, UserTest test, Progress progress) {
        UserBits passing = new UserBits(users);
        IntStream.range(0, (users + USERS - 1) / USERS).parallel().forEach(range -> {
            if (!progress.isCancelled()) {
                test.test(range * USERS, Math.min(users, (range + 1) * USERS), passing);
            }
        });
        progress.checkpoint();
        return passing.toBitmap();
    }
}
