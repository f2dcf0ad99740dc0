package app.attune.recommend.store;

import com.fasterxml.jackson.databind.JsonNode;

/// Fields that must be there.
final class Fields {
    private Fields() {}

    /// @throws IllegalArgumentException naming the field that is missing
    static JsonNode of(JsonNode node, String name) {
        JsonNode field = node.get(name);
        if (field == null || field.isNull()) {
            throw new IllegalArgumentException("the field " + name + " is missing");
        }
        return field;
    }

    static String text(JsonNode node, String name) {
        return of(node, name).asText();
    }
}
