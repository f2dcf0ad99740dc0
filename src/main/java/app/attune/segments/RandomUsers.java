package app.attune.segments;

import java.util.SplittableRandom;
import org.roaringbitmap.RoaringBitmap;

/// Some of many users, each as likely as any other: selection sampling (Fan, Muller and Rezucha 1962, "Development of
/// Sampling Plans by Using Sequential (Item by Item) Selection Techniques and Digital Computers", JASA 57).
public final class RandomUsers {
    private RandomUsers() {}

    /// At most `n` of the users, in order of their position; all of them if there are no more.
    public static int[] of(RoaringBitmap users, int n, SplittableRandom random) {
        int left = users.getCardinality();
        int[] chosen = new int[Math.min(n, left)];
        int found = 0;
        for (var each = users.getIntIterator(); found < chosen.length; left--) {
            int userIdx = each.next();
            if (random.nextInt(left) < chosen.length - found) {
                chosen[found++] = userIdx;
            }
        }
        return chosen;
    }
}
