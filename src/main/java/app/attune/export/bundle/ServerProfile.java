package app.attune.export.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a server knows of one user when it decides.
///
/// @param attributes texts, numbers, and dates as ISO-8601 texts; a missing one has no entry
/// @param features   values by feature name; a missing one has no entry
/// @param histories by the kind of the model that looks at it, weights by item
public record ServerProfile(
        Map<String, Object> attributes, Map<String, Double> features, Map<String, Map<String, Double>> histories) {
    private static final int PAIR = 2;

    public ServerProfile {
        attributes = Map.copyOf(attributes);
        features = Map.copyOf(features);
        histories = Map.copyOf(histories);
    }

    static ServerProfile read(Fields fields) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        fields.entries("attributes").forEach((name, value) -> {
            if (value.isTextual()) {
                attributes.put(name, value.asText());
            } else if (!value.isNull()) {
                attributes.put(name, fields.number(value, name));
            }
        });
        Map<String, Double> features = new LinkedHashMap<>();
        fields.entries("features").forEach((name, value) -> {
            if (!value.isNull()) {
                features.put(name, fields.number(value, name));
            }
        });
        Map<String, Map<String, Double>> histories = new LinkedHashMap<>();
        fields.entries("history").forEach((kind, pairs) -> histories.put(kind, history(fields, pairs)));
        return new ServerProfile(attributes, features, histories);
    }

    private static Map<String, Double> history(Fields fields, JsonNode pairs) {
        Map<String, Double> history = new LinkedHashMap<>();
        for (JsonNode pair : pairs) {
            if (pair.size() != PAIR || !pair.get(0).isTextual()) {
                throw fields.malformed("\"history\" holds something that is not an item with its weight");
            }
            history.put(pair.get(0).asText(), fields.number(pair.get(1), "history"));
        }
        return history;
    }

    /// What a model of the kind looks at.
    Map<String, Double> history(String kind) {
        return histories.getOrDefault(kind, Map.of());
    }
}
