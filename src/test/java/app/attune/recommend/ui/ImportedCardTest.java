package app.attune.recommend.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ItemId;
import app.attune.core.Progress;
import app.attune.profiles.Population;
import app.attune.recommend.Algorithm;
import app.attune.recommend.FakeModelStore;
import app.attune.recommend.ImportedFactors;
import app.attune.recommend.ModelCard;
import app.attune.recommend.RecommendService;
import app.attune.recommend.Shop;
import app.attune.recommend.SparkEquation;
import app.attune.recommend.TrainingRequest;
import app.attune.ui.Texts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the card says of factors that were trained elsewhere.
final class ImportedCardTest {
    private static ModelCard card() {
        Population population = Shop.withTastes(80, 12, 3);
        ImportedFactors factors = new ImportedFactors(
                List.of(new ItemId("item 1"), new ItemId("item 2")),
                new float[] {1, 0.5f},
                new double[] {1.25},
                new ImportedFactors.Users(List.of(), new float[0], 0),
                new SparkEquation(SparkEquation.Feedback.IMPLICIT, 1, 0.1),
                Map.of("imported-from", "Spark 4.1.0 ALSModel als_1", "imported-sha256", "abc"));
        TrainingRequest request = TrainingRequest.of(Algorithm.POPULARITY.usual(), Shop.PURCHASES);
        return new RecommendService(new FakeModelStore(), Shop.CLOCK)
                .keep(population, factors, request, Progress.none())
                .card();
    }

    @Test
    void theCardTellsTheFolderAndThatLeakageIsNotKnown() {
        String lines = CardLines.of(card(), List.of(), Texts.of("recommend")).toString();
        assertTrue(lines.contains("not known: it was trained elsewhere"), lines);
        assertTrue(lines.contains("Imported from: Spark 4.1.0 ALSModel als_1"), lines);
        assertFalse(lines.contains("Training time"), lines);
        assertTrue(lines.contains("SHA-256 of the folder: abc"), lines);
    }
}
