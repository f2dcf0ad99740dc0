package app.attune.recommend.rerank;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Orders of scores.
final class Sorted {
    private Sorted() {}

    /// Positions, the highest score first; ties: smaller position first.
    static int[] descending(double[] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer at) -> scores[at]).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
