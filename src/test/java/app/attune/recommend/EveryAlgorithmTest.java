package app.attune.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What holds for every recommender of the catalogue.
final class EveryAlgorithmTest {
    private static final Interactions DATA = Shop.interactions(Shop.withTraits(300, 14, 5), Shop.PURCHASES);

    private static RecommenderOptions small(Algorithm algorithm) {
        return switch (algorithm) {
            case IALS -> algorithm.usual().with("factors", 12).with("iterations", 5);
            case BPR -> algorithm.usual().with("factors", 12).with("epochs", 30);
            case MARKOV -> algorithm.usual().with("sequence", "USER");
            case SESSION_KNN -> algorithm.usual().with("sequence", "DAY");
            case COMPLEMENTS -> algorithm.usual().with("min-support", 1);
            case GRAPH_FILTER -> algorithm.usual().with("tastes", 8).with("neighbours", 50);
            case POPULARITY, RECENT_POPULARITY, ITEM_KNN, RP3BETA, EASE, SLIM, CONTENT, USER_KNN, HYBRID, SWITCHING ->
                algorithm.usual();
        };
    }

    private static CatalogueModel train(Algorithm algorithm, long seed) {
        return Trainers.train(DATA, small(algorithm), seed, Shop.CLOCK, Progress.none());
    }

    private static List<HistoryItem> history(int row) {
        return Arrays.stream(DATA.history(row).itemIdx(), DATA.from(row), DATA.to(row))
                .mapToObj(item -> new HistoryItem(DATA.catalogue().item(item), 1))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void sameSeedGivesTheSameBitsOnOneThreadAsOnAll(Algorithm algorithm) throws Exception {
        ModelTables usual = train(algorithm, 1).tables();
        assertSame(usual, train(algorithm, 1).tables());
        try (ForkJoinPool one = new ForkJoinPool(1);
                ForkJoinPool two = new ForkJoinPool(2)) {
            assertSame(usual, one.submit(() -> train(algorithm, 1).tables()).get());
            assertSame(usual, two.submit(() -> train(algorithm, 1).tables()).get());
        }
    }

    private static void assertSame(ModelTables expected, ModelTables found) {
        assertEquals(expected.items(), found.items());
        assertEquals(expected.ints().keySet(), found.ints().keySet());
        assertEquals(expected.doubles().keySet(), found.doubles().keySet());
        assertEquals(expected.floats().keySet(), found.floats().keySet());
        for (Map.Entry<String, int[]> table : expected.ints().entrySet()) {
            assertArrayEquals(table.getValue(), found.intsOf(table.getKey()), table.getKey());
        }
        for (Map.Entry<String, double[]> table : expected.doubles().entrySet()) {
            assertArrayEquals(table.getValue(), found.doublesOf(table.getKey()), table.getKey());
        }
        for (Map.Entry<String, float[]> table : expected.floats().entrySet()) {
            assertArrayEquals(table.getValue(), found.floatsOf(table.getKey()), table.getKey());
        }
    }

    @ParameterizedTest
    @EnumSource
    void tablesGiveTheSameListsBack(Algorithm algorithm) {
        CatalogueModel model = train(algorithm, 1);
        CatalogueModel again = model.tables().toModel();
        assertEquals(algorithm.kind(), again.kind());
        int given = 0;
        for (int row = 0; row < 40; row++) {
            List<Recommendation> list = model.recommend(history(row), 10, Set.of());
            given += list.isEmpty() ? 0 : 1;
            assertEquals(list, again.recommend(history(row), 10, Set.of()));
        }
        assertTrue(given >= 30, "users with a list: " + given);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"POPULARITY", "RECENT_POPULARITY", "MARKOV", "COMPLEMENTS", "SESSION_KNN"})
    void tastesAreFound(Algorithm algorithm) {
        CatalogueModel model = train(algorithm, 1);
        int same = 0;
        int all = 0;
        for (int row = 0; row < 100; row++) {
            for (Recommendation one : model.recommend(history(row), 3, Set.of())) {
                same += group(one.item().value()) == taste(history(row)) ? 1 : 0;
                all++;
            }
        }
        assertTrue(same > 0.75 * all, algorithm + ": " + same + " of " + all + " fit the user's taste");
    }

    private static int group(String item) {
        return Integer.parseInt(item.substring("item ".length())) / 20;
    }

    /// The group with most items.
    private static int taste(List<HistoryItem> history) {
        int[] counts = new int[10];
        history.forEach(one -> counts[group(one.item().value())]++);
        int best = 0;
        for (int at = 1; at < counts.length; at++) {
            best = counts[at] > counts[best] ? at : best;
        }
        return best;
    }

    @ParameterizedTest
    @EnumSource
    void cancelledTrainingEnds(Algorithm algorithm) {
        assertThrows(
                CancellationException.class,
                () -> Trainers.train(DATA, small(algorithm), 1, Shop.CLOCK, new CancelledProgress()));
    }
}
