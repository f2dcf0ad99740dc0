package app.attune.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.json.Json;
import app.attune.decider.BundleDecider;
import app.attune.decider.BundleException;
import app.attune.decider.ServerDecision;
import app.attune.decider.ServerProfile;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A segment of a bundle that asks for an item.
final class ItemSegmentTest {
    private static final String FEATURE = "view_item_with_most_all_time";

    private static ServerDecision decide(Map<String, Double> features, Map<String, String> items) {
        return BundleDecider.unwritten(WrittenBundle.fresh().files())
                .decide(BundleParityTest.asked(new ServerProfile(Map.of(), features, Map.of(), items)));
    }

    @Test
    void theItemOfTheProfileIsCompared() {
        assertTrue(decide(Map.of(), Map.of(FEATURE, "9")).segments().contains("leaders"));
        assertTrue(decide(Map.of(), Map.of(FEATURE, "4")).segments().contains("led"));
        assertEquals(-1, decide(Map.of(), Map.of(FEATURE, "1")).segments().indexOf("leaders"));
        assertEquals(-1, decide(Map.of(), Map.of()).segments().indexOf("leaders"));
    }

    @Test
    void aNumberIsNoItem() {
        assertEquals(-1, decide(Map.of(FEATURE, 9.0), Map.of()).segments().indexOf("leaders"));
    }

    @Test
    void theFilesSayThatItIsAnItem() {
        String segments = WrittenBundle.fresh().files().getOrDefault("segments.json", "");
        JsonNode leaders = Json.read(segments, "segments")
                .path("segments")
                .valueStream()
                .filter(segment -> segment.path("id").asText().equals("leaders"))
                .findFirst()
                .orElseThrow();
        assertEquals("item", leaders.at("/condition/kind").asText());
        assertEquals("x-9", leaders.at("/condition/values/0").asText());
    }

    @Test
    void aTestOfAnItemAsANumberIsRefused() {
        WrittenBundle bundle = WrittenBundle.fresh();
        String segments = bundle.files().getOrDefault("segments.json", "");
        String changed = segments.replace("\"item\"", "\"number\"");
        BundleException e = assertThrows(
                BundleException.class,
                () -> BundleDecider.unwritten(
                        bundle.with("segments.json", changed).files()));
        String message = e.problem().message();
        assertTrue(message.contains("is an item in features.json"), message);
    }
}
