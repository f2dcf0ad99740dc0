package app.attune.export.jsonlogic;

import app.attune.core.json.Json;
import app.attune.export.flags.FlatCondition;
import app.attune.export.flags.FlatCondition.All;
import app.attune.export.flags.FlatCondition.Any;
import app.attune.export.flags.FlatCondition.Contains;
import app.attune.export.flags.FlatCondition.InSegment;
import app.attune.export.flags.FlatCondition.Not;
import app.attune.export.flags.FlatCondition.OneOf;
import app.attune.export.flags.FlatCondition.Ordered;
import app.attune.export.flags.FlatCondition.Present;
import app.attune.export.flags.FlatCondition.Row;
import app.attune.export.flags.FlatCondition.StartsWith;
import app.attune.export.jsonlogic.JsonLogic.Dialect;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Writes conditions as JsonLogic in a dialect that engines do not disagree on.
///
/// Every row asks first whether there is a value and whether it is of the row's kind: a text is the same as itself
/// made a text, a number the same as itself plus 0. Then it compares within the kind only. There is no `==`, no
/// `missing` (which takes an empty text for missing) and no empty group.
///
/// @param segments how a segment is referred to
public record LogicWriter(Dialect dialect, Function<String, JsonNode> segments) {
    public JsonNode of(FlatCondition condition) {
        return switch (condition) {
            case All all -> all.parts().isEmpty() ? BooleanNode.TRUE : call("and", all(all.parts()));
            case Any any -> any.parts().isEmpty() ? BooleanNode.FALSE : call("or", all(any.parts()));
            case Not not -> call("!", List.of(of(not.part())));
            case InSegment member -> segments.apply(member.id());
            case Row row -> guarded(row);
        };
    }

    private List<JsonNode> all(List<FlatCondition> parts) {
        return parts.stream().map(this::of).toList();
    }

    static ObjectNode call(String operator, List<JsonNode> arguments) {
        ObjectNode node = Json.mapper().createObjectNode();
        ArrayNode list = node.putArray(operator);
        arguments.forEach(list::add);
        return node;
    }

    private static JsonNode value(Row row) {
        return Json.mapper().createObjectNode().put("var", row.field().path());
    }

    private JsonNode guarded(Row row) {
        JsonNode value = value(row);
        List<JsonNode> steps = new ArrayList<>();
        steps.add(call("!==", List.of(value, NullNode.getInstance())));
        switch (row.field().kind()) {
            case TEXT -> steps.add(call("===", List.of(call("cat", List.of(value)), value)));
            case NUMBER, DATE -> steps.add(call("===", List.of(call("+", List.of(value, IntNode.valueOf(0))), value)));
            case ANY -> {
                // Whatever there is will do.
            }
        }
        switch (row) {
            case Present ignored -> {
                // Nothing else is asked.
            }
            case OneOf one ->
                steps.add(call(
                        "in",
                        List.of(
                                hasZero(one.values()) ? call("+", List.of(value, IntNode.valueOf(0))) : value,
                                Json.mapper().createArrayNode().addAll(one.values()))));
            case Ordered ordered -> steps.add(call(ordered.order().sign(), List.of(value, ordered.limit())));
            case Contains contains -> steps.add(any(contains.texts(), text -> call("in", List.of(text, value))));
            case StartsWith starts -> steps.add(any(starts.texts(), text -> startsWith(value, text)));
        }
        return steps.size() == 1 ? steps.getFirst() : call("and", steps);
    }

    /// Engines for Java take a minus 0 for another number than 0 in lists, unless 0 is added.
    private static boolean hasZero(List<JsonNode> values) {
        return values.stream().anyMatch(value -> value.isNumber() && value.doubleValue() == 0);
    }

    private static JsonNode any(List<String> texts, Function<JsonNode, JsonNode> test) {
        List<JsonNode> tests = new ArrayList<>();
        texts.forEach(text -> tests.add(test.apply(TextNode.valueOf(text))));
        return tests.size() == 1 ? tests.getFirst() : call("or", tests);
    }

    /// Every text begins with an empty one; engines take a length of 0 for all that is left.
    private JsonNode startsWith(JsonNode value, JsonNode text) {
        if (dialect == Dialect.FLAGD) {
            return call("starts_with", List.of(value, text));
        }
        int length = text.textValue().length();
        if (length == 0) {
            return BooleanNode.TRUE;
        }
        JsonNode part = call("substr", List.of(value, IntNode.valueOf(0), IntNode.valueOf(length)));
        return call("===", List.of(part, text));
    }
}
