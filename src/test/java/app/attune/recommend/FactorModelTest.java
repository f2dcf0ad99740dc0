package app.attune.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.recommend.Recommendation.Evidence;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FactorModelTest {
    private static final RecommenderOptions SMALL =
            Algorithm.IALS.usual().with("factors", 9).with("iterations", 12);

    private final Interactions data = Shop.interactions(Shop.withTastes(300, 12, 3), Shop.PURCHASES);

    private CatalogueModel train(RecommenderOptions options, long seed) {
        return Trainers.train(data, options, seed, Shop.CLOCK, Progress.none());
    }

    private List<HistoryItem> history(int row) {
        return IntStream.range(data.from(row), data.to(row))
                .mapToObj(at -> new HistoryItem(data.catalogue().item(data.item(at)), data.weight(at)))
                .toList();
    }

    /// The training's own users, folded in, lower what the training lowers: no step in any direction does better.
    @Test
    void foldedInFactorsAreTheLowestPointOfTheLoss() {
        ModelTables tables = train(SMALL, 1).tables();
        float[] factors = tables.floatsOf("factors");
        double[] gram = tables.doublesOf("gram");
        var penalty = new LeastSquares.Penalty(0.1, 0.003, 1);
        for (int row = 0; row < 20; row++) {
            var history = data.history(row);
            double[] user = FoldIn.of(history, gram, factors, penalty).user(history, factors);
            double lowest = loss(history, user, factors);
            for (int f = 0; f < user.length; f++) {
                for (double step : new double[] {-1e-3, 1e-3}) {
                    double[] moved = user.clone();
                    moved[f] += step;
                    assertTrue(loss(history, moved, factors) > lowest, "row " + row + ", factor " + f);
                }
            }
        }
    }

    private double loss(Catalogue.IndexedHistory history, double[] user, float[] factors) {
        int d = user.length;
        double loss = 0;
        for (int item = 0; item < data.items(); item++) {
            double score = 0;
            for (int f = 0; f < d; f++) {
                score += user[f] * factors[item * d + f];
            }
            int at = history.find(item);
            loss += 0.1 * score * score + (at < 0 ? 0 : history.weights()[at] * (1 - score) * (1 - score));
        }
        int pairs = history.to() - history.from();
        double norm = java.util.Arrays.stream(user).map(x -> x * x).sum();
        return loss + 0.003 * (pairs + 0.1 * data.items()) * norm;
    }

    @Test
    void evidenceAddsUpToTheScore() {
        CatalogueModel model = train(SMALL, 1);
        int checked = 0;
        for (int row = 0; row < data.users(); row++) {
            List<HistoryItem> history = history(row).stream().limit(3).toList();
            for (Recommendation one : model.recommend(history, 5, Set.of())) {
                double explained = one.evidence().stream()
                        .mapToDouble(Evidence::contribution)
                        .sum();
                if (one.evidence().size() == history.size()) {
                    assertEquals(one.score(), explained, 1e-9);
                    checked++;
                }
            }
        }
        assertTrue(checked > 50, "lists all of whose evidence is shown: " + checked);
    }

    @Test
    void sameSeedGivesTheSameBitsAtAnyNumberOfThreads() throws Exception {
        for (String solver : List.of("CHOLESKY", "CONJUGATE_GRADIENT")) {
            RecommenderOptions options = SMALL.with("solver", solver);
            float[] usual = train(options, 1).tables().floatsOf("factors");
            try (ForkJoinPool one = new ForkJoinPool(1)) {
                float[] alone = one.submit(() -> train(options, 1).tables().floatsOf("factors"))
                        .get();
                assertArrayEquals(usual, alone);
            }
            float[] other = train(options, 2).tables().floatsOf("factors");
            assertTrue(java.util.Arrays.mismatch(usual, other) >= 0);
        }
    }

    @Test
    void stepsOfConjugateGradientsEndWhereTheExactSolutionIs() {
        RecommenderOptions many = SMALL.with("iterations", 100);
        CatalogueModel exact = train(many, 1);
        CatalogueModel stepped = train(many.with("solver", "CONJUGATE_GRADIENT"), 1);
        int same = 0;
        for (int row = 0; row < 100; row++) {
            same += Shop.items(exact.recommend(history(row), 3, Set.of()))
                            .equals(Shop.items(stepped.recommend(history(row), 3, Set.of())))
                    ? 1
                    : 0;
        }
        assertTrue(same >= 80, "lists of 100 that are the same: " + same);
    }

    @Test
    void nobodyWithoutHistoryGetsAnything() {
        assertEquals(List.of(), train(SMALL, 1).recommend(List.of(), 5, Set.of()));
    }

    @Test
    void tablesGiveTheSameModelBack() {
        CatalogueModel model = train(SMALL, 1);
        CatalogueModel again = model.tables().toModel();
        for (int row = 0; row < 30; row++) {
            assertEquals(model.recommend(history(row), 10, Set.of()), again.recommend(history(row), 10, Set.of()));
        }
    }

    @Test
    void cancelledTrainingEnds() {
        assertThrows(
                CancellationException.class, () -> Trainers.train(data, SMALL, 1, Shop.CLOCK, new CancelledProgress()));
    }
}
