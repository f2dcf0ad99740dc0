package app.attune.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.ItemId;
import app.attune.core.Progress;
import app.attune.core.json.Json;
import app.attune.events.OnlineRetail;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Complements of a real shop: support, confidence and lift as others counted them.
@Tag("conformance")
final class ComplementConformanceTest {
    private static final Path REFERENCE =
            Path.of(System.getProperty("attune.shared", "../shared"), "data", "reference-stats", "segments.json");
    private static final int BASKETS = 18_532;

    private static ComplementModel trained() {
        InteractionLog log = InteractionSelection.ofAll(
                OnlineRetail.people(), InteractionOptions.once(Map.of("purchase", 1.0)), Progress.none());
        RecommenderOptions options =
                Algorithm.COMPLEMENTS.usual().with("min-support", 100).with("neighbours", 1000);
        return (ComplementModel)
                Trainers.train(Interactions.of(log, Progress.none()), options, 1, Shop.CLOCK, Progress.none());
    }

    @Test
    void pairsOfARealShopAreCountedAsTheReferenceAndPythonCount() throws IOException {
        ComplementModel model = trained();
        assertEquals(BASKETS, model.baskets());
        JsonNode basket =
                Json.read(Files.readString(REFERENCE), "segments.json").get("basket");
        assertEquals(BASKETS, basket.get("invoices").asInt());
        for (JsonNode pair : basket.get("top_pairs_among_300_most_frequent_items")) {
            Together found =
                    together(model, pair.get("a").asText(), pair.get("b").asText());
            assertEquals(pair.get("support_count").asInt(), found.both(), pair::toString);
            assertEquals(pair.get("count_a").asInt(), found.ofThis(), pair::toString);
            assertEquals(pair.get("count_b").asInt(), found.ofOther(), pair::toString);
            assertEquals(pair.get("confidence_a_b").asDouble(), found.confidence(), pair::toString);
            assertEquals(pair.get("lift").asDouble(), found.lift(), 1e-12, pair::toString);
        }
        assertAllPairs(model);
    }

    /// Python 3.11.7 over the file itself, with sets and a counter: 1,579 pairs in 100 baskets or more and above
    /// chance.
    private static void assertAllPairs(ComplementModel model) {
        List<Together> pairs = new ArrayList<>();
        for (ItemId item : model.items()) {
            for (Recommendation one : model.recommend(List.of(new HistoryItem(item, 1)), 5000, Set.of())) {
                pairs.add(one.evidence().getFirst().together().orElseThrow());
            }
        }
        assertEquals(2 * 1_579, pairs.size(), "each from both sides");
        assertEquals(2 * 248_019, pairs.stream().mapToInt(Together::both).sum());
        assertEquals(
                2 * 18896.144956375516,
                pairs.stream().mapToDouble(Together::lift).sum(),
                1e-6);
        assertEquals(
                894.5657014004144,
                pairs.stream().mapToDouble(Together::confidence).sum(),
                1e-9);
        assertEquals(
                2 * 744910.8798930249,
                pairs.stream().mapToDouble(Together::logLikelihoodRatio).sum(),
                1e-3);
        List<Recommendation> bags = model.recommend(List.of(new HistoryItem(new ItemId("22386"), 1)), 3, Set.of());
        assertEquals(List.of("85099B", "85099F", "21931"), Shop.items(bags), "by the ratio Python ranks them by");
    }

    private static Together together(ComplementModel model, String one, String other) {
        return model.together(new ItemId(one), new ItemId(other)).orElseThrow();
    }
}
