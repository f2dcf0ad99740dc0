package app.attune.export.jsonlogic;

import app.attune.export.javascript.Coercion;
import app.attune.export.jsonlogic.JsonLogic.Dialect;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.DoubleBinaryOperator;

/// An operator that needs the values of all its arguments and nothing else.
@FunctionalInterface
interface Operation {
    JsonNode of(List<JsonNode> arguments);

    static Optional<Operation> named(String name, Dialect dialect) {
        Optional<Operation> known = comparison(name).or(() -> arithmetic(name)).or(() -> onTexts(name));
        return known.isEmpty() && dialect == Dialect.FLAGD ? ofFlagd(name) : known;
    }

    private static Optional<Operation> comparison(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "==" -> pair(Coercion::alike);
                    case "!=" -> pair((a, b) -> !Coercion.alike(a, b));
                    case "===" -> pair(Coercion::same);
                    case "!==" -> pair((a, b) -> !Coercion.same(a, b));
                    case ">" -> pair((a, b) -> Coercion.less(b, a));
                    case ">=" -> pair((a, b) -> Coercion.atMost(b, a));
                    case "<" -> chain(Coercion::less);
                    case "<=" -> chain(Coercion::atMost);
                    case "!" -> values -> truth(!Branches.truth(at(values, 0)));
                    case "!!" -> values -> truth(Branches.truth(at(values, 0)));
                    default -> null;
                });
    }

    private static Optional<Operation> arithmetic(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "+" ->
                        values -> number(values.stream()
                                .mapToDouble(Coercion::leadingNumber)
                                .sum());
                    case "*" -> Operation::product;
                    case "-" ->
                        values -> number(
                                values.size() == 1
                                        ? -Coercion.number(values.getFirst())
                                        : Coercion.number(at(values, 0)) - Coercion.number(at(values, 1)));
                    case "/" -> numbers((a, b) -> a / b);
                    case "%" -> numbers((a, b) -> a % b);
                    case "min" ->
                        values -> number(values.stream()
                                .mapToDouble(Coercion::number)
                                .reduce(Double.POSITIVE_INFINITY, Math::min));
                    case "max" ->
                        values -> number(values.stream()
                                .mapToDouble(Coercion::number)
                                .reduce(Double.NEGATIVE_INFINITY, Math::max));
                    default -> null;
                });
    }

    private static Optional<Operation> onTexts(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "cat" -> values -> TextNode.valueOf(Coercion.joined(values, ""));
                    case "substr" -> Operation::part;
                    case "merge" -> Operation::merged;
                    case "log" -> values -> at(values, 0);
                    default -> null;
                });
    }

    private static Optional<Operation> ofFlagd(String name) {
        return switch (name) {
            case "starts_with" -> Optional.of(texts(String::startsWith));
            case "ends_with" -> Optional.of(texts(String::endsWith));
            default -> Optional.empty();
        };
    }

    private static JsonNode at(List<JsonNode> values, int idx) {
        return idx < values.size() ? values.get(idx) : MissingNode.getInstance();
    }

    private static JsonNode truth(boolean value) {
        return BooleanNode.valueOf(value);
    }

    private static JsonNode number(double value) {
        return DoubleNode.valueOf(value);
    }

    private static Operation pair(BiPredicate<JsonNode, JsonNode> test) {
        return values -> truth(test.test(at(values, 0), at(values, 1)));
    }

    /// With three arguments whether the second is between the others.
    private static Operation chain(BiPredicate<JsonNode, JsonNode> test) {
        return values -> truth(test.test(at(values, 0), at(values, 1))
                && (values.size() < 3 || test.test(at(values, 1), at(values, 2))));
    }

    private static Operation numbers(DoubleBinaryOperator operator) {
        return values -> number(operator.applyAsDouble(Coercion.number(at(values, 0)), Coercion.number(at(values, 1))));
    }

    private static Operation texts(BiPredicate<String, String> test) {
        return values -> truth(at(values, 0).isTextual()
                && at(values, 1).isTextual()
                && test.test(values.get(0).textValue(), values.get(1).textValue()));
    }

    private static JsonNode product(List<JsonNode> values) {
        if (values.size() == 1) {
            return values.getFirst();
        }
        return number(values.stream().mapToDouble(Coercion::leadingNumber).reduce(1, (a, b) -> a * b));
    }

    /// From a start, counted from the end when negative; so many code units, or up to so many before the end.
    private static JsonNode part(List<JsonNode> values) {
        String text = Coercion.text(at(values, 0));
        double wanted = Coercion.number(at(values, 1));
        int from = (int) Math.max(0, Math.min(text.length(), wanted < 0 ? text.length() + wanted : wanted));
        if (at(values, 2).isMissingNode()) {
            return TextNode.valueOf(text.substring(from));
        }
        double length = Coercion.number(values.get(2));
        double to = length < 0 ? text.length() + length : from + length;
        return TextNode.valueOf(text.substring(from, (int) Math.max(from, Math.min(text.length(), to))));
    }

    private static JsonNode merged(List<JsonNode> values) {
        ArrayNode merged = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> {
            if (value.isArray()) {
                value.forEach(merged::add);
            } else {
                merged.add(value);
            }
        });
        return merged;
    }
}
