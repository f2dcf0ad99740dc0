package app.attune.segments;

import java.util.function.IntPredicate;

/// A test of users that is asked range by range, by several threads.
@FunctionalInterface
interface UserTest {
    /// Adds who passes of the users `from` (inclusive) to `to` (exclusive).
    void test(int from, int to, UserBits passing);

    /// Of each user alone.
    static UserTest of(IntPredicate test) {
        return (from, to, passing) -> {
            for (int userIdx = from; userIdx < to; userIdx++) {
                if (test.test(userIdx)) {
                    passing.add(userIdx);
                }
            }
        };
    }
}
