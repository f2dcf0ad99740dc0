package app.attune.export.flags;

import app.attune.export.flags.Field.Kind;
import app.attune.export.flags.FlatCondition.Contains;
import app.attune.export.flags.FlatCondition.OneOf;
import app.attune.export.flags.FlatCondition.Order;
import app.attune.export.flags.FlatCondition.Ordered;
import app.attune.export.flags.FlatCondition.Present;
import app.attune.export.flags.FlatCondition.StartsWith;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads conditions of `segments.json`.
///
/// @param kinds of attributes by name, empty for those that the data did not have
record ConditionReader(Map<String, Optional<Kind>> kinds) {
    static ConditionReader of(JsonNode attributes) {
        Map<String, Optional<Kind>> kinds = new HashMap<>();
        for (JsonNode attribute : attributes) {
            kinds.put(
                    attribute.path("name").asText(),
                    switch (attribute.path("kind").asText()) {
                        case "text" -> Optional.of(Kind.TEXT);
                        case "number" -> Optional.of(Kind.NUMBER);
                        case "date" -> Optional.of(Kind.DATE);
                        case "unknown" -> Optional.empty();
                        default -> throw FlagReader.unreadable("the kind of " + attribute + " is not known");
                    });
        }
        return new ConditionReader(kinds);
    }

    FlatCondition read(JsonNode node, String place) {
        if (node.has("all")) {
            return FlatCondition.all(parts(node.path("all"), place));
        }
        if (node.has("any")) {
            return FlatCondition.any(parts(node.path("any"), place));
        }
        if (node.has("none")) {
            return FlatCondition.not(FlatCondition.any(parts(node.path("none"), place)));
        }
        return row(node, place);
    }

    private List<FlatCondition> parts(JsonNode list, String place) {
        List<FlatCondition> parts = new ArrayList<>();
        for (JsonNode part : list) {
            parts.add(read(part, place + "." + (parts.size() + 1)));
        }
        return parts;
    }

    private FlatCondition row(JsonNode node, String place) {
        boolean isFeature = node.has("feature");
        String name = node.path(isFeature ? "feature" : "attribute").asText();
        Optional<Kind> kind = isFeature ? Optional.of(measured(node)) : kinds.get(name);
        String compare = node.path("comparison").asText();
        if (kind == null) {
            throw FlagReader.unreadable("the attribute \"" + name + "\" of " + place + " is not among the attributes");
        }
        if (kind.isEmpty()) {
            return compare.equals("is-missing") ? FlatCondition.EVERYBODY : FlatCondition.NOBODY;
        }
        Field.Source source = isFeature ? Field.Source.FEATURES : Field.Source.ATTRIBUTES;
        List<JsonNode> values = new ArrayList<>();
        node.path("values").forEach(value -> values.add(literal(kind.get(), value, place)));
        return row(new Field(source, name, kind.get()), place + " (" + name + ")", compare, values);
    }

    /// Features are numbers unless they are items.
    private static Kind measured(JsonNode node) {
        return node.path("kind").asText().equals("item") ? Kind.TEXT : Kind.NUMBER;
    }

    private static JsonNode literal(Kind kind, JsonNode value, String place) {
        try {
            return switch (kind) {
                case NUMBER -> DoubleNode.valueOf(value.asDouble() + 0.0);
                case TEXT, ANY -> TextNode.valueOf(value.asText());
                case DATE -> LongNode.valueOf(Instant.parse(value.asText()).toEpochMilli());
            };
        } catch (DateTimeException | ArithmeticException e) {
            throw FlagReader.unreadable("\"" + value.asText() + "\" of " + place + " is not an instant");
        }
    }

    private static FlatCondition row(Field field, String place, String compare, List<JsonNode> values) {
        Present present = new Present(field, place);
        return switch (compare) {
            case "is" -> new OneOf(field, place, values);
            case "is-not" -> FlatCondition.all(List.of(present, FlatCondition.not(new OneOf(field, place, values))));
            case "at-least" -> new Ordered(field, place, Order.AT_LEAST, values.getFirst());
            case "at-most" -> new Ordered(field, place, Order.AT_MOST, values.getFirst());
            case "more-than" -> new Ordered(field, place, Order.MORE_THAN, values.getFirst());
            case "less-than" -> new Ordered(field, place, Order.LESS_THAN, values.getFirst());
            case "between" ->
                FlatCondition.all(List.of(
                        new Ordered(field, place, Order.AT_LEAST, values.getFirst()),
                        new Ordered(field, place, Order.AT_MOST, values.getLast())));
            case "contains" -> new Contains(field, place, texts(values));
            case "starts-with" -> new StartsWith(field, place, texts(values));
            case "is-missing" -> FlatCondition.not(present);
            case "is-present" -> present;
            default -> throw FlagReader.unreadable("the comparison \"" + compare + "\" of " + place + " is not known");
        };
    }

    private static List<String> texts(List<JsonNode> values) {
        return values.stream().map(JsonNode::asText).toList();
    }
}
