package app.attune.serve;

import app.attune.core.json.Json;
import app.attune.decider.BundleFolder;
import app.attune.decider.BundleFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a bundle says of itself.
///
/// @param version   of its rules
/// @param sha256    of its checksum file, which names the whole bundle
/// @param createdAt ISO-8601 instant
/// @param asOf      ISO-8601 instant
/// @param items     the features that are items, not numbers
record BundleFacts(
        int version,
        String sha256,
        String title,
        String createdAt,
        String asOf,
        List<Segment> segments,
        List<Rule> rules,
        Set<String> items) {
    BundleFacts {
        segments = List.copyOf(segments);
        rules = List.copyOf(rules);
        items = Set.copyOf(items);
    }

    /// A segment by its id and name.
    record Segment(String id, String name) {}

    /// A rule in its place.
    ///
    /// @param treatment what it does, such as `boost`
    record Rule(String id, String name, String segment, String status, String treatment) {}

    static BundleFacts read(BundleFolder files, String sha256) {
        JsonNode manifest = Json.read(files.text(BundleFormat.MANIFEST), BundleFormat.MANIFEST);
        JsonNode rules = Json.read(files.text(BundleFormat.RULES), BundleFormat.RULES);
        JsonNode segments = Json.read(files.text(BundleFormat.SEGMENTS), BundleFormat.SEGMENTS);
        JsonNode features = Json.read(files.text(BundleFormat.FEATURES), BundleFormat.FEATURES);
        return new BundleFacts(
                manifest.path("ruleSet").path("version").asInt(),
                sha256,
                manifest.path("title").asText(),
                manifest.path("createdAt").asText(),
                manifest.path("asOf").asText(),
                segments(segments.path("segments")),
                rules(rules.path("rules")),
                items(features.path("features")));
    }

    private static List<Segment> segments(JsonNode list) {
        List<Segment> segments = new ArrayList<>();
        list.forEach(node -> segments.add(new Segment(text(node, "id"), text(node, "name"))));
        return segments;
    }

    private static List<Rule> rules(JsonNode list) {
        List<Rule> rules = new ArrayList<>();
        list.forEach(node -> rules.add(new Rule(
                text(node, "id"),
                text(node, "name"),
                text(node, "segment"),
                text(node, "status"),
                text(node.path("then"), "do"))));
        return rules;
    }

    private static Set<String> items(JsonNode list) {
        Set<String> items = new HashSet<>();
        list.forEach(node -> {
            if (text(node.path("measure"), "kind").equals("item-with-most")) {
                items.add(text(node, "name"));
            }
        });
        return items;
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText();
    }

    /// Which bundle decided, for every answer.
    ObjectNode stamp() {
        return Json.mapper().createObjectNode().put("version", version).put("sha256", sha256);
    }

    ObjectNode json() {
        ObjectNode node =
                stamp().put("title", title).put("createdAt", createdAt).put("asOf", asOf);
        segments.forEach(segment ->
                node.withArray("segments").addObject().put("id", segment.id()).put("name", segment.name()));
        rules.forEach(rule -> node.withArray("rules")
                .addObject()
                .put("id", rule.id())
                .put("name", rule.name())
                .put("segment", rule.segment())
                .put("status", rule.status())
                .put("do", rule.treatment()));
        return node;
    }
}
