package app.attune.export.jsonlogic;

import app.attune.export.javascript.Coercion;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;

/// The operators that look at their parts only as far as they need them.
final class Branches {
    private Branches() {}

    /// As in JavaScript but for an empty list, which is false.
    static boolean truth(JsonNode value) {
        return Coercion.truth(value) && !(value.isArray() && value.isEmpty());
    }

    /// Conditions and values in turn, at the end perhaps a value for all other cases.
    static JsonNode choose(List<Expression> parts, JsonNode data) {
        int at = 0;
        for (; at + 1 < parts.size(); at += 2) {
            if (truth(parts.get(at).in(data))) {
                return parts.get(at + 1).in(data);
            }
        }
        return at < parts.size() ? parts.get(at).in(data) : NullNode.getInstance();
    }

    /// The first part that is false, else the last.
    static JsonNode and(List<Expression> parts, JsonNode data) {
        JsonNode value = MissingNode.getInstance();
        for (Expression part : parts) {
            value = part.in(data);
            if (!truth(value)) {
                return value;
            }
        }
        return value;
    }

    /// The first part that is true, else the last.
    static JsonNode or(List<Expression> parts, JsonNode data) {
        JsonNode value = MissingNode.getInstance();
        for (Expression part : parts) {
            value = part.in(data);
            if (truth(value)) {
                return value;
            }
        }
        return value;
    }
}
