package app.attune.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.ItemId;
import app.attune.core.Progress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// User-kNN against NumPy 2.4.6.
final class UserKnnTest {
    private static final String[] WEIGHED = {"20150", "11100", "10300", "01050", "01130", "21001", "00110", "51101"};
    private static final List<HistoryItem> HISTORY =
            List.of(new HistoryItem(new ItemId("1"), 2), new HistoryItem(new ItemId("2"), 1));

    private static CatalogueModel train(int neighbours, double shrink) {
        RecommenderOptions options =
                Algorithm.USER_KNN.usual().with("neighbours", neighbours).with("shrink", shrink);
        return Trainers.train(Shop.weighed(WEIGHED), options, 1, Shop.CLOCK, Progress.none());
    }

    private static void assertList(List<Recommendation> list, double five, double three) {
        assertEquals(List.of("5", "3"), Shop.items(list));
        assertEquals(five, list.get(0).score(), 1e-12);
        assertEquals(three, list.get(1).score(), 1e-12);
    }

    @Test
    void scoresMatchNumPy() {
        assertList(train(3, 0).recommend(HISTORY, 5, Set.of()), 1.842540609376645, 1.7042663494428516);
        assertList(train(2, 10).recommend(HISTORY, 5, Set.of()), 0.8268991967725272, 0.5038438807047888);
    }

    @Test
    void evidenceAddsUpToTheScore() {
        Recommendation third = train(3, 0).recommend(HISTORY, 5, Set.of()).get(1);
        assertEquals(2, third.evidence().size());
        assertEquals(new ItemId("1"), third.evidence().get(0).item());
        assertEquals(1.3615520342228387, third.evidence().get(0).contribution(), 1e-12);
        assertEquals(0.3427143152200127, third.evidence().get(1).contribution(), 1e-12);
    }

    /// u5 has items 1, 2 and 5, and nothing else is as near.
    @Test
    void whoHasNothingNewIsNoNeighbour() {
        List<HistoryItem> own = List.of(
                new HistoryItem(new ItemId("1"), 2),
                new HistoryItem(new ItemId("2"), 1),
                new HistoryItem(new ItemId("5"), 1));
        assertEquals(List.of("3"), Shop.items(train(1, 0).recommend(own, 5, Set.of())));
    }

    @Test
    void nobodyIsAlikeToAnEmptyHistory() {
        assertEquals(List.of(), train(3, 0).recommend(List.of(), 5, Set.of()));
    }
}
