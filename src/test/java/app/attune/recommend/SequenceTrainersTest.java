package app.attune.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ItemId;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.events.EventFrameBuilder;
import app.attune.recommend.ItemItemModel.Neighbour;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Models that look at when something was taken, by hand.
final class SequenceTrainersTest {
    private static CatalogueModel train(EventFrameBuilder events, RecommenderOptions options) {
        Interactions data = Shop.interactions(Shop.population(events.build()), Shop.PURCHASES);
        return Trainers.train(data, options, 1, Shop.CLOCK, Progress.none());
    }

    private static EventFrameBuilder buys(EventFrameBuilder events, String user, int day, String item) {
        return events.event(user, Shop.day(day), "purchase", item, Double.NaN);
    }

    /// a: 1 then 2 and 3 at once, then 1 again; b: 1 then 2; c: 1.
    private static EventFrameBuilder sequences() {
        EventFrameBuilder events = new EventFrameBuilder();
        buys(buys(buys(buys(events, "a", 0, "1"), "a", 1, "2"), "a", 1, "3"), "a", 2, "1");
        return buys(buys(buys(events, "b", 0, "1"), "b", 5, "2"), "c", 0, "1");
    }

    @Test
    void whatComesNextIsCountedByShares() {
        RecommenderOptions chain =
                Algorithm.MARKOV.usual().with("sequence", "user").with("shrink", 0);
        ItemItemModel model = (ItemItemModel) train(sequences(), chain);
        assertEquals(
                List.of(new Neighbour(new ItemId("1"), 1.5 / 2)), model.neighbours(1), "half a step of a, one of b");
        assertEquals(List.of(new Neighbour(new ItemId("1"), 0.5 / 2)), model.neighbours(2));
        assertEquals(
                List.of(new Neighbour(new ItemId("2"), 1), new Neighbour(new ItemId("3"), 1)), model.neighbours(0));
        ItemItemModel held = (ItemItemModel) train(sequences(), chain.with("shrink", 2));
        assertEquals(List.of(new Neighbour(new ItemId("1"), 1.5 / 4)), held.neighbours(1));
    }

    @Test
    void stepsThatGrowWithoutEndAreToldWithWhatToChange() {
        ProblemException told = assertThrows(
                ProblemException.class,
                () -> train(sequences(), Algorithm.BPR.usual().with("rate", 1).with("lambda", 10)));
        assertEquals("recommend.diverged", told.problem().code());
        assertTrue(
                told.problem().message().contains("rate=1.0 and lambda=10.0"),
                told.problem().message());
        assertTrue(
                told.problem().remedy().contains("usual are 0.02 and 0.01"),
                told.problem().remedy());
    }

    @Test
    void nothingComesNextAcrossDaysWhereTheDayIsTheSequence() {
        ItemItemModel model =
                (ItemItemModel) train(sequences(), Algorithm.MARKOV.usual().with("sequence", "day"));
        for (int item = 0; item < 3; item++) {
            assertEquals(List.of(), model.neighbours(item));
        }
    }

    /// Item 1 on days 0 and 10 by one user and on day 10 by another; item 2 on day 20, item 3 on day 0 by three.
    private static EventFrameBuilder fading() {
        EventFrameBuilder events = new EventFrameBuilder();
        buys(buys(buys(buys(events, "a", 0, "1"), "a", 10, "1"), "b", 10, "1"), "c", 20, "2");
        return buys(buys(buys(events, "d", 0, "3"), "e", 0, "3"), "f", 0, "3");
    }

    @Test
    void anInteractionHalvesWithEveryHalfLife() {
        RecommenderOptions tenDays = Algorithm.RECENT_POPULARITY.usual().with("half-life", 10);
        List<Recommendation> users = train(fading(), tenDays).recommend(List.of(), 5, Set.of());
        assertEquals(List.of("1", "2", "3"), Shop.items(users));
        assertEquals(
                List.of(1.0, 1.0, 0.75),
                users.stream().map(Recommendation::score).toList());
        List<Recommendation> events =
                train(fading(), tenDays.with("count", "events")).recommend(List.of(), 5, Set.of());
        assertEquals(
                List.of(1.25, 1.0, 0.75),
                events.stream().map(Recommendation::score).toList());
        List<Recommendation> brief =
                train(fading(), tenDays.with("half-life", 1)).recommend(List.of(), 5, Set.of());
        assertEquals("2", Shop.items(brief).getFirst());
    }

    @Test
    void recentPopularityIsSavedAsItIs() {
        CatalogueModel model = train(fading(), Algorithm.RECENT_POPULARITY.usual());
        assertEquals(
                model.recommend(List.of(), 3, Set.of()),
                model.tables().toModel().recommend(List.of(), 3, Set.of()));
        assertEquals("recent-popularity", model.tables().toModel().kind());
    }
}
