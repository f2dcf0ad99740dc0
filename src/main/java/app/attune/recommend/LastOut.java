package app.attune.recommend;

import app.attune.core.ItemId;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/// Takes the last new item of each user out: it tests, what the user did before it trains.
///
/// A pair of a user and an item is as old as its first interaction, since what a user has is never recommended again.
/// The last new item is that of the youngest pair, among equals the last in ranking order ([ItemId#RANKING]).
/// Interactions of the user after it are repeats and set aside. Users with one item only train.
/// It leaks the future: what other users did later trains.
/// Source: Meng, McCreadie, Macdonald, Ounis, "Exploring Data Splitting Strategies for the Evaluation of
/// Recommendation Models", RecSys 2020 (leave one last item).
final class LastOut {
    private final InteractionLog log;
    private final BitSet train;
    private final BitSet test;

    private LastOut(InteractionLog log) {
        this.log = log;
        this.train = new BitSet(log.size());
        this.test = new BitSet(log.size());
    }

    static Parts of(InteractionLog log) {
        LastOut out = new LastOut(log);
        int from = 0;
        while (from < log.size()) {
            int to = from + 1;
            while (to < log.size() && log.users()[to] == log.users()[from]) {
                to++;
            }
            out.user(from, to);
            from = to;
        }
        return Parts.of(log, out.train, out.test, SplitDetails.Kind.LEAVE_LAST_OUT);
    }

    private void user(int from, int to) {
        Map<Integer, Long> firsts = new HashMap<>();
        for (int row = from; row < to; row++) {
            firsts.merge(log.items()[row], log.times()[row], Math::min);
        }
        if (firsts.size() < 2) {
            train.set(from, to);
            return;
        }
        Map.Entry<Integer, Long> last = firsts.entrySet().stream()
                .max(Comparator.comparingLong((Map.Entry<Integer, Long> pair) -> pair.getValue())
                        .thenComparing(pair -> id(pair.getKey()), ItemId.RANKING))
                .orElseThrow();
        for (int row = from; row < to; row++) {
            place(row, last.getKey(), last.getValue());
        }
    }

    private void place(int row, int item, long time) {
        if (log.times()[row] > time) {
            return;
        }
        if (log.items()[row] != item) {
            train.set(row);
        } else {
            test.set(row);
        }
    }

    private ItemId id(int item) {
        return new ItemId(log.frame().items().text(item));
    }
}
