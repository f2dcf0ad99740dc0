package app.attune.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.json.Json;
import app.attune.decider.Verification;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TamperedBundleTest {
    private static final WrittenBundle BUNDLE = WrittenBundle.fresh();

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path folder;

    @Test
    void oneChangedByteInAnyFileIsNamed() {
        for (String name : BUNDLE.files().keySet()) {
            String text = BUNDLE.files().getOrDefault(name, "");
            String changed = text.substring(0, text.length() - 2) + "x" + text.charAt(text.length() - 1);
            Verification verification = BUNDLE.with(name, changed).verify(folder.resolve("tampered"));
            String found = verification.findings().toString();
            assertTrue(found.contains(name), name + ": " + found);
            if (!name.equals("manifest.json") && !name.equals("SHA256SUMS")) {
                assertEquals(1, verification.findings().size(), found);
            }
        }
    }

    @Test
    void aFileThatIsMissingOrTooMuchIsNamed() {
        WrittenBundle without = BUNDLE.with("extra.json", "{}").without("items.json");
        String found = without.verify(folder.resolve("tampered")).findings().toString();
        assertTrue(found.contains("items.json"), found);
        assertEquals(2, found.split("extra.json", -1).length, found);
    }

    @Test
    void everyChangeOfAnActiveRuleIsCaughtByGoldenDecisions() {
        List<String> escaped = new ArrayList<>();
        int tried = 0;
        for (String changed : changedRules()) {
            Verification verification =
                    BUNDLE.with("rules.json", changed).signedAgain().verify(folder.resolve("tampered"));
            assertEquals(List.of(), verification.findings());
            tried++;
            if (verification.differences().isEmpty()) {
                escaped.add(changed);
            }
        }
        String rules = BUNDLE.files().getOrDefault("rules.json", "");
        assertEquals(
                List.of(),
                escaped.stream().map(changed -> firstDifference(rules, changed)).toList(),
                tried + " changes tried");
        assertTrue(tried > 30, tried + " changes tried");
    }

    /// Starting from the history instead of the item, or from no item at all.
    @Test
    void aChangedSeedIsCaughtByGoldenDecisions() {
        String seed = ",\\s*\"seed\" : \"trigger\",\\s*\"seedFeature\" : \"view_item_with_most_all_time\"";
        String other = ", \"seed\" : \"trigger\", \"seedFeature\" : \"view_most_of_one_item_all_time\"";
        String rules = BUNDLE.files().getOrDefault("rules.json", "");
        for (String changed : List.of(rules.replaceFirst(seed, ""), rules.replaceFirst(seed, other))) {
            assertNotEquals(rules, changed);
            Verification verification =
                    BUNDLE.with("rules.json", changed).signedAgain().verify(folder.resolve("tampered"));
            assertEquals(List.of(), verification.findings());
            assertFalse(verification.differences().isEmpty(), changed);
        }
    }

    @Test
    void everyChangeOfASegmentIsCaughtByGoldenDecisions() {
        List<String> changes = new ArrayList<>();
        String segments = BUNDLE.files().getOrDefault("segments.json", "");
        for (String[] pair : new String[][] {
            {"\"none\"", "\"all\""},
            {"\"all\"", "\"any\""},
            {"\"at-least\"", "\"more-than\""},
            {"\"more-than\"", "\"at-least\""},
            {"\"at-most\"", "\"less-than\""},
            {"\"is-missing\"", "\"is-present\""},
            {"60.5", "60.51"},
            {"70.0", "71.0"},
            {"\"DE\"", "\"AT\""},
            {"2026-10-18T00:00:00Z", "2026-10-18T00:00:00.001Z"}
        }) {
            for (int at = segments.indexOf(pair[0]); at >= 0; at = segments.indexOf(pair[0], at + 1)) {
                if (!lineOf(segments, at).contains("\"sentence\"")) {
                    changes.add(segments.substring(0, at) + pair[1] + segments.substring(at + pair[0].length()));
                }
            }
        }
        List<String> escaped = changes.stream()
                .filter(changed -> BUNDLE.with("segments.json", changed)
                        .signedAgain()
                        .verify(folder.resolve("tampered"))
                        .isSound())
                .toList();
        assertEquals(
                List.of(),
                escaped.stream()
                        .map(changed -> firstDifference(segments, changed))
                        .toList(),
                changes.size() + " changes tried");
        assertTrue(changes.size() > 12, changes.size() + " changes tried");
    }

    @Test
    void aDifferenceNamesVectorFieldAndBothValues() {
        String rules = BUNDLE.files().getOrDefault("rules.json", "").replace("1.7", "1.8");
        Verification verification =
                BUNDLE.with("rules.json", rules).signedAgain().verify(folder.resolve("tampered"));
        assertFalse(verification.isSound());
        var first = verification.differences().getFirst();
        assertTrue(first.vector().matches("golden-\\d{4}"), first.toString());
        assertTrue(first.field().contains("items["), first.toString());
        assertFalse(first.expected().equals(first.got()), first.toString());
    }

    private static String lineOf(String text, int at) {
        return text.substring(text.lastIndexOf('\n', at) + 1, text.indexOf('\n', at));
    }

    /// A few characters around the first that differs.
    private static String firstDifference(String before, String after) {
        int at = 0;
        while (at < Math.min(before.length(), after.length()) && before.charAt(at) == after.charAt(at)) {
            at++;
        }
        return after.substring(Math.max(0, at - 120), Math.min(after.length(), at + 40));
    }

    /// Rules swapped, dropped, switched, and with other factors, places, items and segments.
    private static List<String> changedRules() {
        List<String> changes = new ArrayList<>();
        int n = rules(tree()).size();
        for (int i = 0; i < n; i++) {
            ObjectNode without = tree();
            rules(without).remove(i);
            changes.add(Json.writePretty(without));
            ObjectNode paused = tree();
            rule(paused, i)
                    .put("status", rule(paused, i).path("status").asText().equals("active") ? "paused" : "active");
            changes.add(Json.writePretty(paused));
            if (i + 1 < n) {
                ObjectNode swapped = tree();
                JsonNode first = rules(swapped).remove(i);
                rules(swapped).insert(i + 1, first);
                changes.add(Json.writePretty(swapped));
            }
            changedTreatment(i).ifPresent(changes::add);
            changedLimits(i, changes);
            changedContext(i, changes);
        }
        return changes;
    }

    /// The parts of contexts dropped or changed.
    private static void changedContext(int i, List<String> changes) {
        if (!rule(tree(), i).has("context")) {
            return;
        }
        for (String part : List.of("placements", "devices", "basket")) {
            ObjectNode without = tree();
            ((ObjectNode) rule(without, i).path("context")).remove(part);
            changes.add(Json.writePretty(without));
        }
        ObjectNode dearer = tree();
        ((ObjectNode) rule(dearer, i).path("context").path("basket")).put("totalAtLeast", 49.89);
        changes.add(Json.writePretty(dearer));
        ObjectNode fewer = tree();
        ((ArrayNode) rule(fewer, i).path("context").path("placements")).remove(1);
        changes.add(Json.writePretty(fewer));
        ObjectNode empty = tree();
        ((ObjectNode) rule(empty, i).path("context").path("basket")).remove("contains");
        changes.add(Json.writePretty(empty));
    }

    /// Percentages, salts and the ends of schedules, each a little different, and each limit taken away.
    private static void changedLimits(int i, List<String> changes) {
        for (String[] change : new String[][] {
            {"rollout", "percent", "+"},
            {"rollout", "salt", "other"},
            {"schedule", "from", "2026-10-25T22:00"},
            {"schedule", "to", "2026-12-26T01:01"},
            {"schedule", "zone", "UTC"}
        }) {
            ObjectNode tree = tree();
            if (rule(tree, i).path(change[0]) instanceof ObjectNode limit) {
                if (change[2].equals("+")) {
                    limit.put(change[1], limit.path(change[1]).asDouble() + 0.5);
                } else {
                    limit.put(change[1], change[2]);
                }
                changes.add(Json.writePretty(tree));
                ObjectNode without = tree();
                rule(without, i).remove(change[0]);
                changes.add(Json.writePretty(without));
            }
        }
    }

    private static java.util.Optional<String> changedTreatment(int i) {
        ObjectNode tree = tree();
        ObjectNode then = (ObjectNode) rule(tree, i).path("then");
        boolean active = rule(tree, i).path("status").asText().equals("active");
        switch (then.path("do").asText()) {
            case "boost", "bury" -> then.put("factor", then.path("factor").asDouble() + 0.0001);
            case "pin" -> then.put("item", "7");
            case "offer" -> then.put("code", "OTHER");
            case "recommend" ->
                then.put("model", then.path("model").asText().equals("popularity") ? "item-knn" : "popularity");
            default -> then.remove(List.of("attribute", "values"));
        }
        if (then.path("do").asText().equals("exclude")) {
            then.putArray("items").add("no such item");
        }
        return active ? java.util.Optional.of(Json.writePretty(tree)) : java.util.Optional.empty();
    }

    private static ObjectNode tree() {
        return (ObjectNode) Json.read(BUNDLE.files().getOrDefault("rules.json", ""), "rules.json");
    }

    private static ArrayNode rules(ObjectNode tree) {
        return (ArrayNode) tree.path("rules");
    }

    private static ObjectNode rule(ObjectNode tree, int i) {
        return (ObjectNode) rules(tree).get(i);
    }
}
