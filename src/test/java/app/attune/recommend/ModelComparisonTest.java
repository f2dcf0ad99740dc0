package app.attune.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.events.EventFrameBuilder;
import app.attune.profiles.Population;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ModelComparisonTest {
    private final RecommendService service = new RecommendService(new FakeModelStore(), Shop.CLOCK);
    private final Population population = Shop.withTastes(400, 15, 9);

    private ModelId train(RecommenderOptions options) {
        return service.train(population, TrainingRequest.of(options, Shop.PURCHASES), Progress.none())
                .id();
    }

    private ModelComparison compare(Population people, ModelId... ids) {
        return service.compare(List.of(ids), people, List.of(), Progress.none());
    }

    @Test
    void theSameModelTwiceGivesTheSameListsAndOthersDiffer() {
        ModelId first = train(Algorithm.ITEM_KNN.usual());
        ModelId again = train(Algorithm.ITEM_KNN.usual());
        ModelId popular = train(Algorithm.POPULARITY.usual());
        ModelComparison compared = compare(population, first, again, popular);
        assertEquals(3, compared.overlaps().size());
        assertEquals(1, compared.overlaps().getFirst().jaccard().estimate());
        assertEquals(1, compared.overlaps().getFirst().biased().estimate(), 1e-12);
        ModelComparison.Overlap others = compared.overlaps().getLast();
        assertEquals(popular, others.other());
        assertTrue(others.jaccard().estimate() < 0.5, others.toString());
        assertEquals(400, others.jaccard().n());
    }

    /// Every third user only looked, and is first of each three.
    @Test
    void usersAreDrawnFromThoseWithAHistoryForEveryModel() {
        EventFrameBuilder builder = new EventFrameBuilder();
        for (int user = 0; user < 6000; user++) {
            String type = user % 3 == 0 ? "view" : "purchase";
            for (int day = 0; day < 3; day++) {
                String id = "user " + (10_000 + user);
                builder.event(id, Shop.day(day * 10 + user % 10), type, "item " + (user + day * user) % 40, Double.NaN);
            }
        }
        Population lookers = Shop.population(builder.build());
        ModelId[] ids = List.of(Algorithm.POPULARITY, Algorithm.ITEM_KNN).stream()
                .map(one -> service.train(lookers, TrainingRequest.of(one.usual(), Shop.PURCHASES), Progress.none())
                        .id())
                .toArray(ModelId[]::new);
        assertEquals(
                ListOverlap.USERS,
                compare(lookers, ids).overlaps().getFirst().jaccard().n());
    }

    @Test
    void modelsOfTheSameTestUsersAreComparedByGroups() {
        ModelId knn = train(Algorithm.ITEM_KNN.usual());
        ModelId popular = train(Algorithm.POPULARITY.usual());
        ModelComparison compared = compare(population, knn, popular);
        assertTrue(compared.alike());
        assertEquals(
                List.of(knn.toString(), popular.toString()),
                compared.groups().getFirst().rows().stream()
                        .map(GroupResults.Row::recommender)
                        .distinct()
                        .toList());
        assertEquals(knn.toString(), compared.groups().getFirst().best());
        assertTrue(compare(Shop.withTastes(400, 15, 8), knn, popular).groups().isEmpty(), "other data");
    }

    @Test
    void modelsOfOtherTestUsersAreNotComparedInAccuracy() {
        ModelId knn = train(Algorithm.ITEM_KNN.usual());
        TrainingRequest earlier =
                new TrainingRequest(Algorithm.POPULARITY.usual(), Shop.PURCHASES, new SplitPoint.Share(0.5), 1);
        ModelId popular = service.train(population, earlier, Progress.none()).id();
        ModelComparison compared = compare(population, knn, popular);
        assertFalse(compared.alike());
        assertTrue(compared.groups().isEmpty());
        assertTrue(compared.beats(compared.models().getLast()).isEmpty());
        assertEquals(1, compared.overlaps().size());
    }

    @Test
    void oneModelAloneAndFiveAreRefused() {
        ModelId knn = train(Algorithm.ITEM_KNN.usual());
        assertEquals(
                "recommend.compare-count",
                assertThrows(ProblemException.class, () -> compare(population, knn, knn))
                        .problem()
                        .code());
    }

    @Test
    void anotherIsBetterIfWorseInNothing() {
        ModelId knn = train(Algorithm.ITEM_KNN.usual());
        ModelId again = train(Algorithm.ITEM_KNN.usual());
        ModelId popular = train(Algorithm.POPULARITY.usual());
        ModelComparison compared = compare(population, knn, again, popular);
        assertTrue(compared.beats(compared.models().getFirst()).isEmpty(), "neither of two that are alike");
        assertTrue(compared.beats(compared.models().getLast()).isEmpty(), "popularity is more varied here");
    }
}
