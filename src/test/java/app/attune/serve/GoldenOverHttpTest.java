package app.attune.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.json.Json;
import app.attune.export.BundlesToServe;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GoldenOverHttpTest {
    private static final List<JsonNode> GOLDEN = BundlesToServe.golden();

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // Set once before all tests.
    private static Asking asking;

    @BeforeAll
    static void serve() {
        asking = Asking.of(BundlesToServe.shop(folder.resolve("shop")));
    }

    @AfterAll
    static void stop() {
        asking.close();
    }

    @Test
    void everyGoldenDecisionIsAnsweredAsTheBundleSays() {
        assertTrue(GOLDEN.size() > 50, "golden decisions: " + GOLDEN.size());
        for (JsonNode golden : GOLDEN) {
            Asking.Got got = asking.post("/v1/decisions", BundlesToServe.question(golden));
            assertEquals(200, got.status(), got.body());
            assertEquals(
                    golden.path("expected"),
                    got.json().path("decision"),
                    golden.path("id").asText());
            assertEquals(golden.path("user"), got.json().path("user"));
        }
    }

    @Test
    void aBatchIsAnsweredInOrderAsAListAndAsLines() {
        ArrayNode list = Json.mapper().createArrayNode();
        GOLDEN.forEach(golden -> list.add(BundlesToServe.question(golden)));
        Asking.Got array = asking.post("/v1/decisions:batch", list);
        String lines = GOLDEN.stream()
                .map(golden -> BundlesToServe.question(golden).toString())
                .collect(Collectors.joining("\n"));
        Asking.Got text = asking.post("/v1/decisions:batch", "application/x-ndjson", lines);
        List<String> answered = text.body().lines().toList();
        JsonNode listed = array.json();
        assertEquals(GOLDEN.size(), listed.size());
        assertEquals(GOLDEN.size(), answered.size());
        for (int i = 0; i < GOLDEN.size(); i++) {
            JsonNode expected = GOLDEN.get(i).path("expected");
            assertEquals(expected, listed.path(i).path("decision"));
            assertEquals(expected, Json.read(answered.get(i), "a line").path("decision"));
        }
    }

    @Test
    void aRequestOfABatchThatCannotBeUsedStopsNoOther() {
        String good = "{\"user\":\"a\"}";
        JsonNode answers = asking.post("/v1/decisions:batch", "[" + good + ",{\"usr\":\"b\"},7," + good + "]")
                .json();
        assertEquals("a", answers.path(0).path("user").asText());
        assertEquals(
                "serve.bad-request",
                answers.path(1).path("problem").path("code").asText());
        assertEquals(
                "serve.bad-request",
                answers.path(2).path("problem").path("code").asText());
        assertEquals("a", answers.path(3).path("user").asText());
        List<String> lines = asking.post("/v1/decisions:batch", "application/x-ndjson", good + "\n{\n\n" + good)
                .body()
                .lines()
                .toList();
        assertEquals(3, lines.size());
        assertTrue(lines.get(1).contains("serve.bad-json"), lines.get(1));
    }

    @Test
    void aRequestWithoutATimeIsDecidedNow() {
        JsonNode answer = asking.post("/v1/decisions", "{\"user\":\"a\"}").json();
        assertEquals(Asking.CLOCK.instant().toString(), answer.path("at").asText());
        assertEquals(
                asking.server.bundleHash(), answer.path("bundle").path("sha256").asText());
        assertEquals(3, answer.path("bundle").path("version").asInt());
    }

    @Test
    void theBundleSaysWhatItIs() {
        JsonNode bundle = asking.get("/v1/bundle").json();
        JsonNode rules = Json.read(BundlesToServe.text("rules.json"), "rules.json");
        assertEquals(asking.server.bundleHash(), bundle.path("sha256").asText());
        assertEquals(rules.path("rules").size(), bundle.path("rules").size());
        assertEquals(
                rules.path("rules").path(0).path("then").path("do"),
                bundle.path("rules").path(0).path("do"));
        assertTrue(bundle.path("segments").size() > 3);
    }

    @Test
    void metricsCountDecisionsAndTheirTimes() {
        asking.post("/v1/decisions", BundlesToServe.question(GOLDEN.getFirst()));
        asking.post("/v1/decisions", "{}");
        Asking.Got metrics = asking.get("/metrics");
        String reason = GOLDEN.getFirst().path("expected").path("reason").asText();
        assertEquals(Metrics.TYPE, metrics.type());
        for (String line : List.of(
                "attune_decisions_total{reason=\"" + reason + "\"} ",
                "attune_errors_total{code=\"serve.bad-request\"} ",
                "attune_decision_seconds_bucket{le=\"+Inf\"} ",
                "attune_request_seconds_count ",
                "attune_kill_switch 0",
                "attune_in_flight ",
                "attune_bundle_info{sha256=\"" + asking.server.bundleHash() + "\",version=\"3\"} 1")) {
            assertTrue(metrics.body().contains("\n" + line), line + " is not in\n" + metrics.body());
        }
        assertTrue(metrics.body()
                .lines()
                .allMatch(line -> line.matches(
                        "# (HELP|TYPE) attune_.*|attune_[a-z_]+(\\{([a-z0-9]+=\"[^\"]*\",?)+\\})? [-+.eE0-9]+")));
    }
}
