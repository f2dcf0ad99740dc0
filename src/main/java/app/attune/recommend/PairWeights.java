package app.attune.recommend;

import app.attune.core.ProblemException;
import java.util.Arrays;
import java.util.Locale;

/// Turns one user's events into one weight per item, the same way for training and for a history.
///
/// The weight of an item is built in the order of the types' names and, within a type, of time, so it does not depend
/// on
/// the order of events.
final class PairWeights {
    private static final int RANK_BITS = 8;
    private static final int PLACE_BITS = 24;
    private static final int ITEM_SHIFT = RANK_BITS + PLACE_BITS;
    private static final int TYPE_SHIFT = PLACE_BITS;
    private static final long RANK_MASK = (1L << RANK_BITS) - 1;
    private static final int PLACE_MASK = (1 << PLACE_BITS) - 1;

    private final double[] weightsByRank;
    private final Repeats repeats;
    private final Decay decay;

    PairWeights(InteractionOptions options) {
        this.weightsByRank = options.weights().values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        this.repeats = options.repeats();
        this.decay = options.decay();
    }

    /// Events of one user, by time; used again for the next.
    static final class Events {
        private long[] keys = new long[16];
        private long[] times = new long[16];
        private final int most;
        private int size;

        Events() {
            this(PLACE_MASK);
        }

        Events(int most) {
            this.most = most;
        }

        void clear() {
            size = 0;
        }

        /// @param rank of its type among those that count, by name
        /// @throws ProblemException `recommend.user-too-large` if they are more than anybody can have done
        void add(int item, byte rank, long time) {
            if (size == most) {
                throw tooMany();
            }
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, 2 * size);
                times = Arrays.copyOf(times, 2 * size);
            }
            keys[size] = (long) item << ITEM_SHIFT | (rank & RANK_MASK) << TYPE_SHIFT | size;
            times[size++] = time;
        }

        private ProblemException tooMany() {
            return ProblemException.of(
                    "recommend.user-too-large",
                    String.format(
                            Locale.ROOT,
                            "One user has more than %,d interactions: such an id stands for many people.",
                            most),
                    "Find it among the most active users of Data, and import again without its rows.");
        }
    }

    /// Receives the items of a user in ascending order.
    @FunctionalInterface
    interface Sink {
        void accept(int item, double weight, int events);
    }

    /// Gives each item once.
    ///
    /// @param now when the events are looked at, not before the last of them
    void forEach(Events events, long now, Sink sink) {
        long[] keys = events.keys;
        int n = events.size;
        Arrays.sort(keys, 0, n);
        int at = 0;
        while (at < n) {
            long item = keys[at] >>> ITEM_SHIFT;
            int first = at;
            double weight = 0;
            while (at < n && keys[at] >>> ITEM_SHIFT == item) {
                int end = endOfRun(keys, at, n);
                double typeWeight = weightsByRank[(int) (keys[at] >>> TYPE_SHIFT & RANK_MASK)];
                weight = repeats == Repeats.SUMMED
                        ? weight + typeWeight * total(events, at, end, now)
                        : Math.max(weight, typeWeight * share(events, end - 1, now));
                at = end;
            }
            sink.accept((int) item, weight, at - first);
        }
    }

    private double total(Events events, int from, int to, long now) {
        if (decay.halfLifeDays().isEmpty()) {
            return (double) to - from;
        }
        double total = 0;
        for (int at = from; at < to; at++) {
            total += share(events, at, now);
        }
        return total;
    }

    private double share(Events events, int at, long now) {
        return decay.of(events.times[(int) (events.keys[at] & PLACE_MASK)], now);
    }

    private static int endOfRun(long[] keys, int from, int n) {
        int end = from + 1;
        while (end < n && keys[end] >>> TYPE_SHIFT == keys[from] >>> TYPE_SHIFT) {
            end++;
        }
        return end;
    }
}
