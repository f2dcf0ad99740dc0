package app.attune.decider;

import java.util.LinkedHashMap;
import java.util.Map;

/// What a server knows of one user when it decides.
///
/// @param attributes texts, numbers, and dates as ISO-8601 texts; a missing one has no entry
/// @param features   values by feature name; a missing one has no entry
/// @param history    weights by item
/// @param items      items by the name of a feature that is one; a missing one has no entry
public record ServerProfile(
        Map<String, Object> attributes,
        Map<String, Double> features,
        Map<String, Double> history,
        Map<String, String> items) {
    public ServerProfile {
        attributes = Map.copyOf(attributes);
        features = Map.copyOf(features);
        history = Map.copyOf(history);
        items = Map.copyOf(items);
    }

    /// Without features that are items.
    public ServerProfile(Map<String, Object> attributes, Map<String, Double> features, Map<String, Double> history) {
        this(attributes, features, history, Map.of());
    }

    static ServerProfile read(Fields fields) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        fields.entries("attributes").forEach((name, value) -> {
            if (value instanceof JsonValue.Text text) {
                attributes.put(name, text.value());
            } else if (!(value instanceof JsonValue.Nothing)) {
                attributes.put(name, fields.number(value, name));
            }
        });
        Map<String, Double> features = new LinkedHashMap<>();
        Map<String, String> items = new LinkedHashMap<>();
        fields.entries("features").forEach((name, value) -> {
            if (value instanceof JsonValue.Text text) {
                items.put(name, text.value());
            } else if (!(value instanceof JsonValue.Nothing)) {
                features.put(name, fields.number(value, name));
            }
        });
        return new ServerProfile(attributes, features, history(fields), items);
    }

    private static Map<String, Double> history(Fields fields) {
        Map<String, Double> history = new LinkedHashMap<>();
        fields.pairs("history", "weight", history::put);
        return history;
    }
}
