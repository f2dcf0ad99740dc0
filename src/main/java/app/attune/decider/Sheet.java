package app.attune.decider;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// What one decision is worked out on: arrays by number of an item, cleaned and used again for the next. Of one thread
/// at a time.
final class Sheet {
    private static final int[] NO_RANKS = {};

    final ProfileRow row;
    final boolean[] memberOf;
    final Marks pinned;
    final Marks removed;
    final Marks scaled;
    final Best best;
    final Evidence evidence = new Evidence();

    /// What a model of factors made of the history, for the evidence of its scores.
    Optional<Fold> fold = Optional.empty();

    private final ItemIndex items;
    private final boolean[] seen;
    private final double[] weights;
    private final double[] own;
    private final boolean[] touched;
    private final int[] scored;
    private int[] history = new int[16];
    private int historySize;
    private int scoredSize;
    private int[] ranked = NO_RANKS;
    private double[] scores;

    Sheet(ItemIndex items, ProfileSlots slots, int segments, int length) {
        this.items = items;
        this.row = new ProfileRow(slots);
        this.memberOf = new boolean[segments];
        this.pinned = new Marks(items.size());
        this.removed = new Marks(items.size());
        this.scaled = new Marks(items.size());
        this.best = new Best(length);
        this.seen = new boolean[items.size()];
        this.weights = new double[items.size()];
        this.own = new double[items.size()];
        this.touched = new boolean[items.size()];
        this.scored = new int[items.size()];
        this.scores = own;
    }

    /// Keeps the items of a history that the bundle knows, in ranking order.
    void remember(Map<String, Double> weightsByItem) {
        for (Map.Entry<String, Double> entry : weightsByItem.entrySet()) {
            int item = items.find(entry.getKey());
            if (item != ItemIndex.UNKNOWN) {
                if (historySize == history.length) {
                    history = Arrays.copyOf(history, 2 * historySize);
                }
                history[historySize++] = item;
                weights[item] = entry.getValue();
                seen[item] = true;
            }
        }
        Arrays.sort(history, 0, historySize);
    }

    /// Leaves no history.
    void forget() {
        for (int i = 0; i < historySize; i++) {
            seen[history[i]] = false;
        }
        historySize = 0;
    }

    /// Leaves it as new.
    void clean() {
        scoreNothing();
        forget();
        pinned.clear();
        removed.clear();
        scaled.clear();
        best.clear();
        row.clear();
        fold = Optional.empty();
    }

    int historySize() {
        return historySize;
    }

    /// In ranking order.
    int history(int at) {
        return history[at];
    }

    double weight(int item) {
        return weights[item];
    }

    void scoreNothing() {
        for (int i = 0; i < scoredSize; i++) {
            own[scored[i]] = 0;
            touched[scored[i]] = false;
        }
        scoredSize = 0;
        ranked = NO_RANKS;
        scores = own;
    }

    /// @param inOrder items with a score, the highest first
    /// @param given   by item; 0 without
    void scoreAlike(int[] inOrder, double[] given) {
        scoreNothing();
        ranked = inOrder;
        scores = given;
    }

    void add(int item, double score) {
        if (!touched[item]) {
            touched[item] = true;
            scored[scoredSize++] = item;
        }
        own[item] += score;
    }

    boolean isCandidate(int item) {
        return scores[item] > 0 && !seen[item];
    }

    double score(int item) {
        return scores[item];
    }

    boolean hasCandidates() {
        for (int item : ranked) {
            if (!seen[item]) {
                return true;
            }
        }
        for (int i = 0; i < scoredSize; i++) {
            if (isCandidate(scored[i])) {
                return true;
            }
        }
        return false;
    }

    /// Offers every candidate that is neither pinned nor removed nor scaled to those that rank best.
    void offerPlain() {
        for (int item : ranked) {
            if (best.isFull() && best.isBetterThan(item, scores[item])) {
                break;
            }
            offerPlain(item);
        }
        for (int i = 0; i < scoredSize; i++) {
            offerPlain(scored[i]);
        }
    }

    private void offerPlain(int item) {
        if (isPlain(item)) {
            best.offer(item, scores[item]);
        }
    }

    /// Offers all of them to what picks within limits.
    void offerPlain(Limited limited) {
        for (int item : ranked) {
            offerPlain(item, limited);
        }
        for (int i = 0; i < scoredSize; i++) {
            offerPlain(scored[i], limited);
        }
    }

    private void offerPlain(int item, Limited limited) {
        if (isPlain(item)) {
            limited.offer(item, scores[item]);
        }
    }

    private boolean isPlain(int item) {
        return isCandidate(item) && pinned.isFree(item) && removed.isFree(item) && scaled.isFree(item);
    }
}
