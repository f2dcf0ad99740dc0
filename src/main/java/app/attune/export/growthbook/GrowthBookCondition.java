package app.attune.export.growthbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Map;

/// Conditions of GrowthBook, asked of attributes.
///
/// An empty `$or` holds for everybody, as an empty `$and` does; a missing attribute is null, which orders as 0. Only
/// what JSON data hold is found by a path, nothing that JavaScript objects inherit.
/// Source: docs.growthbook.io, "Build Your Own SDK", evalCondition.
final class GrowthBookCondition {

    private final Operators operators;

    /// @param savedGroups lists of ids by name
    GrowthBookCondition(JsonNode savedGroups) {
        this.operators = new Operators(this, savedGroups);
    }

    boolean holds(JsonNode condition, JsonNode attributes) {
        for (Map.Entry<String, JsonNode> entry : condition.properties()) {
            JsonNode part = entry.getValue();
            boolean holds = switch (entry.getKey()) {
                case "$or" -> any(part, attributes);
                case "$nor" -> !any(part, attributes);
                case "$and" -> all(part, attributes);
                case "$not" -> !holds(part, attributes);
                default -> value(part, at(attributes, entry.getKey()));
            };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private boolean any(JsonNode conditions, JsonNode attributes) {
        for (JsonNode condition : conditions) {
            if (holds(condition, attributes)) {
                return true;
            }
        }
        return conditions.isEmpty();
    }

    private boolean all(JsonNode conditions, JsonNode attributes) {
        for (JsonNode condition : conditions) {
            if (!holds(condition, attributes)) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode at(JsonNode attributes, String path) {
        JsonNode found = attributes;
        for (String step : path.split("\\.", -1)) {
            found = found.isObject() ? found.path(step) : MissingNode.getInstance();
        }
        return found.isMissingNode() ? NullNode.getInstance() : found;
    }

    /// Whether one value is as wanted: the same after conversion to the kind that is wanted, or by operators.
    boolean value(JsonNode wanted, JsonNode value) {
        if (isOperators(wanted)) {
            for (Map.Entry<String, JsonNode> operator : wanted.properties()) {
                if (!operators.holds(operator.getKey(), value, operator.getValue())) {
                    return false;
                }
            }
            return true;
        }
        return Operators.converted(wanted, value);
    }

    static boolean isOperators(JsonNode wanted) {
        return wanted.isObject()
                && !wanted.isEmpty()
                && wanted.properties().stream().allMatch(entry -> entry.getKey().startsWith("$"));
    }
}
