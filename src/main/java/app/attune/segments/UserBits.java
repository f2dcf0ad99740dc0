package app.attune.segments;

import org.roaringbitmap.BitSetUtil;
import org.roaringbitmap.RoaringBitmap;

/// A bit for every user. Threads may write at the same time to ranges of users that share no multiple of 64.
final class UserBits {
    private final long[] words;

    UserBits(int users) {
        words = new long[(users + Long.SIZE - 1) / Long.SIZE];
    }

    void add(int userIdx) {
        words[userIdx / Long.SIZE] |= 1L << userIdx;
    }

    /// Adds all users `from` (inclusive) to `to` (exclusive).
    void add(int from, int to) {
        for (int userIdx = from; userIdx < to; userIdx++) {
            add(userIdx);
        }
    }

    /// Adds who is not there and takes out who is, if so. Without a branch: which users pass cannot be foretold.
    void flip(int userIdx, boolean isSo) {
        words[userIdx / Long.SIZE] ^= (isSo ? 1L : 0L) << userIdx;
    }

    RoaringBitmap toBitmap() {
        return BitSetUtil.bitmapOf(words);
    }
}
