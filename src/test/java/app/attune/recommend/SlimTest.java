package app.attune.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.recommend.ItemItemModel.Neighbour;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// SLIM against a solver of another kind.
final class SlimTest {
    private static final String[] TAKEN = {"11001", "11100", "10100", "01010", "01110", "11001", "00110", "11101"};

    private static Map<String, Double> weights(ItemItemModel model, int item) {
        Map<String, Double> weights = new TreeMap<>();
        for (Neighbour neighbour : model.neighbours(item)) {
            weights.put(neighbour.item().value(), neighbour.similarity());
        }
        return weights;
    }

    private static ItemItemModel train(RecommenderOptions options) {
        return (ItemItemModel) Trainers.train(Shop.taken(TAKEN), options, 1, Shop.CLOCK, Progress.none());
    }

    /// SciPy 1.17.1 with NumPy 2.4.6: nnls on the rows of X and sqrt(l2) I, to x(j) and -l1 / sqrt(l2).
    @Test
    void weightsMatchSciPysNonNegativeLeastSquares() {
        assertWeights(
                train(Algorithm.SLIM.usual().with("l1", 0.1).with("l2", 0.5)),
                List.of(
                        Map.of("2", 0.18471910112359555, "3", 0.32134831460674157, "5", 0.5784269662921349),
                        Map.of("1", 0.4829268292682926, "4", 0.5428571428571429, "5", 0.41463414634146345),
                        Map.of("1", 0.5272727272727272, "4", 0.5428571428571429),
                        Map.of("2", 0.17757009345794408, "3", 0.2485981308411212),
                        Map.of("1", 0.3670886075949369, "2", 0.22025316455696198)));
        assertWeights(
                train(Algorithm.SLIM.usual().with("l1", 0.5).with("l2", 2)),
                List.of(
                        Map.of("2", 0.24175824175824168, "3", 0.20879120879120888, "5", 0.31318681318681335),
                        Map.of(
                                "1",
                                0.3396226415094339,
                                "3",
                                0.09748427672955988,
                                "4",
                                0.26100628930817604,
                                "5",
                                0.2767295597484276),
                        Map.of("1", 0.3023255813953487, "2", 0.09593023255813961, "4", 0.26162790697674415),
                        Map.of("2", 0.12765957446808512, "3", 0.1595744680851063),
                        Map.of("1", 0.24999999999999994, "2", 0.1875)));
    }

    private static void assertWeights(ItemItemModel model, List<Map<String, Double>> expected) {
        for (int item = 0; item < expected.size(); item++) {
            Map<String, Double> found = weights(model, item);
            assertEquals(expected.get(item).keySet(), found.keySet(), "item " + (item + 1));
            expected.get(item)
                    .forEach((other, weight) ->
                            assertEquals(weight, found.getOrDefault(other, 0.0), 1e-4, found::toString));
        }
    }

    @Test
    void oneItemCanBeCancelled() {
        AskedOften progress = new AskedOften();
        RecommenderOptions slow = Algorithm.SLIM.usual().with("l1", 0).with("l2", 1e-6);
        Interactions data = Shop.taken("11", "11", "10", "01");
        assertThrows(CancellationException.class, () -> Trainers.train(data, slow, 1, Shop.CLOCK, progress));
    }

    /// Cancelled when two items alone cannot have asked so often.
    private static final class AskedOften implements Progress {
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public void report(String stage, long done, long total) {}

        @Override
        public boolean isCancelled() {
            return asked.incrementAndGet() > 6;
        }
    }

    @Test
    void onlyCandidatesAreTried() {
        ItemItemModel model =
                train(Algorithm.SLIM.usual().with("l1", 0).with("l2", 0.5).with("candidates", 1));
        for (int item = 0; item < 5; item++) {
            assertTrue(model.neighbours(item).size() <= 1);
        }
        assertEquals(List.of("5"), List.copyOf(weights(model, 0).keySet()), "of the highest cosine");
    }
}
