package app.attune.recommend;

import app.attune.core.Progress;
import java.util.Arrays;
import java.util.BitSet;

/// The largest part of interactions in which every user has at least k different items and every item at least k
/// different users. What is left does not depend on the order of removal. Cost O(n) for each round of removal.
/// Source: Seidman, "Network Structure and Minimum Degree", Social Networks 5(3), 1983.
final class KCore {
    private KCore() {}

    /// Several interactions of a pair count as one here and stay or go together.
    static InteractionLog of(InteractionLog log, int least, Progress progress) {
        BitSet kept = new BitSet(log.size());
        kept.set(0, log.size());
        int before;
        do {
            progress.checkpoint();
            before = kept.cardinality();
            remove(log, least, kept);
        } while (kept.cardinality() < before);
        return log.only(kept);
    }

    /// Rows of a user lie together, so the last user seen with an item tells a pair that was counted.
    private static void remove(InteractionLog log, int least, BitSet kept) {
        int[] items = new int[log.frame().userCount()];
        int[] users = new int[log.frame().itemCount()];
        int[] lastUser = new int[users.length];
        Arrays.fill(lastUser, -1);
        for (int row = kept.nextSetBit(0); row >= 0; row = kept.nextSetBit(row + 1)) {
            int user = log.users()[row];
            int item = log.items()[row];
            if (lastUser[item] != user) {
                lastUser[item] = user;
                items[user]++;
                users[item]++;
            }
        }
        for (int row = kept.nextSetBit(0); row >= 0; row = kept.nextSetBit(row + 1)) {
            if (items[log.users()[row]] < least || users[log.items()[row]] < least) {
                kept.clear(row);
            }
        }
    }
}
