package app.attune.export.jsonlogic;

import app.attune.export.javascript.Coercion;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.regex.Pattern;

/// The operators that read data by a path such as `user.address.0`.
final class Lookup {
    private static final Pattern POSITION = Pattern.compile("0|[1-9]\\d{0,8}");

    private Lookup() {}

    /// Reads what is at a path, which is taken apart once where it is always the same.
    static Expression named(List<Expression> arguments) {
        if (arguments.size() == 1
                && arguments.getFirst() instanceof Expression.Constant path
                && path.value().isTextual()
                && !path.value().textValue().isEmpty()) {
            String[] steps = steps(path.value().textValue());
            return data -> at(data, steps, NullNode.getInstance());
        }
        return data -> value(data, Expression.all(arguments, data));
    }

    private static String[] steps(String path) {
        return path.split("\\.", -1);
    }

    /// What is at a path, or the second argument; without a path all data.
    static JsonNode value(JsonNode data, List<JsonNode> arguments) {
        JsonNode path = argument(arguments, 0);
        if (path.isNull()
                || path.isMissingNode()
                || (path.isTextual() && path.textValue().isEmpty())) {
            return data;
        }
        JsonNode otherwise = argument(arguments, 1);
        return at(data, steps(Coercion.text(path)), otherwise.isMissingNode() ? NullNode.getInstance() : otherwise);
    }

    private static JsonNode argument(List<JsonNode> arguments, int idx) {
        return idx < arguments.size() ? arguments.get(idx) : MissingNode.getInstance();
    }

    private static JsonNode at(JsonNode data, String[] steps, JsonNode otherwise) {
        JsonNode found = data;
        for (String step : steps) {
            found = found.isArray() && POSITION.matcher(step).matches()
                    ? found.path(Integer.parseInt(step))
                    : found.path(step);
            if (found.isMissingNode()) {
                return otherwise;
            }
        }
        return found;
    }

    /// Those of the paths at which there is nothing or an empty text.
    static JsonNode missing(JsonNode data, List<JsonNode> arguments) {
        Iterable<JsonNode> paths =
                !arguments.isEmpty() && arguments.getFirst().isArray() ? arguments.getFirst() : arguments;
        ArrayNode missing = JsonNodeFactory.instance.arrayNode();
        for (JsonNode path : paths) {
            JsonNode value = value(data, List.of(path));
            if (value.isNull()
                    || value.isMissingNode()
                    || (value.isTextual() && value.textValue().isEmpty())) {
                missing.add(path);
            }
        }
        return missing;
    }

    /// Nothing when at least so many of the paths lead to something, else those that do not.
    static JsonNode missingSome(JsonNode data, List<JsonNode> arguments) {
        JsonNode paths = argument(arguments, 1);
        JsonNode missing = missing(data, List.of(paths));
        return paths.size() - missing.size() >= Coercion.number(argument(arguments, 0))
                ? JsonNodeFactory.instance.arrayNode()
                : missing;
    }
}
