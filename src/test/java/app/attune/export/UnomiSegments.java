package app.attune.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Segments of Unomi, decided as far as exports write them. As there, texts are compared without regard to letter case,
/// and a property that is not there fails all but `missing`.
final class UnomiSegments {
    private final Map<String, Predicate<JsonNode>> conditions = new HashMap<>();

    UnomiSegments(JsonNode file) {
        file.forEach(segment ->
                conditions.put(segment.path("metadata").path("id").asText(), read(segment.path("condition"))));
    }

    boolean has(String id, JsonNode profile) {
        return conditions.getOrDefault(id, nobody -> false).test(profile);
    }

    private static Predicate<JsonNode> read(JsonNode condition) {
        JsonNode values = condition.path("parameterValues");
        return switch (condition.path("type").asText()) {
            case "matchAllCondition" -> everybody -> true;
            case "notCondition" -> read(values.path("subCondition")).negate();
            case "booleanCondition" ->
                values.path("operator").asText().equals("or")
                        ? parts(values).reduce(nobody -> false, Predicate::or)
                        : parts(values).reduce(everybody -> true, Predicate::and);
            case "profilePropertyCondition" -> property(values);
            default -> throw new IllegalArgumentException(condition.toString());
        };
    }

    private static Stream<Predicate<JsonNode>> parts(JsonNode values) {
        return StreamSupport.stream(values.path("subConditions").spliterator(), false)
                .map(UnomiSegments::read);
    }

    private static Predicate<JsonNode> property(JsonNode values) {
        List<String> path = List.of(values.path("propertyName").asText().split("\\.", -1));
        String operator = values.path("comparisonOperator").asText();
        Predicate<String> test = test(operator, values);
        return profile -> {
            JsonNode given = profile;
            for (String part : path) {
                given = given.path(part);
            }
            return given.isMissingNode()
                    ? operator.equals("missing")
                    : test.test(given.asText().toLowerCase(Locale.ROOT));
        };
    }

    /// Of a value that is there, in lower case.
    private static Predicate<String> test(String operator, JsonNode values) {
        String wanted = wanted(values);
        return switch (operator) {
            case "exists" -> value -> true;
            case "missing" -> value -> false;
            case "in" -> among(values)::contains;
            case "contains" -> value -> value.contains(wanted);
            case "startsWith" -> value -> value.startsWith(wanted);
            case "equals" -> value -> value.equals(wanted);
            case "greaterThan" -> value -> value.compareTo(wanted) > 0;
            case "greaterThanOrEqualTo" -> value -> value.compareTo(wanted) >= 0;
            case "lessThan" -> value -> value.compareTo(wanted) < 0;
            case "lessThanOrEqualTo" -> value -> value.compareTo(wanted) <= 0;
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static Set<String> among(JsonNode values) {
        return StreamSupport.stream(values.path("propertyValues").spliterator(), false)
                .map(one -> one.asText().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static String wanted(JsonNode values) {
        return values.path("propertyValue").asText().toLowerCase(Locale.ROOT);
    }
}
