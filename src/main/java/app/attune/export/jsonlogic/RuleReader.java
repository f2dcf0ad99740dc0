package app.attune.export.jsonlogic;

import app.attune.core.ProblemException;
import app.attune.export.jsonlogic.JsonLogic.Dialect;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads rules: an object of one field is a call of an operator, a list is a list of rules, all else is itself.
record RuleReader(Dialect dialect) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    Expression read(JsonNode rule) {
        if (rule.isArray()) {
            List<Expression> elements = parts(rule);
            if (elements.stream().allMatch(Expression.Constant.class::isInstance)) {
                return new Expression.Constant(rule);
            }
            return data -> NODES.arrayNode().addAll(Expression.all(elements, data));
        }
        if (!rule.isObject() || rule.size() != 1) {
            return new Expression.Constant(rule);
        }
        Map.Entry<String, JsonNode> only = rule.properties().iterator().next();
        List<Expression> arguments =
                only.getValue().isArray() ? parts(only.getValue()) : List.of(read(only.getValue()));
        return call(only.getKey(), arguments);
    }

    private List<Expression> parts(JsonNode list) {
        List<Expression> parts = new ArrayList<>(list.size());
        for (JsonNode part : list) {
            parts.add(read(part));
        }
        return List.copyOf(parts);
    }

    private Expression call(String name, List<Expression> arguments) {
        return switch (name) {
            case "if", "?:" -> data -> Branches.choose(arguments, data);
            case "and" -> data -> Branches.and(arguments, data);
            case "or" -> data -> Branches.or(arguments, data);
            case "filter", "map", "reduce", "all", "none", "some" -> Loops.named(name, arguments);
            case "var" -> Lookup.named(arguments);
            case "missing" -> data -> Lookup.missing(data, Expression.all(arguments, data));
            case "missing_some" -> data -> Lookup.missingSome(data, Expression.all(arguments, data));
            case "in" -> Membership.of(arguments);
            default -> {
                Operation operation = Operation.named(name, dialect).orElseThrow(() -> unknown(name));
                yield data -> operation.of(Expression.all(arguments, data));
            }
        };
    }

    private static ProblemException unknown(String name) {
        return ProblemException.of(
                "jsonlogic.unreadable",
                "The rule calls the operator \"" + name + "\", which JsonLogic does not have.",
                "Write the rule with the operators of jsonlogic.com.");
    }
}
