package app.attune.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.chart.ScatterChart;
import app.attune.profiles.Population;
import app.attune.recommend.rerank.Reranked;
import app.attune.recommend.rerank.Reranking;
import app.attune.recommend.rerank.Step;
import app.attune.stats.Interval;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

final class RerankCostsTest {
    private static final Step VARIED = new Step.Diversity(0.5, Step.Diversity.USERS);
    private static final Step MIXED = new Step.Calibration(0.5, "");
    private static final Step RARE = new Step.Popularity(0.5);
    private static final Step CAPPED = new Step.AtMost(2, "category", "");

    private final RecommendService service = new RecommendService(new FakeModelStore(), Shop.CLOCK);
    private final Population population = Shop.withTraits(300, 12, 4);

    private ModelId train(Algorithm algorithm) {
        TrainingRequest request = TrainingRequest.of(algorithm.usual(), Shop.PURCHASES);
        return service.train(population, request, Progress.none()).id();
    }

    private RerankCosts costs(ModelId id, RerankService.Curves curves, Step... steps) {
        return service.reranking().costs(id, new Reranking(List.of(steps)), curves, population, Progress.none());
    }

    private static double mean(RerankCosts.Lists lists, RerankMeasure measure) {
        return lists.of(measure).map(Interval::estimate).orElseThrow();
    }

    @Test
    void listsWithoutStepsAreMeasuredAsTheModelWas() {
        ModelId id = train(Algorithm.ITEM_KNN);
        EvaluationRow row = service.card(id).orElseThrow().result();
        RerankCosts costs = costs(id, RerankService.Curves.NONE, CAPPED);
        assertEquals(row.ndcg10().estimate(), mean(costs.before(), RerankMeasure.NDCG));
        assertEquals(row.recall10().estimate(), mean(costs.before(), RerankMeasure.RECALL));
        assertEquals(row.coverage10(), costs.before().coverage10());
        assertEquals(
                row.more().of(Measure.MISCALIBRATION).orElseThrow().estimate(),
                mean(costs.before(), RerankMeasure.MISCALIBRATION));
        assertEquals("category", costs.kinds());
    }

    @Test
    void eachStepBringsWhatItIsForAndItsCostIsSaid() {
        ModelId id = train(Algorithm.ITEM_KNN);
        RerankCosts varied = costs(id, RerankService.Curves.NONE, VARIED);
        assertTrue(difference(varied, RerankMeasure.DIVERSITY).mean().low() > 0);
        assertTrue(difference(varied, RerankMeasure.DIVERSITY).distinguishable());
        RerankCosts mixed = costs(id, RerankService.Curves.NONE, MIXED);
        assertTrue(difference(mixed, RerankMeasure.MISCALIBRATION).mean().high() < 0);
        RerankCosts rare = costs(id, RerankService.Curves.NONE, RARE);
        assertTrue(difference(rare, RerankMeasure.POPULARITY).mean().high() < 0);
        for (RerankCosts costs : List.of(varied, mixed, rare)) {
            assertEquals(1, costs.changes().size());
            assertEquals(costs.changes().getFirst().differences().size(), costs.comparisons());
            assertEquals(
                    mean(costs.after(), RerankMeasure.NDCG) - mean(costs.before(), RerankMeasure.NDCG),
                    difference(costs, RerankMeasure.NDCG).mean().estimate(),
                    1e-12);
        }
    }

    private static RerankCosts.Difference difference(RerankCosts costs, RerankMeasure measure) {
        return costs.changes().getFirst().of(measure).orElseThrow();
    }

    @Test
    void severalStepsAreAlsoToldApart() {
        ModelId id = train(Algorithm.ITEM_KNN);
        RerankCosts costs = costs(id, RerankService.Curves.NONE, VARIED, CAPPED);
        assertEquals(
                List.of(Optional.<Step>empty(), Optional.of(VARIED), Optional.of(CAPPED)),
                costs.changes().stream().map(RerankCosts.Change::step).toList());
        RerankCosts capOnly = costs(id, RerankService.Curves.NONE, CAPPED);
        assertEquals(
                mean(costs.after(), RerankMeasure.NDCG) - mean(capOnly.after(), RerankMeasure.NDCG),
                costs.changes()
                        .get(1)
                        .of(RerankMeasure.NDCG)
                        .orElseThrow()
                        .mean()
                        .estimate(),
                1e-12,
                "what diversity costs is found by leaving it out");
    }

    @Test
    void strengthZeroCostsNothing() {
        RerankCosts costs = costs(
                train(Algorithm.POPULARITY), RerankService.Curves.NONE, new Step.Diversity(0, Step.Diversity.USERS));
        assertEquals(costs.before(), costs.after());
        costs.changes().getFirst().differences().values().forEach(one -> {
            assertEquals(0, one.mean().estimate());
            assertFalse(one.distinguishable());
        });
    }

    @Test
    void strengthsMakeACurve() {
        RerankCosts costs = costs(train(Algorithm.ITEM_KNN), RerankService.Curves.ALL, VARIED, MIXED);
        assertEquals(2, costs.curves().size());
        RerankCosts.Curve curve = costs.curves().stream()
                .filter(one -> one.step().equals(VARIED))
                .findFirst()
                .orElseThrow();
        assertEquals(7, curve.points().size());
        assertTrue(mean(curve.points().getLast().lists(), RerankMeasure.DIVERSITY)
                > mean(curve.points().getFirst().lists(), RerankMeasure.DIVERSITY));
        assertEquals(costs.after(), curve.points().get(4).lists(), "0.5 is what was asked for");
        ScatterChart chart = RerankChart.of(costs, curve).orElseThrow();
        assertEquals("rerank-diversity", chart.id());
        assertEquals(
                List.of("0.5"),
                chart.points().stream()
                        .filter(ScatterChart.Point::highlighted)
                        .map(ScatterChart.Point::name)
                        .toList());
    }

    @Test
    void changedDataUnknownModelsAndCancellingAreSaid() {
        ModelId id = train(Algorithm.ITEM_KNN);
        Reranking reranking = new Reranking(List.of(VARIED));
        Population other = Shop.withTraits(300, 12, 5);
        RerankService reranked = service.reranking();
        assertEquals(
                "recommend.data-changed",
                assertThrows(
                                ProblemException.class,
                                () -> reranked.costs(id, reranking, RerankService.Curves.NONE, other, Progress.none()))
                        .problem()
                        .code());
        assertEquals(
                "model.unknown",
                assertThrows(
                                ProblemException.class,
                                () -> reranked.model(ModelId.of("ease-9"), reranking, population, Progress.none()))
                        .problem()
                        .code());
        assertThrows(
                CancellationException.class,
                () -> reranked.costs(id, reranking, RerankService.Curves.ALL, population, new CancelledProgress()));
    }

    @Test
    void savedModelsGiveRerankedLists() {
        ModelId id = train(Algorithm.ITEM_KNN);
        RerankService reranked = service.reranking();
        Histories histories =
                new Histories(population, service.card(id).orElseThrow().interactions());
        List<HistoryItem> history = histories.of(3, population.defaultAsOf());
        List<Recommendation> own = service.model(id).recommend(history, 10, Set.of());
        RerankedModel asItIs = reranked.model(id, new Reranking(List.of()), population, Progress.none());
        assertEquals(
                own.stream().map(Recommendation::item).toList(),
                asItIs.list(history, 10).items().stream()
                        .map(item -> asItIs.item(item.itemIdx()))
                        .toList());
        for (String by : List.of(Step.Diversity.USERS, Step.Diversity.ATTRIBUTES, "category")) {
            Step step = new Step.Diversity(0.9, by);
            Reranked list = reranked.model(id, new Reranking(List.of(step)), population, Progress.none())
                    .list(history, 10);
            assertEquals(1, list.items().getFirst().from(), "the first stays");
            assertTrue(list.items().stream().anyMatch(item -> item.by().equals(Optional.of(step))), by);
            assertEquals(own.getFirst().score(), list.items().getFirst().score());
        }
    }
}
