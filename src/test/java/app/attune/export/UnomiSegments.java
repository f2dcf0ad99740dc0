package app.attune.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/// Segments of Unomi, decided as far as exports write them. As there, texts are compared without regard to letter case,
/// and a property that is not there fails all but `missing`.
final class UnomiSegments {
    private final Map<String, JsonNode> conditions = new HashMap<>();

    UnomiSegments(JsonNode file) {
        file.forEach(
                segment -> conditions.put(segment.path("metadata").path("id").asText(), segment.path("condition")));
    }

    boolean has(String id, JsonNode profile) {
        return conditions.containsKey(id) && holds(conditions.get(id), profile);
    }

    private static boolean holds(JsonNode condition, JsonNode profile) {
        JsonNode values = condition.path("parameterValues");
        return switch (condition.path("type").asText()) {
            case "matchAllCondition" -> true;
            case "notCondition" -> !holds(values.path("subCondition"), profile);
            case "booleanCondition" ->
                values.path("operator").asText().equals("or")
                        ? parts(values).anyMatch(part -> holds(part, profile))
                        : parts(values).allMatch(part -> holds(part, profile));
            case "profilePropertyCondition" -> property(values, profile);
            default -> throw new IllegalArgumentException(condition.toString());
        };
    }

    private static java.util.stream.Stream<JsonNode> parts(JsonNode values) {
        return StreamSupport.stream(values.path("subConditions").spliterator(), false);
    }

    private static boolean property(JsonNode values, JsonNode profile) {
        JsonNode given = profile;
        for (String part : values.path("propertyName").asText().split("\\.")) {
            given = given.path(part);
        }
        String operator = values.path("comparisonOperator").asText();
        if (given.isMissingNode()) {
            return operator.equals("missing");
        }
        String value = given.asText().toLowerCase(Locale.ROOT);
        String wanted = values.path("propertyValue").asText().toLowerCase(Locale.ROOT);
        return switch (operator) {
            case "exists" -> true;
            case "missing" -> false;
            case "in" ->
                StreamSupport.stream(values.path("propertyValues").spliterator(), false)
                        .anyMatch(one -> one.asText().toLowerCase(Locale.ROOT).equals(value));
            case "contains" -> value.contains(wanted);
            case "startsWith" -> value.startsWith(wanted);
            case "equals" -> value.equals(wanted);
            case "greaterThan" -> value.compareTo(wanted) > 0;
            case "greaterThanOrEqualTo" -> value.compareTo(wanted) >= 0;
            case "lessThan" -> value.compareTo(wanted) < 0;
            case "lessThanOrEqualTo" -> value.compareTo(wanted) <= 0;
            default -> throw new IllegalArgumentException(operator);
        };
    }
}
