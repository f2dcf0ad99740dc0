package app.attune.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// MovieLens 100k under the reference protocol: the same numbers as NumPy's to 1e-6.
@Tag("conformance")
final class RecommenderConformanceTest {
    private static final Path DATA = Path.of(System.getProperty("attune.shared", "../shared"), "data");
    private static final double TOLERANCE = 1e-6;
    private static final double WITHIN = 0.005;
    private static final int SEEDS = 3;

    /// The data, cut as the reference cut it.
    private record Protocol(JsonNode reference, Interactions train, TestSet test) {
        static Protocol read() throws IOException {
            JsonNode reference =
                    Json.read(Files.readString(DATA.resolve("reference-stats/recommenders.json")), "recommenders.json");
            InteractionOptions options = InteractionOptions.once(Map.of("rating", 1.0));
            InteractionLog log = InteractionSelection.select(movieLens(), options, Progress.none());
            TemporalSplit split = TemporalSplit.of(log, SplitPoint.usual());
            Interactions train = Interactions.of(split.train(), Progress.none());
            return new Protocol(reference, train, TestSet.of(train, split.test()));
        }

        UserScores evaluate(RecommenderOptions options, long seed) {
            CatalogueModel model = Trainers.train(train, options, seed, Shop.CLOCK, Progress.none());
            return new Evaluator(train, test).evaluate(model, Progress.none());
        }

        JsonNode expected(String model) {
            return reference.get("models").get(model);
        }
    }

    @Test
    void splitIsTheReference() throws IOException {
        Protocol protocol = Protocol.read();
        JsonNode reference = protocol.reference;
        assertEquals(reference.get("train_users").asInt(), protocol.train.users());
        assertEquals(reference.get("train_items").asInt(), protocol.train.items());
        assertEquals(reference.get("train_interactions").asInt(), protocol.train.pairs());
        assertEquals(reference.get("test_users").asInt(), protocol.test.users());
        assertEquals(reference.get("test_interactions").asLong(), protocol.test.pairs());
    }

    @Test
    void deterministicModelsReproduceTheReference() throws IOException {
        Map<String, RecommenderOptions> models = new TreeMap<>();
        models.put("popularity", Algorithm.POPULARITY.usual());
        RecommenderOptions knn = Algorithm.ITEM_KNN.usual().with("neighbours", 100);
        models.put("item-knn cosine k=100 shrink=0", knn.with("shrink", 0));
        models.put("item-knn cosine k=100 shrink=100", knn.with("shrink", 100));
        for (int lambda : new int[] {100, 500, 1000}) {
            models.put(
                    "ease lambda=" + lambda,
                    Algorithm.EASE.usual().with("lambda", lambda).with("neighbours", 0));
        }
        models.put("rp3beta alpha=1 beta=0.6 k=100 (per source item)", Algorithm.RP3BETA.usual());
        Protocol protocol = Protocol.read();
        models.forEach((name, options) -> check(protocol.expected(name), protocol.evaluate(options, 1), name));
    }

    @Test
    void ialsIsWithinReachOfTheReferenceOrBetter() throws IOException {
        Protocol protocol = Protocol.read();
        RecommenderOptions ials = Algorithm.IALS.usual().with("factors", 32).with("iterations", 10);
        for (String[] pair : new String[][] {{"0.01", "0.1"}, {"0.003", "0.3"}}) {
            JsonNode expected = protocol.expected("ials d=32 lambda=" + pair[0]
                    + " (scaled by n+a0*|other|) unobserved weight=" + pair[1] + " 10 iterations, mean of 3 seeds");
            for (String solver : List.of("CHOLESKY", "CONJUGATE_GRADIENT")) {
                RecommenderOptions options =
                        ials.with("lambda", pair[0]).with("unobserved", pair[1]).with("solver", solver);
                double recall = 0;
                double ndcg = 0;
                for (int seed = 1; seed <= SEEDS; seed++) {
                    UserScores scores = protocol.evaluate(options, seed);
                    recall += mean(scores.recall20()) / SEEDS;
                    ndcg += mean(scores.ndcg20()) / SEEDS;
                }
                String found = solver + " recall " + recall + ", ndcg " + ndcg + ", expected " + expected;
                assertTrue(recall >= expected.at("/20/recall").asDouble() - WITHIN, found);
                assertTrue(ndcg >= expected.at("/20/ndcg").asDouble() - WITHIN, found);
            }
        }
    }

    private static void check(JsonNode expected, UserScores scores, String name) {
        assertEquals(expected.at("/10/recall").asDouble(), mean(scores.recall10()), TOLERANCE, name);
        assertEquals(expected.at("/20/recall").asDouble(), mean(scores.recall20()), TOLERANCE, name);
        assertEquals(expected.at("/10/ndcg").asDouble(), mean(scores.ndcg10()), TOLERANCE, name);
        assertEquals(expected.at("/20/ndcg").asDouble(), mean(scores.ndcg20()), TOLERANCE, name);
        assertEquals(expected.at("/10/hit").asDouble(), mean(scores.hit10()), TOLERANCE, name);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    static Population movieLens() throws IOException {
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
