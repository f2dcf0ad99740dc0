package app.attune.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ItemId;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.events.EventFrameBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/// Sums of models.
final class HybridTest {
    private static final Interactions TASTES = Shop.interactions(Shop.withTraits(300, 14, 5), Shop.PURCHASES);
    private static final RecommenderOptions WEIGHTED = Algorithm.HYBRID.usual().with("method", "weighted");

    private static CatalogueModel train(Interactions data, RecommenderOptions options) {
        return Trainers.train(data, options, 1, Shop.CLOCK, Progress.none());
    }

    private static double[] scores(CatalogueModel model, int row) {
        double[] scores = new double[TASTES.items()];
        model.score(TASTES.history(row), scores);
        return scores;
    }

    /// Found again from lists alone: what the first part puts first for each user, on average.
    private static double scale(CatalogueModel part) {
        double sum = 0;
        for (int row = 0; row < TASTES.users(); row++) {
            sum += part.top(TASTES.history(row), 1, new int[0], new double[TASTES.items()])
                    .scores()[0];
        }
        return sum / TASTES.users();
    }

    @Test
    void scoresAreTheWeightedSumOfThePartsOnOneScale() {
        CatalogueModel hybrid = train(
                TASTES,
                WEIGHTED.with("second", "ease")
                        .with("third", "content")
                        .with("first-weight", 0.5)
                        .with("third-weight", 3));
        List<CatalogueModel> parts = List.of(
                train(TASTES, Algorithm.ITEM_KNN.usual()),
                train(TASTES, Algorithm.EASE.usual()),
                train(TASTES, Algorithm.CONTENT.usual()));
        double[] factors = {0.5 / scale(parts.get(0)), 1 / scale(parts.get(1)), 3 / scale(parts.get(2))};
        for (int row = 0; row < 20; row++) {
            double[] expected = new double[TASTES.items()];
            for (int part = 0; part < factors.length; part++) {
                double[] own = scores(parts.get(part), row);
                for (int item = 0; item < own.length; item++) {
                    expected[item] += factors[part] * own[item];
                }
            }
            assertArrayEquals(expected, scores(hybrid, row), 1e-12);
        }
    }

    @Test
    void aPartThatKnowsNothingGetsNoWeight() {
        CatalogueModel hybrid =
                train(TASTES, Algorithm.HYBRID.usual().with("first", "markov").with("second", "item-knn"));
        String found = hybrid.provenance().options().getOrDefault("weights-found", "");
        assertTrue(found.startsWith("Markov chain 0") && found.endsWith("Item-kNN 1"), found);
        assertFalse(train(TASTES, WEIGHTED).provenance().options().containsKey("weights-found"));
    }

    @Test
    void weightsFoundRankNoWorseThanEqualOnes() {
        TemporalSplit split = TemporalSplit.of(TASTES.log(), SplitPoint.usual());
        Interactions earlier = Interactions.of(split.train(), Progress.none());
        TestSet later = TestSet.of(earlier, split.test());
        List<HybridTrainer.Part> parts = List.of(
                new HybridTrainer.Part((ItemItemModel) train(earlier, Algorithm.ITEM_KNN.usual()), 1),
                new HybridTrainer.Part((ItemItemModel) train(earlier, Algorithm.CONTENT.usual()), 1));
        double[] found = StackedWeights.of(parts, earlier, later, Progress.none());
        assertTrue(ndcg(parts, found, earlier, later) >= ndcg(parts, new double[] {1, 1}, earlier, later));
        assertArrayEquals(found, StackedWeights.of(parts, earlier, later, Progress.none()));
    }

    @Test
    void addingPartsEndsWhenCancelled() {
        List<HybridTrainer.Part> parts =
                List.of(new HybridTrainer.Part((ItemItemModel) train(TASTES, Algorithm.ITEM_KNN.usual()), 1));
        double[] weights = {1};
        assertThrows(
                CancellationException.class, () -> HybridTrainer.Part.sum(parts, weights, new CancelledProgress()));
    }

    private static double ndcg(List<HybridTrainer.Part> parts, double[] weights, Interactions train, TestSet test) {
        Trainers.Task task = new Trainers.Task(
                train, Algorithm.HYBRID.usual(), parts.getFirst().model().provenance(), Progress.none());
        ItemItemModel sum = ItemItemModel.of(task, HybridTrainer.Part.sum(parts, weights, Progress.none()));
        double[] each =
                new Evaluator(train, test).evaluate(sum, Progress.none()).ndcg10();
        double all = 0;
        for (double one : each) {
            all += one;
        }
        return all;
    }

    @Test
    void oneThatIsThereTwiceIsTold() {
        ProblemException told =
                assertThrows(ProblemException.class, () -> train(TASTES, WEIGHTED.with("second", "item-knn")));
        assertEquals("recommend.hybrid-parts", told.problem().code());
        assertTrue(
                told.problem().message().contains("not Item-kNN and Item-kNN"),
                told.problem().message());
    }

    @Test
    void partsThatAllWeighNothingAreTold() {
        RecommenderOptions nothing = WEIGHTED.with("first-weight", 0).with("second-weight", 0);
        ProblemException told = assertThrows(ProblemException.class, () -> train(TASTES, nothing));
        assertEquals("recommend.hybrid-parts", told.problem().code());
        assertEquals(
                TASTES.items(),
                train(TASTES, nothing.with("second-weight", 0.5)).items().size());
    }

    /// Even before it is known that there are too few test users.
    @Test
    void whatCannotBeTrainedIsToldBeforeAnythingIsMeasured() {
        RecommendService service = new RecommendService(new FakeModelStore(), Shop.CLOCK);
        for (RecommenderOptions options : List.of(
                WEIGHTED.with("second", "item-knn"),
                WEIGHTED.with("first-weight", 0).with("second-weight", 0))) {
            ProblemException told = assertThrows(
                    ProblemException.class,
                    () -> service.train(Shop.tiny(), TrainingRequest.of(options, Shop.PURCHASES), Progress.none()));
            assertEquals("recommend.hybrid-parts", told.problem().code());
        }
    }

    @Test
    void tooFewUsersToFindWeightsAreTold() {
        ProblemException told = assertThrows(
                ProblemException.class,
                () -> train(Shop.interactions(Shop.tiny(), Shop.PURCHASES), Algorithm.HYBRID.usual()));
        assertEquals("recommend.too-few-validation-users", told.problem().code());
    }

    /// EASE refuses more items than an array has room for pairs of; here nobody took most of them.
    @Test
    void onlyContentSeesItemsThatNobodyTook() {
        EventFrameBuilder builder = new EventFrameBuilder();
        for (int item = 0; item < 47_000; item++) {
            builder.item("item " + item, item < 10 ? Map.of("brand", "b" + item % 3) : Map.of());
        }
        for (int user = 0; user < 20; user++) {
            for (int item = user % 3; item < 8; item += 2) {
                builder.event("user " + user, Shop.day(item), "purchase", "item " + item, Double.NaN);
            }
        }
        Interactions taken = Shop.interactions(Shop.population(builder.build()), Shop.PURCHASES);
        RecommenderOptions options = WEIGHTED.with("first", "ease").with("second", "content");
        CatalogueModel hybrid = train(taken.withEveryItem(), options);
        assertEquals(47_000, hybrid.items().size());
        List<HistoryItem> history = List.of(new HistoryItem(new ItemId("item 0"), 1));
        List<String> list = Shop.items(hybrid.recommend(history, 20, Set.of()));
        assertTrue(list.contains("item 9"), "shares a brand: " + list);
        CatalogueModel ease = train(taken.withEveryItem(), options.with("second-weight", 0));
        assertEquals(
                Shop.items(train(taken, options.with("second-weight", 0)).recommend(history, 20, Set.of())),
                Shop.items(ease.recommend(history, 20, Set.of())));
    }

    @Test
    void withContentItHasAPlaceForNewItems() {
        RecommendService service = new RecommendService(new FakeModelStore(), Shop.CLOCK);
        ModelCard card = service.train(
                Shop.withTraits(300, 14, 5),
                TrainingRequest.of(WEIGHTED.with("third", "content"), Shop.PURCHASES),
                Progress.none());
        assertTrue(service.model(card.id()).items().contains(new ItemId("item new")));
    }
}
