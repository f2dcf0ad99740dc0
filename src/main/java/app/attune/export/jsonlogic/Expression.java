package app.attune.export.jsonlogic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// A part of a rule that has a value in data; a missing node is what JavaScript calls undefined.
@FunctionalInterface
interface Expression {
    JsonNode in(JsonNode data);

    /// A value that is the same in all data.
    record Constant(JsonNode value) implements Expression {
        @Override
        public JsonNode in(JsonNode data) {
            return value;
        }
    }

    static List<JsonNode> all(List<Expression> parts, JsonNode data) {
        List<JsonNode> values = new ArrayList<>(parts.size());
        for (Expression part : parts) {
            values.add(part.in(data));
        }
        return values;
    }
}
