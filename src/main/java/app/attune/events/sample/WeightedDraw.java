package app.attune.events.sample;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Draws a position with a chance in proportion to its weight.
final class WeightedDraw {
    private final double[] cumulated;

    /// @param weights none negative, at least one positive
    WeightedDraw(double... weights) {
        cumulated = weights.clone();
        for (int i = 1; i < cumulated.length; i++) {
            cumulated[i] += cumulated[i - 1];
        }
    }

    int draw(SplittableRandom random) {
        double at = random.nextDouble() * cumulated[cumulated.length - 1];
        int found = Arrays.binarySearch(cumulated, at);
        int position = found >= 0 ? found + 1 : -found - 1;
        return Math.min(position, cumulated.length - 1);
    }
}
