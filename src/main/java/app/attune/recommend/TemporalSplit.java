package app.attune.recommend;

import app.attune.core.ItemId;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Interactions cut at one point in time for all users: what a model may learn from, and what came after.
///
/// Source: Meng, McCreadie, Macdonald, Ounis, "Exploring Data Splitting Strategies for the Evaluation of
/// Recommendation Models", RecSys 2020 (global temporal split).
record TemporalSplit(InteractionLog train, InteractionLog test) {
    static TemporalSplit of(InteractionLog log, SplitPoint point) {
        BitSet train = switch (point) {
            case SplitPoint.At at -> before(log, at.at());
            case SplitPoint.Share share -> first(log, (int) Math.floor(log.size() * share.trainShare()));
        };
        BitSet test = (BitSet) train.clone();
        test.flip(0, log.size());
        return new TemporalSplit(log.only(train), log.only(test));
    }

    /// What a reader needs to trust the split.
    LeakageCheck leakage() {
        return LeakageCheck.of(train, test);
    }

    private static BitSet before(InteractionLog log, Instant at) {
        BitSet kept = new BitSet(log.size());
        for (int row = 0; row < log.size(); row++) {
            if (log.times()[row] < at.toEpochMilli()) {
                kept.set(row);
            }
        }
        return kept;
    }

    private static BitSet first(InteractionLog log, int count) {
        BitSet kept = new BitSet(log.size());
        if (count == 0) {
            return kept;
        }
        long[] sorted = log.times().clone();
        Arrays.sort(sorted);
        long boundary = sorted[count - 1];
        for (int row = 0; row < log.size(); row++) {
            if (log.times()[row] < boundary) {
                kept.set(row);
            }
        }
        Comparator<Integer> byId = Comparator.comparing(
                        (Integer row) -> new ItemId(log.user(row).value()), ItemId.RANKING)
                .thenComparing(log::item, ItemId.RANKING);
        IntStream.range(0, log.size())
                .filter(row -> log.times()[row] == boundary)
                .boxed()
                .sorted(byId)
                .limit(count - (long) kept.cardinality())
                .toList()
                .forEach(kept::set);
        return kept;
    }
}
