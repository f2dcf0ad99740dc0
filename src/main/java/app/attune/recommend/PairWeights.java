package app.attune.recommend;

import java.util.Arrays;

/// Turns one user's events into one weight per item, the same way for training and for a history.
///
/// Events are keys `item << 8 | rank of type`; the weight of an item is built in the order of the types' names, so it
/// does not depend on the order of events.
final class PairWeights {
    private static final int RANK_BITS = 8;
    private static final long RANK_MASK = (1L << RANK_BITS) - 1;

    private final double[] weightsByRank;
    private final Repeats repeats;

    PairWeights(double[] weightsByRank, Repeats repeats) {
        this.weightsByRank = weightsByRank.clone();
        this.repeats = repeats;
    }

    static long key(int item, byte rank) {
        return (long) item << RANK_BITS | (rank & RANK_MASK);
    }

    /// Receives the items of a user in ascending order.
    @FunctionalInterface
    interface Sink {
        void accept(int item, double weight, int events);
    }

    /// Sorts `keys[0..n)` and gives each item once.
    void forEach(long[] keys, int n, Sink sink) {
        Arrays.sort(keys, 0, n);
        int at = 0;
        while (at < n) {
            int item = (int) (keys[at] >>> RANK_BITS);
            int first = at;
            double weight = 0;
            while (at < n && (int) (keys[at] >>> RANK_BITS) == item) {
                int end = endOfRun(keys, at, n);
                double typeWeight = weightsByRank[(int) (keys[at] & RANK_MASK)];
                weight = repeats == Repeats.SUMMED ? weight + typeWeight * (end - at) : Math.max(weight, typeWeight);
                at = end;
            }
            sink.accept(item, weight, at - first);
        }
    }

    private static int endOfRun(long[] keys, int from, int n) {
        int end = from + 1;
        while (end < n && keys[end] == keys[from]) {
            end++;
        }
        return end;
    }
}
