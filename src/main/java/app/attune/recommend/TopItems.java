package app.attune.recommend;

/// Keeps the k best of many scored positions: higher score first, smaller position first among equals.
///
/// A binary heap with the worst at its root; cost O(log k) for what is kept, O(1) for what is not.
final class TopItems {
    private final int[] positions;
    private final double[] scores;
    private int size;

    TopItems(int k) {
        this.positions = new int[k];
        this.scores = new double[k];
    }

    void offer(int position, double score) {
        if (size < positions.length) {
            put(size, position, score);
            up(size++);
        } else if (size > 0 && isBetter(position, score, 0)) {
            put(0, position, score);
            down(0);
        }
    }

    boolean isFull() {
        return size == positions.length;
    }

    /// The lowest score that is kept; only where something is.
    double worst() {
        return scores[0];
    }

    /// Empties this, best first.
    Ranked drain() {
        Ranked ranked = new Ranked(new int[size], new double[size]);
        while (size > 0) {
            ranked.positions[size - 1] = positions[0];
            ranked.scores[size - 1] = scores[0];
            size--;
            put(0, positions[size], scores[size]);
            down(0);
        }
        return ranked;
    }

    /// Positions and scores, best first.
    @SuppressWarnings("ArrayRecordComponent") // A carrier of results, never compared.
    record Ranked(int[] positions, double[] scores) {
        int size() {
            return positions.length;
        }
    }

    private boolean isBetter(int position, double score, int than) {
        return score > scores[than] || (score == scores[than] && position < positions[than]);
    }

    private boolean isWorse(int a, int b) {
        return scores[a] < scores[b] || (scores[a] == scores[b] && positions[a] > positions[b]);
    }

    private void put(int at, int position, double score) {
        positions[at] = position;
        scores[at] = score;
    }

    private void up(int from) {
        int at = from;
        while (at > 0 && isWorse(at, (at - 1) / 2)) {
            swap(at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
    }

    private void down(int from) {
        int at = from;
        while (true) {
            int worst = at;
            for (int child = 2 * at + 1; child <= 2 * at + 2 && child < size; child++) {
                worst = isWorse(child, worst) ? child : worst;
            }
            if (worst == at) {
                return;
            }
            swap(at, worst);
            at = worst;
        }
    }

    private void swap(int a, int b) {
        int position = positions[a];
        double score = scores[a];
        put(a, positions[b], scores[b]);
        put(b, position, score);
    }
}
