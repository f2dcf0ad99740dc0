package app.attune.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.Progress;
import app.attune.core.json.Json;
import app.attune.events.EventFrameBuilder;
import app.attune.profiles.Population;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// MovieLens 100k under the reference protocol: the same numbers as NumPy's to 1e-6.
@Tag("conformance")
final class RecommenderConformanceTest {
    private static final Path DATA = Path.of(System.getProperty("attune.shared", "../shared"), "data");
    private static final double TOLERANCE = 1e-6;

    @Test
    void popularityAndItemKnnReproduceTheReference() throws IOException {
        JsonNode reference =
                Json.read(Files.readString(DATA.resolve("reference-stats/recommenders.json")), "recommenders.json");
        InteractionOptions options = InteractionOptions.once(Map.of("rating", 1.0));
        InteractionLog log = InteractionSelection.select(movieLens(), options, Progress.none());
        TemporalSplit split = TemporalSplit.of(log, SplitPoint.usual());
        Interactions train = Interactions.of(split.train(), Progress.none());
        TestSet test = TestSet.of(train, split.test());
        assertEquals(reference.get("train_users").asInt(), train.users());
        assertEquals(reference.get("train_items").asInt(), train.items());
        assertEquals(reference.get("train_interactions").asInt(), train.pairs());
        assertEquals(reference.get("test_users").asInt(), test.users());
        assertEquals(reference.get("test_interactions").asLong(), test.pairs());

        Evaluator evaluator = new Evaluator(train, test);
        JsonNode models = reference.get("models");
        CatalogueModel popularity =
                new PopularityTrainer(Shop.CLOCK).train(train, PopularityOptions.defaults(), 1, Progress.none());
        check(models.get("popularity"), evaluator.evaluate(popularity, Progress.none()));
        for (int shrink : new int[] {0, 100}) {
            CatalogueModel knn =
                    new ItemKnnTrainer(Shop.CLOCK).train(train, new ItemKnnOptions(100, shrink), 1, Progress.none());
            JsonNode expected = models.get("item-knn cosine k=100 shrink=" + shrink);
            check(expected, evaluator.evaluate(knn, Progress.none()));
        }
    }

    private static void check(JsonNode expected, UserScores scores) {
        assertEquals(expected.at("/10/recall").asDouble(), mean(scores.recall10()), TOLERANCE);
        assertEquals(expected.at("/20/recall").asDouble(), mean(scores.recall20()), TOLERANCE);
        assertEquals(expected.at("/10/ndcg").asDouble(), mean(scores.ndcg10()), TOLERANCE);
        assertEquals(expected.at("/20/ndcg").asDouble(), mean(scores.ndcg20()), TOLERANCE);
        assertEquals(expected.at("/10/hit").asDouble(), mean(scores.hit10()), TOLERANCE);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static Population movieLens() throws IOException {
        EventFrameBuilder builder = new EventFrameBuilder();
        try (var lines = Files.lines(DATA.resolve("movielens-100k/ml-100k.inter"))) {
            lines.skip(1).map(line -> line.split("\t")).forEach(cells -> {
                Instant time = Instant.ofEpochSecond(Long.parseLong(cells[3]));
                builder.event(cells[0], time, "rating", cells[1], Double.parseDouble(cells[2]));
            });
        }
        return Shop.population(builder.build());
    }
}
