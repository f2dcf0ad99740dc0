package app.attune.recommend.rerank;

import app.attune.core.Require;
import java.util.Arrays;

/// One user's list by a model and what the user did, by positions of items.
///
/// @param items   the candidates, best first
/// @param scores  of them, never rising
/// @param history what the user did
/// @param weights of that
@SuppressWarnings("ArrayRecordComponent") // A carrier between steps, never compared.
public record UserCase(int[] items, double[] scores, int[] history, double[] weights) {
    public UserCase {
        Require.that(items.length == scores.length, "One score per candidate");
        Require.that(history.length == weights.length, "One weight per item of the history");
    }

    UserCase first(int candidates) {
        int n = Math.min(candidates, items.length);
        return n == items.length
                ? this
                : new UserCase(Arrays.copyOf(items, n), Arrays.copyOf(scores, n), history, weights);
    }
}
