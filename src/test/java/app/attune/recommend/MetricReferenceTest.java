package app.attune.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Random lists whose values NumPy and SciPy computed from the definitions (versions in the file); the Gini index there
/// by the mean absolute difference, which shares no formula with ours.
final class MetricReferenceTest {
    private static final double TOLERANCE = 1e-12;

    private final JsonNode reference = read();

    @Test
    void accuracyOfEachListIsTheReference() {
        int k = reference.get("k").asInt();
        for (JsonNode list : reference.get("lists")) {
            int[] ranked = ints(list.get("ranked"));
            int[] relevant = ints(list.get("relevant"));
            check(list, "recall", RankingMetrics.recall(ranked, relevant, k));
            check(list, "cutRecall", RankingMetrics.cutRecall(ranked, relevant, k));
            check(list, "averagePrecision", RankingMetrics.averagePrecision(ranked, relevant, k));
            check(list, "reciprocalRank", RankingMetrics.reciprocalRank(ranked, relevant, k));
            check(list, "hit", RankingMetrics.hit(ranked, relevant, k));
        }
    }

    @Test
    void noveltyDiversityPopularityAndCalibrationAreTheReference() {
        int k = reference.get("k").asInt();
        int[] counts = ints(reference.get("counts"));
        JsonNode distance = reference.get("distance");
        for (JsonNode list : reference.get("lists")) {
            int[] ranked = ints(list.get("ranked"));
            check(
                    list,
                    "novelty",
                    ListMetrics.novelty(
                            ranked, k, counts, reference.get("users").asInt()));
            check(
                    list,
                    "freeDiscovery",
                    ListMetrics.novelty(
                            ranked, k, counts, reference.get("interactions").asInt()));
            check(list, "popularity", ListMetrics.averagePopularity(ranked, k, counts));
            check(
                    list,
                    "diversity",
                    ListMetrics.diversity(
                            ranked, k, (a, b) -> distance.get(a).get(b).asDouble()));
            check(
                    list,
                    "miscalibration",
                    ListMetrics.miscalibration(
                            doubles(list.get("p")), doubles(list.get("q")), ListMetrics.CALIBRATION_ALPHA));
        }
    }

    @Test
    void exposureOfTheCatalogueIsTheReference() {
        int[] exposures = ints(reference.get("exposures"));
        check(reference, "coverage", ExposureMetrics.coverage(exposures));
        check(reference, "giniUnevenness", ExposureMetrics.giniUnevenness(exposures));
        check(reference, "giniEvenness", ExposureMetrics.giniEvenness(exposures));
    }

    @Test
    void overlapOfTwoListsIsTheReference() {
        int k = reference.get("k").asInt();
        for (JsonNode list : reference.get("lists")) {
            int[] one = ints(list.get("ranked"));
            int[] other = ints(list.get("other"));
            check(list, "jaccard", RankOverlap.jaccard(one, other, k));
            check(list, "rbo", RankOverlap.biased(one, other, k, RankOverlap.RBO_PERSISTENCE));
        }
    }

    private static void check(JsonNode expected, String name, double found) {
        assertEquals(expected.get(name).asDouble(), found, TOLERANCE, name);
    }

    private static int[] ints(JsonNode node) {
        return IntStream.range(0, node.size()).map(i -> node.get(i).asInt()).toArray();
    }

    private static double[] doubles(JsonNode node) {
        return IntStream.range(0, node.size())
                .mapToDouble(i -> node.get(i).asDouble())
                .toArray();
    }

    private static JsonNode read() {
        try (InputStream file = Objects.requireNonNull(
                MetricReferenceTest.class.getResourceAsStream("/reference/ranking-metrics.json"))) {
            return Json.read(new String(file.readAllBytes(), StandardCharsets.UTF_8), "ranking-metrics.json");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
