package app.attune.recommend.rerank;

import java.util.Arrays;

/// How many members of a group every beginning of a list has at least.
///
/// Source: Zehlike et al., "FA*IR: A Fair Top-k Ranking Algorithm", CIKM 2017, section 3 and table 2.
final class FairShare {
    private FairShare() {}

    /// The smallest count m with F(m; length, share) > significance, F the binomial distribution function.
    static int least(int length, double share, double significance) {
        double term = Math.pow(1 - share, length);
        double sum = term;
        int count = 0;
        while (sum <= significance && count < length) {
            term *= (length - count) / (count + 1.0) * share / (1 - share);
            sum += term;
            count++;
        }
        return count;
    }

    /// By which place, counted from 1, the first, second … member stands.
    static int[] deadlines(Step.Share share, int n) {
        int[] deadlines = new int[n];
        int members = 0;
        for (int length = 1; length <= n; length++) {
            int least = least(length, share.share(), share.significance());
            while (members < least) {
                deadlines[members++] = length;
            }
        }
        return Arrays.copyOf(deadlines, members);
    }
}
