package app.attune.export.jsonlogic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// The operators that ask a rule of every element of a list; what is no list is taken as an empty one.
final class Loops {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int START = 2;

    private Loops() {}

    static Expression named(String name, List<Expression> arguments) {
        Expression list = at(arguments, 0);
        Expression rule = at(arguments, 1);
        return switch (name) {
            case "filter" -> data -> kept(list.in(data), rule);
            case "map" -> data -> mapped(list.in(data), rule);
            case "reduce" -> data -> reduced(list.in(data), rule, start(arguments, data));
            case "all" ->
                data -> {
                    JsonNode elements = list.in(data);
                    return truth(!elements.isEmpty()
                            && elements.isArray()
                            && kept(elements, rule).size() == elements.size());
                };
            case "none" -> data -> truth(kept(list.in(data), rule).isEmpty());
            default -> data -> truth(!kept(list.in(data), rule).isEmpty());
        };
    }

    private static Expression at(List<Expression> arguments, int idx) {
        return idx < arguments.size() ? arguments.get(idx) : data -> MissingNode.getInstance();
    }

    private static JsonNode truth(boolean value) {
        return BooleanNode.valueOf(value);
    }

    private static ArrayNode kept(JsonNode list, Expression rule) {
        ArrayNode kept = NODES.arrayNode();
        if (list.isArray()) {
            list.forEach(element -> {
                if (Branches.truth(rule.in(element))) {
                    kept.add(element);
                }
            });
        }
        return kept;
    }

    private static JsonNode mapped(JsonNode list, Expression rule) {
        ArrayNode mapped = NODES.arrayNode();
        if (list.isArray()) {
            list.forEach(element -> mapped.add(rule.in(element)));
        }
        return mapped;
    }

    private static JsonNode start(List<Expression> arguments, JsonNode data) {
        return arguments.size() > START ? arguments.get(START).in(data) : NullNode.getInstance();
    }

    private static JsonNode reduced(JsonNode list, Expression rule, JsonNode start) {
        JsonNode accumulator = start;
        if (list.isArray()) {
            for (JsonNode element : list) {
                ObjectNode both = NODES.objectNode();
                both.set("current", element);
                both.set("accumulator", accumulator);
                accumulator = rule.in(both);
            }
        }
        return accumulator;
    }
}
