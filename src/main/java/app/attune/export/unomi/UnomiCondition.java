package app.attune.export.unomi;

import app.attune.core.json.Json;
import app.attune.export.flags.Field;
import app.attune.export.flags.FlatCondition;
import app.attune.export.flags.FlatCondition.All;
import app.attune.export.flags.FlatCondition.Any;
import app.attune.export.flags.FlatCondition.Contains;
import app.attune.export.flags.FlatCondition.InSegment;
import app.attune.export.flags.FlatCondition.Not;
import app.attune.export.flags.FlatCondition.OneOf;
import app.attune.export.flags.FlatCondition.Order;
import app.attune.export.flags.FlatCondition.Ordered;
import app.attune.export.flags.FlatCondition.Present;
import app.attune.export.flags.FlatCondition.Row;
import app.attune.export.flags.FlatCondition.StartsWith;
import app.attune.prove.CodedValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Writes conditions as Unomi has them, over coded values only: Unomi compares plain texts without regard to letter
/// case and accents, and cuts numbers to whole ones.
///
/// A property that is not there fails every comparison but `missing`, which is never written.
///
/// @param properties names by field
record UnomiCondition(Map<Field, String> properties) {
    ObjectNode of(FlatCondition condition) {
        return switch (condition) {
            case All all -> all.parts().isEmpty() ? everybody() : group("and", all.parts());
            case Any any -> any.parts().isEmpty() ? not(everybody()) : group("or", any.parts());
            case Not not -> not(of(not.part()));
            case InSegment member -> throw new IllegalStateException("The segment " + member.id() + " is written out");
            case Row row -> row(row);
        };
    }

    private static ObjectNode condition(String type) {
        ObjectNode node = Json.mapper().createObjectNode().put("type", type);
        node.putObject("parameterValues");
        return node;
    }

    private static ObjectNode everybody() {
        return condition("matchAllCondition");
    }

    static ObjectNode not(ObjectNode part) {
        ObjectNode node = condition("notCondition");
        node.withObject("/parameterValues").set("subCondition", part);
        return node;
    }

    private ObjectNode group(String operator, List<FlatCondition> parts) {
        return together(operator, parts.stream().map(this::of).toList());
    }

    static ObjectNode together(String operator, List<ObjectNode> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        ObjectNode node = condition("booleanCondition");
        ObjectNode values = node.withObject("/parameterValues").put("operator", operator);
        ArrayNode list = values.putArray("subConditions");
        parts.forEach(list::add);
        return node;
    }

    private ObjectNode row(Row row) {
        return switch (row) {
            case Present ignored -> property(row, "exists");
            case OneOf one -> {
                ObjectNode node = property(row, "in");
                ArrayNode values = node.withObject("/parameterValues").putArray("propertyValues");
                one.values().forEach(value -> values.add(coded(row, value)));
                yield node;
            }
            case Ordered ordered -> property(row, operator(ordered.order()), coded(row, ordered.limit()));
            case Contains contains ->
                together(
                        "or",
                        contains.texts().stream()
                                .map(text -> property(row, "contains", CodedValue.part(text)))
                                .toList());
            case StartsWith starts ->
                together(
                        "or",
                        starts.texts().stream()
                                .map(text -> property(row, "startsWith", coded(row, TextNode.valueOf(text))))
                                .toList());
        };
    }

    private static String coded(Row row, JsonNode value) {
        return CodedValue.of(row.field().kind().name(), value);
    }

    private static String operator(Order order) {
        return switch (order) {
            case AT_LEAST -> "greaterThanOrEqualTo";
            case AT_MOST -> "lessThanOrEqualTo";
            case MORE_THAN -> "greaterThan";
            case LESS_THAN -> "lessThan";
        };
    }

    private ObjectNode property(Row row, String operator) {
        ObjectNode node = condition("profilePropertyCondition");
        String name = Objects.requireNonNull(properties.get(row.field()), row.place());
        node.withObject("/parameterValues")
                .put("propertyName", "properties." + name)
                .put("comparisonOperator", operator);
        return node;
    }

    private ObjectNode property(Row row, String operator, String value) {
        ObjectNode node = property(row, operator);
        node.withObject("/parameterValues").put("propertyValue", value);
        return node;
    }
}
