package app.attune.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ItemId;
import app.attune.core.Progress;
import app.attune.recommend.ItemItemModel.Neighbour;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// EASE and RP3beta against numbers by hand and a second way of computing them.
final class ItemItemTrainersTest {
    private final Interactions tiny = Shop.interactions(Shop.tiny(), Shop.PURCHASES);

    private static ItemItemModel train(Interactions data, RecommenderOptions options) {
        return (ItemItemModel) Trainers.train(data, options, 1, Shop.CLOCK, Progress.none());
    }

    /// Item 1 has users a b c, item 2 has a b d, item 3 has c: G + I is 4 2 1 / 2 4 0 / 1 0 2, its determinant 20.
    @Test
    void easeOfTheTinyShopMatchesTheHand() {
        ItemItemModel model =
                train(tiny, Algorithm.EASE.usual().with("lambda", 1).with("neighbours", 0));
        // The inverse times 20: 8 -4 -4 / -4 7 2 / -4 2 12.
        assertNeighbours(model.neighbours(0), new Neighbour(new ItemId("2"), 0.5), new Neighbour(new ItemId("3"), 0.5));
        assertNeighbours(
                model.neighbours(1), new Neighbour(new ItemId("1"), 4.0 / 7), new Neighbour(new ItemId("3"), -2.0 / 7));
        assertNeighbours(
                model.neighbours(2), new Neighbour(new ItemId("1"), 1.0 / 3), new Neighbour(new ItemId("2"), -1.0 / 6));
    }

    @Test
    void easeKeepsWhatIsFurthestFromNothing() {
        ItemItemModel model =
                train(tiny, Algorithm.EASE.usual().with("lambda", 1).with("neighbours", 1));
        assertNeighbours(model.neighbours(1), new Neighbour(new ItemId("1"), 4.0 / 7));
    }

    @Test
    void itemsThatSpeakAgainstAreNeverRecommendedNorEvidence() {
        ItemItemModel model =
                train(tiny, Algorithm.EASE.usual().with("lambda", 1).with("neighbours", 0));
        List<Recommendation> list = model.recommend(List.of(new HistoryItem(new ItemId("3"), 1)), 5, Set.of());
        assertEquals(List.of("1"), Shop.items(list), "item 2 has a score below 0");
        List<Recommendation> both = model.recommend(
                List.of(new HistoryItem(new ItemId("1"), 1), new HistoryItem(new ItemId("3"), 1)), 5, Set.of());
        assertEquals(List.of("2"), Shop.items(both));
        assertEquals(2.0 / 7, both.getFirst().score(), 1e-6);
        assertEquals(1, both.getFirst().evidence().size());
    }

    /// From item 1: to a and b with a third each and on to item 2 with a half; to c and on to item 3.
    @Test
    void walksOfTheTinyShopMatchTheHand() {
        ItemItemModel model = train(tiny, Algorithm.RP3BETA.usual().with("beta", 0.5));
        List<Neighbour> toTwo = model.neighbours(1);
        assertNeighbours(toTwo, new Neighbour(new ItemId("1"), (1.0 / 3) / Math.sqrt(3)));
        assertNeighbours(
                model.neighbours(0),
                new Neighbour(new ItemId("3"), 0.5 / Math.sqrt(3)),
                new Neighbour(new ItemId("2"), (1.0 / 3) / Math.sqrt(3)));
        assertNeighbours(model.neighbours(2), new Neighbour(new ItemId("1"), 1.0 / 6));
    }

    private static void assertNeighbours(List<Neighbour> found, Neighbour... expected) {
        assertEquals(expected.length, found.size(), found.toString());
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i].item(), found.get(i).item(), found.toString());
            assertEquals(expected[i].similarity(), found.get(i).similarity(), 1e-6);
        }
    }

    @Test
    void optionsOutsideTheirRangeAreNamed() {
        for (Algorithm algorithm : Algorithm.values()) {
            assertEquals(algorithm, Algorithm.of(algorithm.kind()).orElseThrow());
            for (Setting setting : algorithm.settings()) {
                IllegalArgumentException refused = assertThrows(
                        IllegalArgumentException.class, () -> algorithm.usual().with(setting.name(), "-3"));
                String message = String.valueOf(refused.getMessage());
                assertTrue(message.contains(setting.name()) && message.contains("-3"), message);
            }
        }
    }
}
