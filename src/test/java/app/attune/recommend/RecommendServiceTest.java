package app.attune.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.Provenance;
import app.attune.events.EventFrame;
import app.attune.events.EventFrameBuilder;
import app.attune.profiles.Population;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

final class RecommendServiceTest {
    private static final RecommenderOptions KNN =
            Algorithm.ITEM_KNN.usual().with("neighbours", 20).with("shrink", 5);

    private final FakeModelStore store = new FakeModelStore();
    private final RecommendService service = new RecommendService(store, Shop.CLOCK);
    private final Population population = Shop.withTastes(400, 15, 9);

    private static TrainingRequest request(RecommenderOptions options) {
        return TrainingRequest.of(options, Shop.PURCHASES);
    }

    @Test
    void trainedModelIsMeasuredOnThePastAndThenLearnsFromEverything() {
        ModelCard card = service.train(population, request(KNN), Progress.none());
        assertEquals("item-knn-1", card.id().toString());
        assertEquals(6000, card.provenance().rows());
        assertEquals(4800, card.evaluation().split().trainEvents());
        assertEquals(
                List.of("Random", "Popularity", "Item-kNN"),
                card.evaluation().rows().stream().map(EvaluationRow::name).toList());
        assertEquals("Item-kNN", card.evaluation().best().name());
        assertTrue(card.evaluation().differenceTo("Popularity").orElseThrow().distinguishable());
        assertEquals(card.evaluation().users(), card.result().ndcg10().n());
    }

    @Test
    void sameRequestGivesTheSameEvaluation() {
        assertEquals(
                service.train(population, request(KNN), Progress.none()).evaluation(),
                service.train(population, request(KNN), Progress.none()).evaluation());
    }

    @Test
    void popularityAgainstItselfIsNotDistinguishable() {
        ModelCard card = service.train(population, request(Algorithm.POPULARITY.usual()), Progress.none());
        assertFalse(card.evaluation()
                .differenceTo("Popularity")
                .map(PairedDifference::distinguishable)
                .orElse(false));
    }

    @Test
    void leaderboardComparesModelsOfTheSameSplitOnly() {
        service.train(
                population, new TrainingRequest(KNN, Shop.PURCHASES, new SplitPoint.Share(0.5), 1), Progress.none());
        service.train(
                population,
                request(Algorithm.ITEM_KNN.usual().with("neighbours", 1).with("shrink", 5)),
                Progress.none());
        service.train(population, request(KNN), Progress.none());
        Leaderboard board = service.leaderboard().orElseThrow();
        assertEquals(
                List.of("Random", "Popularity", "item-knn-3", "item-knn-2"),
                board.evaluation().rows().stream().map(EvaluationRow::name).toList());
        assertEquals(1, board.elsewhere().size());
        assertTrue(board.evaluation().differenceTo("item-knn-2").isPresent());
        assertTrue(board.evaluation().differenceTo("Popularity").orElseThrow().distinguishable());
    }

    @Test
    void evaluationOfSeveralKeepsNothing() {
        Evaluation evaluation = service.evaluate(
                population,
                request(KNN),
                List.of(Algorithm.ITEM_KNN.usual().with("neighbours", 5).with("shrink", 0)),
                Progress.none());
        assertEquals(4, evaluation.rows().size());
        assertTrue(service.list().isEmpty());
        assertTrue(service.leaderboard().isEmpty());
    }

    @Test
    void userGetsWhatTheModelMakesOfTheHistoryBeforeTheInstant() {
        ModelCard card = service.train(population, request(KNN), Progress.none());
        List<Recommendation> list =
                service.recommend(card.id(), new RecommendService.UserAt(population, 3, population.defaultAsOf()), 5);
        assertEquals(5, list.size());
        Set<HistoryItem> history =
                Set.copyOf(new Histories(population, Shop.PURCHASES).of(3, population.defaultAsOf()));
        assertTrue(history.stream()
                .noneMatch(had -> list.stream().anyMatch(one -> one.item().equals(had.item()))));
        assertTrue(service.recommend(card.id(), new RecommendService.UserAt(population, 3, Shop.START), 5)
                .isEmpty());
    }

    @Test
    void aModelThatLearnedFromWhatWasTakenBackIsToBeTrainedAgain() {
        ModelCard card = service.train(population, request(KNN), Progress.none());
        Provenance now = card.provenance();
        Provenance before = new Provenance(
                now.kind(),
                Map.of("repeats", "ONCE"),
                now.seed(),
                now.dataHash(),
                now.rows(),
                now.window(),
                now.madeAt(),
                now.software(),
                now.metrics());
        ModelCard older = new ModelCard(card.id(), before, card.interactions(), card.size(), card.evaluation());
        EventFrame returned = new EventFrameBuilder()
                .event("u1", Shop.day(1), "purchase", "b", -10)
                .build();
        OlderModel models = new OlderModel();
        assertEquals(
                "decide.older-model", models.of(older, returned).orElseThrow().code());
        assertEquals(Optional.empty(), models.of(older, population.events()), "nothing was taken back");
        assertEquals(Optional.empty(), models.of(card, returned));
        assertSame(models.usesOf(returned), models.usesOf(returned), "the events are looked at once");
    }

    @Test
    void cancelledTrainingKeepsNothing() {
        assertThrows(
                CancellationException.class, () -> service.train(population, request(KNN), new CancelledProgress()));
        assertTrue(service.list().isEmpty());
    }

    @Test
    void dataWithoutInteractionsIsAProblemWithARemedy() {
        TrainingRequest request = TrainingRequest.of(KNN, InteractionOptions.once(Map.of("rating", 1.0)));
        ProblemException problem =
                assertThrows(ProblemException.class, () -> service.train(population, request, Progress.none()));
        assertEquals("recommend.no-interactions", problem.problem().code());
        assertTrue(
                problem.problem().message().contains("None of the 6,000 events is a rating."),
                problem.problem().message());
        assertTrue(
                problem.problem().remedy().contains("There are: purchase."),
                problem.problem().remedy());
    }

    @Test
    void eventsWithoutItemsAreToldFromEventsOfOtherTypes() {
        EventFrameBuilder builder = new EventFrameBuilder();
        builder.event("a", Shop.day(0), "purchase", "", Double.NaN);
        builder.event("b", Shop.day(1), "view", "1", Double.NaN);
        TrainingRequest request = TrainingRequest.of(KNN, Shop.PURCHASES);
        ProblemException problem = assertThrows(
                ProblemException.class,
                () -> service.train(Shop.population(builder.build()), request, Progress.none()));
        assertEquals(
                "1 of the 2 events are a purchase, but none of these has an item.",
                problem.problem().message());
    }

    @Test
    void tooFewTestUsersIsAProblemWithTheNumber() {
        ProblemException problem =
                assertThrows(ProblemException.class, () -> service.train(Shop.tiny(), request(KNN), Progress.none()));
        assertEquals("recommend.too-few-test-users", problem.problem().code());
    }

    @Test
    void deletedModelIsGone() {
        ModelCard card = service.train(population, request(KNN), Progress.none());
        service.delete(card.id());
        assertTrue(service.list().isEmpty());
        assertEquals(
                "model.unknown",
                assertThrows(ProblemException.class, () -> service.model(card.id()))
                        .problem()
                        .code());
    }

    @Test
    void chartStatesTheFindingAndTheNumberOfUsers() {
        Evaluation evaluation =
                service.train(population, request(KNN), Progress.none()).evaluation();
        var chart = ComparisonChart.of(evaluation);
        assertTrue(chart.title().matches("Item-kNN reaches NDCG@10 0\\.\\d{3}, popularity 0\\.\\d{3}"), chart.title());
        assertTrue(chart.subtitle().contains("n = " + evaluation.users() + " users"), chart.subtitle());
        assertEquals("Item-kNN", chart.estimates().getFirst().name());
        assertTrue(chart.estimates().getFirst().highlighted());
        Evaluation same = service.train(population, request(Algorithm.POPULARITY.usual()), Progress.none())
                .evaluation();
        assertEquals(2, ComparisonChart.of(same).estimates().size(), "a model is not compared with itself");
    }

    @Test
    void modelIdsAreReadBackAndOthersRefused() {
        assertEquals(new ModelId("item-knn", 12), ModelId.of("item-knn-12"));
        assertThrows(ProblemException.class, () -> ModelId.of("../secret"));
        assertThrows(ProblemException.class, () -> ModelId.of("item-knn-0"));
    }
}
