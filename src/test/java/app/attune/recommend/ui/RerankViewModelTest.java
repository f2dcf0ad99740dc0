package app.attune.recommend.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.recommend.Algorithm;
import app.attune.recommend.ModelId;
import app.attune.recommend.RerankCosts;
import app.attune.recommend.Shop;
import app.attune.recommend.TrainingRequest;
import app.attune.recommend.rerank.Reranking;
import app.attune.recommend.rerank.RerankingJson;
import app.attune.recommend.rerank.Step;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RerankViewModelTest {
    private final Bench bench = new Bench(Shop.withTraits(300, 12, 4));
    private final RerankViewModel model = new RerankViewModel(bench.context(Tasks.direct()), Texts.of("recommend"));

    private ModelId train() {
        TrainingRequest request = TrainingRequest.of(Algorithm.ITEM_KNN.usual(), Shop.PURCHASES);
        return bench.service
                .train(Shop.withTraits(300, 12, 4), request, Progress.none())
                .id();
    }

    private void type(RerankViewModel.Field field, String text) {
        model.typedProperty(field).set(text);
    }

    @Test
    void stepsAreMeasuredAndShownInThePreview() {
        ModelId id = train();
        type(RerankViewModel.Field.DIVERSITY, "0.5");
        type(RerankViewModel.Field.AT_MOST, "2:category, 3:brand=b1");
        model.tell(Optional.of(id));
        assertEquals("", model.problemProperty().get());
        Reranking steps = new Reranking(List.of(
                new Step.Diversity(0.5, "users"),
                new Step.AtMost(2, "category", ""),
                new Step.AtMost(3, "brand", "b1")));
        RerankCosts costs = model.costsProperty().get().orElseThrow();
        assertEquals(steps, costs.reranking());
        assertEquals(1, costs.curves().size());
        assertEquals(steps, bench.rerank.chosen().orElseThrow().steps());
        assertEquals(steps, RerankingJson.read(model.json().orElseThrow(), "copied"));
        List<RerankRow> rows = RerankRow.of(costs, Texts.of("recommend"));
        assertEquals(4 * 9, rows.size(), "all and three steps, nine measures each");
        assertEquals("all steps", rows.getFirst().step());
        assertTrue(rows.stream().anyMatch(row -> row.verdict().equals("higher")));
    }

    @Test
    void whatIsInTheWayIsSaid() {
        model.tell(Optional.empty());
        assertEquals(
                "No step is given. Type a strength, such as 0.3 for diversity, or a limit, such as 2:category.",
                model.problemProperty().get());
        type(RerankViewModel.Field.DIVERSITY, "much");
        model.tell(Optional.empty());
        assertEquals(
                "Diversity: \"much\" starts with no number.",
                model.problemProperty().get());
        type(RerankViewModel.Field.DIVERSITY, "0.5");
        model.tell(Optional.empty());
        assertEquals(
                "No model is chosen. Choose one on the board.",
                model.problemProperty().get());
        type(RerankViewModel.Field.AT_MOST, "1:colour");
        model.tell(Optional.of(train()));
        assertTrue(model.problemProperty().get().startsWith("Items have no attribute colour. Use one of: "));
        assertEquals(Optional.empty(), model.costsProperty().get());
    }
}
