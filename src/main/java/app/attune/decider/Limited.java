package app.attune.decider;

import java.util.Arrays;
import java.util.List;

/// Picks from all candidates of a list those that its limits have room for, the best first.
///
/// Cost: candidates, and the logarithm of them for each that is looked at.
final class Limited {
    private final List<LimitPlan> limits;
    private final int[][] counts;
    private int[] items = new int[64];
    private double[] scores = new double[64];
    private int size;

    Limited(List<LimitPlan> limits) {
        this.limits = limits;
        this.counts = limits.stream().map(LimitPlan::counts).toArray(int[][]::new);
    }

    /// Of an item that is on the list whatever limits say.
    void count(int item) {
        for (int i = 0; i < counts.length; i++) {
            limits.get(i).add(item, counts[i]);
        }
    }

    void offer(int item, double score) {
        if (size == items.length) {
            items = Arrays.copyOf(items, 2 * size);
            scores = Arrays.copyOf(scores, 2 * size);
        }
        items[size] = item;
        scores[size++] = score;
    }

    /// Fills the best places with what there is room for.
    void fill(Best best) {
        for (int at = size / 2 - 1; at >= 0; at--) {
            sink(at);
        }
        while (size > 0 && !best.isFull()) {
            int item = items[0];
            double score = scores[0];
            items[0] = items[--size];
            scores[0] = scores[size];
            sink(0);
            if (hasRoom(item)) {
                count(item);
                best.offer(item, score);
            }
        }
    }

    private boolean hasRoom(int item) {
        for (int i = 0; i < counts.length; i++) {
            if (!limits.get(i).hasRoom(item, counts[i])) {
                return false;
            }
        }
        return true;
    }

    private void sink(int from) {
        int at = from;
        while (true) {
            int first = at;
            for (int child = 2 * at + 1; child <= 2 * at + 2 && child < size; child++) {
                first = Best.ranksBefore(items[child], scores[child], items[first], scores[first]) ? child : first;
            }
            if (first == at) {
                return;
            }
            int item = items[at];
            double score = scores[at];
            items[at] = items[first];
            scores[at] = scores[first];
            items[first] = item;
            scores[first] = score;
            at = first;
        }
    }
}
