package app.attune.prove;

import app.attune.core.json.Json;
import app.attune.decider.BundleFolder;
import app.attune.decider.BundleFormat;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The values that a bundle's conditions ask for, and the limits they are compared with.
///
/// @param limits of each field, as they stand in conditions: texts, also of dates, and numbers
record BundleFields(Map<Field, Set<Object>> limits, String consent, String granted) {
    /// @param kind `text`, `number` or `date`
    record Field(boolean attribute, String name, String kind) {}

    static BundleFields of(BundleFolder folder) {
        JsonNode segments = Json.read(folder.text(BundleFormat.SEGMENTS), BundleFormat.SEGMENTS);
        JsonNode features = Json.read(folder.text(BundleFormat.FEATURES), BundleFormat.FEATURES);
        JsonNode consent = Json.read(folder.text(BundleFormat.RULES), BundleFormat.RULES)
                .path("decision")
                .path("consent");
        Map<Field, Set<Object>> limits = new LinkedHashMap<>();
        Map<String, Field> attributes = new LinkedHashMap<>();
        for (JsonNode node : segments.path("attributes")) {
            if (!node.path("kind").asText().equals("unknown")) {
                Field field = new Field(
                        true, node.path("name").asText(), node.path("kind").asText());
                attributes.put(field.name(), field);
                limits.put(field, new LinkedHashSet<>());
            }
        }
        for (JsonNode node : features.path("features")) {
            if (!node.path("measure").path("kind").asText().equals("item-with-most")) {
                limits.put(new Field(false, node.path("name").asText(), "number"), new LinkedHashSet<>());
            }
        }
        String attribute = consent.path("attribute").asText();
        String granted = consent.path("granted").asText();
        Field agreed = attributes.getOrDefault(attribute, new Field(true, attribute, "text"));
        limits.computeIfAbsent(agreed, ignored -> new LinkedHashSet<>()).add(granted);
        segments.path("segments").forEach(segment -> collect(segment.path("condition"), attributes, limits));
        return new BundleFields(limits, attribute, granted);
    }

    private static void collect(JsonNode node, Map<String, Field> attributes, Map<Field, Set<Object>> limits) {
        for (String group : List.of("all", "any", "none")) {
            node.path(group).forEach(part -> collect(part, attributes, limits));
        }
        Field field = node.has("feature")
                ? new Field(
                        false,
                        node.path("feature").asText(),
                        node.path("kind").asText().equals("item") ? "text" : "number")
                : attributes.get(node.path("attribute").asText());
        if (field != null) {
            Set<Object> known = limits.computeIfAbsent(field, ignored -> new LinkedHashSet<>());
            node.path("values").forEach(value -> known.add(value.isNumber() ? value.doubleValue() : value.asText()));
        }
    }

    List<Field> fields() {
        return new ArrayList<>(limits.keySet());
    }
}
