package app.attune.recommend.rerank;

import java.util.Arrays;

/// A list while it is re-ranked: positions among the candidates, and the relevance of each place.
///
/// @param order  candidates by place, numbered by their place on the model's list from 0
/// @param scores by place, never rising
@SuppressWarnings("ArrayRecordComponent") // A carrier between steps, never compared.
record Candidates(int[] order, double[] scores) {
    int size() {
        return order.length;
    }

    /// Scores from 0 to 1 by place; 1 each where all are equal.
    double[] relevance() {
        if (scores.length == 0) {
            return new double[0];
        }
        double high = scores[0];
        double range = high - scores[scores.length - 1];
        return Arrays.stream(scores)
                .map(score -> range > 0 ? 1 - (high - score) / range : 1)
                .toArray();
    }

    /// Others in this order; the places keep their scores.
    Candidates in(int[] other) {
        return new Candidates(other, Arrays.copyOf(scores, other.length));
    }

    /// Place of each candidate from 1; 0 where it is gone.
    int[] places(int candidates) {
        int[] places = new int[candidates];
        for (int place = 0; place < order.length; place++) {
            places[order[place]] = place + 1;
        }
        return places;
    }
}
