package app.attune.decider;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a server knows of one user when it decides.
///
/// @param attributes texts, numbers, and dates as ISO-8601 texts; a missing one has no entry
/// @param features   values by feature name; a missing one has no entry
/// @param history weights by item
public record ServerProfile(Map<String, Object> attributes, Map<String, Double> features, Map<String, Double> history) {
    private static final int PAIR = 2;

    public ServerProfile {
        attributes = Map.copyOf(attributes);
        features = Map.copyOf(features);
        history = Map.copyOf(history);
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
        return new ServerProfile(attributes, features, history(fields));
    }

    private static Map<String, Double> history(Fields fields) {
        Map<String, Double> history = new LinkedHashMap<>();
        for (JsonNode pair : fields.array("history")) {
            if (pair.size() != PAIR || !pair.get(0).isTextual()) {
                throw fields.malformed("\"history\" holds something that is not an item with its weight");
            }
            history.put(pair.get(0).asText(), fields.number(pair.get(1), "history"));
        }
        return history;
    }
}
