package app.attune.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.ItemId;
import app.attune.core.Progress;
import app.attune.events.EventFrameBuilder;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// One recommender for users who did little, another for the rest; and sessions in place of users.
final class SwitchingTest {
    private static final Interactions TASTES = Shop.interactions(Shop.withTraits(300, 14, 5), Shop.PURCHASES);

    private static CatalogueModel train(Interactions data, RecommenderOptions options) {
        return Trainers.train(data, options, 1, Shop.CLOCK, Progress.none());
    }

    private static List<HistoryItem> history(int items) {
        return IntStream.range(0, items)
                .mapToObj(at -> new HistoryItem(TASTES.catalogue().item(at), 1))
                .toList();
    }

    @Test
    void theThresholdDecidesWhoIsAsked() {
        CatalogueModel few = train(TASTES, Algorithm.CONTENT.usual());
        CatalogueModel many = train(TASTES, Algorithm.BPR.usual());
        CatalogueModel switching = train(
                TASTES,
                Algorithm.SWITCHING
                        .usual()
                        .with("few", "content")
                        .with("many", "bpr")
                        .with("threshold", 3));
        for (CatalogueModel asked : List.of(switching, switching.tables().toModel())) {
            assertEquals(few.recommend(history(2), 5, Set.of()), asked.recommend(history(2), 5, Set.of()));
            assertEquals(many.recommend(history(3), 5, Set.of()), asked.recommend(history(3), 5, Set.of()));
        }
    }

    /// Days of a: 1 2, then 3; of b: 1 4; of c: 2 3 4. Items 1 (weight 2) and 2 (weight 1) were done: their length is
    /// the root of 5. Alike are b's day (2 / (root 5 * root 2)) and c's (1 / (root 5 * root 3)); a's first has no more.
    @Test
    void sessionsLikeTheHistoryAreAsked() {
        EventFrameBuilder days = new EventFrameBuilder();
        String[][] events = {{"a", "0", "1"}, {"a", "0", "2"}, {"a", "5", "3"}, {"b", "1", "1"}, {"b", "1", "4"}};
        for (String[] event : events) {
            days.event(event[0], Shop.day(Integer.parseInt(event[1])), "purchase", event[2], Double.NaN);
        }
        for (String item : List.of("2", "3", "4")) {
            days.event("c", Shop.day(2), "purchase", item, Double.NaN);
        }
        Interactions data = Shop.interactions(Shop.population(days.build()), Shop.PURCHASES);
        List<Recommendation> list = train(data, Algorithm.SESSION_KNN.usual().with("sequence", "day"))
                .recommend(
                        List.of(new HistoryItem(new ItemId("1"), 2), new HistoryItem(new ItemId("2"), 1)), 5, Set.of());
        assertEquals(List.of("4", "3"), Shop.items(list));
        double ofB = 2 / Math.sqrt(5) / Math.sqrt(2);
        double ofC = 1 / Math.sqrt(5) / Math.sqrt(3);
        assertEquals(ofB + ofC, list.get(0).score(), 1e-12);
        assertEquals(ofC, list.get(1).score(), 1e-12);
    }
}
