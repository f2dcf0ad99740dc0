package app.attune.decider;

/// The items that rank best of those offered, at most as many as a list is long: the highest score first, ties by
/// number. Cost of an offer: the length at most.
final class Best {
    private final int[] items;
    private final double[] scores;
    private int size;

    Best(int length) {
        items = new int[length];
        scores = new double[length];
    }

    void offer(int item, double score) {
        if (isFull() && isBetterThan(item, score)) {
            return;
        }
        int place = isFull() ? size - 1 : size++;
        while (place > 0 && ranksBefore(item, score, items[place - 1], scores[place - 1])) {
            items[place] = items[place - 1];
            scores[place] = scores[place - 1];
            place--;
        }
        items[place] = item;
        scores[place] = score;
    }

    boolean isFull() {
        return size == items.length;
    }

    /// Whether the last of them, which there is, ranks before another.
    boolean isBetterThan(int item, double score) {
        return ranksBefore(items[size - 1], scores[size - 1], item, score);
    }

    static boolean ranksBefore(int item, double score, int other, double otherScore) {
        int order = Double.compare(score, otherScore);
        return order > 0 || (order == 0 && item < other);
    }

    int size() {
        return size;
    }

    int item(int place) {
        return items[place];
    }

    double score(int place) {
        return scores[place];
    }

    void clear() {
        size = 0;
    }
}
