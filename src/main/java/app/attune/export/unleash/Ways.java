package app.attune.export.unleash;

import app.attune.core.json.Json;
import app.attune.export.flags.Field;
import app.attune.export.flags.Field.Kind;
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
import app.attune.prove.TargetContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The ways in which a condition can hold: each a list of constraints that hold together. No way means nobody, a way
/// without constraints everybody.
///
/// An inverted constraint is exactly what its constraint is not, missing values included.
final class Ways {
    /// More are given up; any number above what a feature may have will do.
    private static final int MOST = 500;

    private static final String LOWEST = String.valueOf(-Double.MAX_VALUE);

    private Ways() {}

    /// Whether what is written is the condition or its opposite.
    private enum Sense {
        AS_IS,
        INVERTED;

        Sense opposite() {
            return this == AS_IS ? INVERTED : AS_IS;
        }
    }

    static List<List<ObjectNode>> of(FlatCondition condition) {
        return of(condition, Sense.AS_IS);
    }

    private static List<List<ObjectNode>> of(FlatCondition condition, Sense sense) {
        return switch (condition) {
            case All all -> sense == Sense.AS_IS ? together(all.parts(), sense) : alternatives(all.parts(), sense);
            case Any any -> sense == Sense.AS_IS ? alternatives(any.parts(), sense) : together(any.parts(), sense);
            case Not not -> of(not.part(), sense.opposite());
            case InSegment member -> throw new IllegalStateException("The segment " + member.id() + " is written out");
            case OneOf one -> isNumber(one) ? equal(one, sense) : List.of(List.of(constraint(one, sense)));
            case Row row -> List.of(List.of(constraint(row, sense)));
        };
    }

    private static boolean isNumber(Row row) {
        return row.field().kind() == Kind.NUMBER || row.field().kind() == Kind.DATE;
    }

    private static List<List<ObjectNode>> alternatives(List<FlatCondition> parts, Sense sense) {
        List<List<ObjectNode>> ways = new ArrayList<>();
        parts.forEach(part -> ways.addAll(of(part, sense)));
        return ways;
    }

    private static List<List<ObjectNode>> together(List<FlatCondition> parts, Sense sense) {
        List<List<ObjectNode>> ways = List.of(List.of());
        for (FlatCondition part : parts) {
            List<List<ObjectNode>> more = of(part, sense);
            List<List<ObjectNode>> both = new ArrayList<>();
            for (int i = 0; i < ways.size() && both.size() <= MOST; i++) {
                for (List<ObjectNode> other : more) {
                    List<ObjectNode> way = new ArrayList<>(ways.get(i));
                    way.addAll(other);
                    both.add(way);
                }
            }
            ways = both;
        }
        return ways;
    }

    /// Numbers that are equal stand neither above nor below: some clients take numbers next to one another for equal.
    private static List<List<ObjectNode>> equal(OneOf one, Sense sense) {
        List<JsonNode> values = one.values().stream()
                .distinct()
                .sorted(Comparator.comparingDouble(JsonNode::doubleValue))
                .toList();
        if (sense == Sense.AS_IS) {
            return values.stream()
                    .map(value -> List.of(number(one, "NUM_GTE", value), number(one, "NUM_LTE", value)))
                    .toList();
        }
        return between(one, values);
    }

    /// Below the first, which a missing value is too, between two, and above the last.
    private static List<List<ObjectNode>> between(OneOf one, List<JsonNode> values) {
        List<List<ObjectNode>> ways = new ArrayList<>();
        ways.add(List.of(number(one, "NUM_GTE", values.getFirst()).put("inverted", true)));
        for (int i = 1; i < values.size(); i++) {
            ways.add(List.of(number(one, "NUM_GT", values.get(i - 1)), number(one, "NUM_LT", values.get(i))));
        }
        ways.add(List.of(number(one, "NUM_GT", values.getLast())));
        return ways;
    }

    private static ObjectNode number(Row row, String operator, JsonNode value) {
        return written(row, operator, Sense.AS_IS).put("value", value.asText());
    }

    private static ObjectNode written(Row row, String operator, Sense sense) {
        return Json.mapper()
                .createObjectNode()
                .put("contextName", row.field().path())
                .put("operator", operator)
                .put("inverted", sense == Sense.INVERTED)
                .put("caseInsensitive", false);
    }

    private static ObjectNode constraint(Row row, Sense sense) {
        return switch (row) {
            case Present present ->
                isNumber(present) ? written(row, "NUM_GTE", sense).put("value", LOWEST) : there(row, sense);
            case OneOf one ->
                listing(
                        written(row, "IN", sense),
                        one.values().stream().map(JsonNode::asText).toList());
            case Ordered ordered ->
                written(row, operator(ordered.order()), sense)
                        .put("value", ordered.limit().asText());
            case Contains contains -> parts(row, "STR_CONTAINS", contains.texts(), sense);
            case StartsWith starts -> parts(row, "STR_STARTS_WITH", starts.texts(), sense);
        };
    }

    /// The property that tells of a field that it is there.
    static String present(Field field) {
        return "present:" + field.path();
    }

    private static ObjectNode there(Row row, Sense sense) {
        ObjectNode constraint = written(row, "IN", sense).put("contextName", present(row.field()));
        return listing(constraint, List.of(TargetContext.PRESENT));
    }

    /// Every text that is there has an empty one in it, which clients leave out.
    private static ObjectNode parts(Row row, String operator, List<String> texts, Sense sense) {
        return texts.contains("") ? there(row, sense) : listing(written(row, operator, sense), texts);
    }

    private static ObjectNode listing(ObjectNode constraint, List<String> values) {
        ArrayNode list = constraint.putArray("values");
        values.forEach(list::add);
        return constraint;
    }

    private static String operator(Order order) {
        return switch (order) {
            case AT_LEAST -> "NUM_GTE";
            case AT_MOST -> "NUM_LTE";
            case MORE_THAN -> "NUM_GT";
            case LESS_THAN -> "NUM_LT";
        };
    }
}
