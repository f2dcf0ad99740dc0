package app.attune.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.json.Json;
import app.attune.export.BundlesToServe;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KillSwitchTest {
    private static final String PULL = "{\"pulled\":true,\"reason\":\"the offers are wrong\"}";

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path folder;

    private static JsonNode decision(Asking asking, JsonNode golden) {
        return asking.post("/v1/decisions", BundlesToServe.question(golden)).json();
    }

    @Test
    void aPulledSwitchDecidesAsABundleWhoseOwnIsPulled() {
        List<JsonNode> golden = BundlesToServe.golden();
        int otherwise = 0;
        try (Asking asking = Asking.of(BundlesToServe.shop(folder.resolve("shop")));
                Asking off = Asking.of(BundlesToServe.switchedOff(folder.resolve("off")))) {
            JsonNode pulled = asking.post("/v1/kill-switch", PULL).json();
            assertTrue(pulled.path("pulled").asBoolean());
            assertEquals("the offers are wrong", pulled.path("reason").asText());
            for (JsonNode line : golden) {
                JsonNode answer = decision(asking, line);
                assertTrue(answer.path("killSwitch").asBoolean());
                assertEquals(decision(off, line).path("decision"), answer.path("decision"));
                assertEquals(
                        "SWITCHED_OFF", answer.path("decision").path("rulesOff").asText());
                otherwise += answer.path("decision").equals(line.path("expected")) ? 0 : 1;
            }
            assertNotEquals(0, otherwise);
            asking.post("/v1/kill-switch", "{\"pulled\":false}");
            for (JsonNode line : golden) {
                assertEquals(line.path("expected"), decision(asking, line).path("decision"));
            }
        }
    }

    @Test
    void itSurvivesAReloadAndIsShown() {
        Path shop = BundlesToServe.shop(folder.resolve("shop"));
        BundlesToServe.other(folder.resolve("other"));
        try (Asking asking = Asking.of(shop)) {
            asking.post("/v1/kill-switch", PULL);
            assertEquals(200, asking.post("/v1/reload", "{\"path\":\"other\"}").status());
            JsonNode answer = asking.post("/v1/decisions", "{\"user\":\"a\"}").json();
            assertTrue(answer.path("killSwitch").asBoolean());
            assertEquals(
                    "SWITCHED_OFF", answer.path("decision").path("rulesOff").asText());
            assertTrue(asking.get("/metrics").body().contains("attune_kill_switch 1\n"));
            assertTrue(asking.get("/readyz")
                    .json()
                    .path("killSwitch")
                    .path("pulled")
                    .asBoolean());
        }
    }

    private Path kept() {
        return folder.resolve("shop.kill-switch.json");
    }

    private static boolean isOff(Asking asking) {
        return asking.post("/v1/decisions", "{\"user\":\"a\"}")
                .json()
                .path("killSwitch")
                .asBoolean();
    }

    @Test
    void aRestartFindsItPulledUntilItIsReleased() {
        Path shop = BundlesToServe.shop(folder.resolve("shop"));
        try (Asking asking = Asking.of(shop)) {
            assertTrue(asking.post("/v1/kill-switch", PULL).json().path("kept").asBoolean());
        }
        try (Asking asking = Asking.of(shop)) {
            assertTrue(isOff(asking));
            String why = asking.server.rulesOff().orElseThrow();
            assertEquals("since 2026-11-02T08:30:00Z: the offers are wrong (shop.kill-switch.json)", why);
            asking.post("/v1/kill-switch", "{\"pulled\":false}");
            assertFalse(Files.exists(kept()));
        }
        try (Asking asking = Asking.of(shop)) {
            assertFalse(isOff(asking));
            assertEquals(Optional.empty(), asking.server.rulesOff());
        }
    }

    @Test
    void whatCannotBeReadCountsAsPulledAndWhatCannotBeKeptIsTold() throws IOException {
        Path shop = BundlesToServe.shop(folder.resolve("shop"));
        for (String damaged : List.of("", "{", "[]", "{\"pulled\":true}", "x".repeat(20_000))) {
            Files.writeString(kept(), damaged);
            try (Asking asking = Asking.of(shop)) {
                assertTrue(isOff(asking), damaged);
            }
        }
        Files.delete(kept());
        Files.createDirectories(kept().resolve("in-the-way"));
        try (Asking asking = Asking.of(shop)) {
            assertFalse(asking.post("/v1/kill-switch", PULL).json().path("kept").asBoolean());
            assertTrue(isOff(asking), "off now all the same");
        }
    }

    @Test
    void theFallbackListHasNothingThatAnActiveRuleHides() {
        Path shop = BundlesToServe.shop(folder.resolve("shop"));
        ServedBundle bundle = new VerifiedBundles().load(shop);
        List<String> before = items(bundle);
        assertFalse(before.isEmpty());
        String hiding = """
                {"id":"hide-first","name":"Hide","segment":"germans","status":"active","intent":"",
                 "schedule":{"zone":"UTC","from":"2031-01-01T00:00"},
                 "then":{"do":"exclude","items":["%s"]}},""".formatted(before.getFirst());
        String rules = BundlesToServe.text("rules.json").replaceFirst("(\"rules\" : \\[)", "$1" + hiding);
        Json.read(rules, "rules.json");
        Path hidden = BundlesToServe.changed(folder.resolve("hidden"), "rules.json", rules);
        app.attune.decider.BundleFolder files = app.attune.decider.BundleFolder.open(hidden);
        app.attune.decider.BundleDecider decider = app.attune.decider.BundleDecider.of(files);
        List<String> after = SafeList.of(decider.withRulesOff()::decide, files).items().stream()
                .map(app.attune.decider.ServerDecision.Item::item)
                .toList();
        assertFalse(after.contains(before.getFirst()), "hidden from some, some day, so from everybody now");
        assertEquals(before.subList(1, before.size()), after);
    }

    private static List<String> items(ServedBundle bundle) {
        return bundle.instead().items().stream()
                .map(app.attune.decider.ServerDecision.Item::item)
                .toList();
    }
}
