package app.attune.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.core.chart.ScatterChart;
import app.attune.events.EventFrame;
import app.attune.events.EventFrameBuilder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class BeyondAccuracyTest {
    private static final double TINY = 1e-12;

    /// Train: a has 1 2, b has 1 3, c has 1, d has 2. Test: c takes 2, d takes 1.
    private static EventFrameBuilder shop() {
        EventFrameBuilder builder = new EventFrameBuilder();
        String[][] pairs = {{"a", "1"}, {"a", "2"}, {"b", "1"}, {"b", "3"}, {"c", "1"}, {"d", "2"}};
        for (String[] pair : pairs) {
            builder.event(pair[0], Shop.day(1), "purchase", pair[1], Double.NaN);
        }
        builder.event("c", Shop.day(5), "purchase", "2", Double.NaN);
        builder.event("d", Shop.day(5), "purchase", "1", Double.NaN);
        return builder;
    }

    private static UserScores popularity(EventFrame frame) {
        InteractionLog log = InteractionSelection.select(Shop.population(frame), Shop.PURCHASES, Progress.none());
        TemporalSplit split = TemporalSplit.of(log, new SplitPoint.At(Shop.day(3)));
        Interactions train = Interactions.of(split.train(), Progress.none());
        CatalogueModel model = Trainers.train(train, Algorithm.POPULARITY.usual(), 1, Shop.CLOCK, Progress.none());
        return new Evaluator(train, TestSet.of(train, split.test())).evaluate(model, Progress.none());
    }

    private static double[] of(UserScores scores, Measure measure) {
        return Objects.requireNonNull(scores.more().get(measure));
    }

    @Test
    void listsOfTwoUsersMatchTheHand() {
        UserScores scores = popularity(shop().build());
        // Popularity gives c the items 2, 3 and d the items 1, 3; of four users 3 have item 1, 2 have 2, 1 has 3.
        assertEquals((1 + 2) / 2.0, of(scores, Measure.NOVELTY)[0], TINY);
        assertEquals((2.0 / 4 + 1.0 / 4) / 2, of(scores, Measure.POPULARITY)[0], TINY);
        assertEquals(1, of(scores, Measure.DIVERSITY)[0], TINY, "2 and 3 share no user");
        assertEquals(1 - 1 / Math.sqrt(3), of(scores, Measure.DIVERSITY)[1], TINY, "1 and 3 share b");
        assertEquals(1, of(scores, Measure.RECIPROCAL_RANK)[0], TINY);
        assertEquals(1, scores.coverage10(), TINY);
        // Exposures 1, 1, 2: the sum of (2 i - 4) count is -2 + 0 + 4, over 3 * 4.
        assertEquals(2.0 / 12, scores.gini10(), TINY);
        assertTrue(Double.isNaN(of(scores, Measure.MISCALIBRATION)[0]), "items have no kind");
    }

    @Test
    void accuracyIsSetAgainstDiversityWithoutRandom() {
        RecommendService service = new RecommendService(new FakeModelStore(), Shop.CLOCK);
        TrainingRequest knn = TrainingRequest.of(Algorithm.ITEM_KNN.usual(), Shop.PURCHASES);
        Evaluation evaluation = service.evaluate(Shop.withTastes(400, 15, 9), knn, List.of(), Progress.none());
        ScatterChart chart = TradeOffChart.of(evaluation).orElseThrow();
        assertEquals("Item-kNN has the highest NDCG@10, Popularity the most varied lists", chart.title());
        assertEquals(
                List.of("Popularity", "Item-kNN"),
                chart.points().stream().map(ScatterChart.Point::name).toList());
        assertEquals(
                List.of("", "NDCG@10", "Diversity@10", "Training"),
                chart.table().getFirst());
    }

    @Test
    void mixOfKindsIsComparedWhereItemsHaveThem() {
        UserScores scores = popularity(shop().item("1", Map.of("Category", "Boots"))
                .item("2", Map.of("Category", "Tents|Boots"))
                .item("3", Map.of("Category", "Tents"))
                .build());
        double[] did = {1, 0};
        double[] list = {0.25, 0.75};
        assertEquals(
                ListMetrics.miscalibration(did, list, ListMetrics.CALIBRATION_ALPHA),
                of(scores, Measure.MISCALIBRATION)[0],
                TINY);
    }
}
