package app.attune.export.jsonlogic;

import app.attune.export.javascript.Coercion;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The operator `in`: whether a list has a value, or a text another text.
final class Membership {
    private Membership() {}

    /// Of texts that are always the same a set is made once.
    static Expression of(List<Expression> arguments) {
        if (arguments.size() == 2
                && arguments.getLast() instanceof Expression.Constant list
                && isOfTexts(list.value())) {
            Set<String> texts = new HashSet<>();
            list.value().forEach(text -> texts.add(text.textValue()));
            Expression value = arguments.getFirst();
            return data -> BooleanNode.valueOf(isAmong(value.in(data), texts));
        }
        return data -> {
            List<JsonNode> values = Expression.all(arguments, data);
            return BooleanNode.valueOf(isIn(at(values, 0), at(values, 1)));
        };
    }

    private static boolean isOfTexts(JsonNode list) {
        return list.isArray() && list.valueStream().allMatch(JsonNode::isTextual);
    }

    private static boolean isAmong(JsonNode value, Set<String> texts) {
        return value.isTextual() && texts.contains(value.textValue());
    }

    private static JsonNode at(List<JsonNode> values, int idx) {
        return idx < values.size() ? values.get(idx) : MissingNode.getInstance();
    }

    private static boolean isIn(JsonNode value, JsonNode whole) {
        if (whole.isTextual()) {
            return whole.textValue().contains(Coercion.text(value));
        }
        return whole.isArray() && whole.valueStream().anyMatch(element -> Coercion.same(value, element));
    }
}
