package app.attune.segments;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/// Checks JSON against the few words of JSON Schema that our schemas use.
final class SchemaSubset {
    private final JsonNode schema;

    SchemaSubset(JsonNode schema) {
        this.schema = schema;
    }

    boolean accepts(JsonNode value) {
        return accepts(schema, value);
    }

    private boolean accepts(JsonNode rule, JsonNode value) {
        if (rule.has("$ref")) {
            return accepts(schema.at(rule.get("$ref").textValue().substring(1)), value);
        }
        return oneOf(rule, value)
                && constant(rule, value)
                && type(rule, value)
                && keys(rule, value)
                && items(rule, value);
    }

    private boolean oneOf(JsonNode rule, JsonNode value) {
        return !rule.has("oneOf")
                || StreamSupport.stream(rule.get("oneOf").spliterator(), false)
                                .filter(choice -> accepts(choice, value))
                                .count()
                        == 1;
    }

    private static boolean constant(JsonNode rule, JsonNode value) {
        boolean listed = !rule.has("enum")
                || StreamSupport.stream(rule.get("enum").spliterator(), false).anyMatch(value::equals);
        return listed && (!rule.has("const") || rule.get("const").equals(value));
    }

    private static boolean type(JsonNode rule, JsonNode value) {
        boolean fits = switch (rule.path("type").asText("any")) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "any" -> true;
            default -> throw new IllegalArgumentException("Unknown type in " + rule);
        };
        return fits
                && (!rule.has("minimum")
                        || value.asDouble() >= rule.get("minimum").asDouble())
                && (!rule.has("maximum")
                        || value.asDouble() <= rule.get("maximum").asDouble());
    }

    private boolean keys(JsonNode rule, JsonNode value) {
        for (JsonNode key : rule.path("required")) {
            if (!value.has(key.textValue())) {
                return false;
            }
        }
        boolean closed = rule.has("additionalProperties");
        return value.properties().stream().allMatch(entry -> {
            JsonNode inner = rule.path("properties").path(entry.getKey());
            return inner.isMissingNode() ? !closed : accepts(inner, entry.getValue());
        });
    }

    private boolean items(JsonNode rule, JsonNode value) {
        return !rule.has("items")
                || IntStream.range(0, value.size()).allMatch(i -> accepts(rule.get("items"), value.get(i)));
    }
}
