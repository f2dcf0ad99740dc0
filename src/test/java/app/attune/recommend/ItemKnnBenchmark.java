package app.attune.recommend;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.profiles.Population;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Item-kNN on a million interactions of the size of MovieLens 1M: matrix, training, top 10 for all users.
///
/// Prints a table and asserts no time.
@Tag("bench")
final class ItemKnnBenchmark {
    private static final int USERS = 6040;
    private static final int ITEMS = 3706;
    private static final int EVENTS = 1_000_000;
    private static final double SECOND = 1e9;

    @Test
    void trainsAndRanksAMillionInteractions() {
        Population population = DrawnEvents.of(USERS, ITEMS, EVENTS);
        StringBuilder table = new StringBuilder("round  matrix s  train s  top-10 s  users/s\n");
        for (int round = 1; round <= 3; round++) {
            long start = System.nanoTime();
            Interactions data = Shop.interactions(population, Shop.PURCHASES);
            long matrix = System.nanoTime();
            CatalogueModel model = Trainers.train(
                    data, Algorithm.ITEM_KNN.usual().with("neighbours", 100), 1, Shop.CLOCK, Progress.none());
            long trained = System.nanoTime();
            int[] sizes = new int[data.users()];
            Blocks.run(data.users(), "Ranking", Progress.none(), (from, to) -> {
                double[] scratch = new double[data.items()];
                for (int row = from; row < to; row++) {
                    sizes[row] = model.top(data.history(row), 10, new int[0], scratch)
                            .size();
                }
            });
            long ranked = System.nanoTime();
            assertTrue(Arrays.stream(sizes).allMatch(size -> size == 10));
            table.append(String.format(
                    java.util.Locale.ROOT,
                    "%5d %9.3f %8.3f %9.3f %8.0f%n",
                    round,
                    (matrix - start) / SECOND,
                    (trained - matrix) / SECOND,
                    (ranked - trained) / SECOND,
                    data.users() / ((ranked - trained) / SECOND)));
        }
        System.err.print(table);
    }
}
