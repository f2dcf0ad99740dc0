package app.attune.segments;

import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/// Turns conditions into JSON nodes.
final class ConditionWriter {
    private ConditionWriter() {}

    static ObjectNode node(Condition condition) {
        return switch (condition) {
            case AllOf group -> group("all", group.parts());
            case AnyOf group -> group("any", group.parts());
            case NoneOf group -> group("none", group.parts());
            case AttributeCondition row -> {
                ObjectNode node = Json.mapper().createObjectNode().put("attribute", row.attribute());
                yield compared(node, row.comparison(), row.values());
            }
            case EventCondition row -> events(row);
        };
    }

    private static ObjectNode group(String word, List<Condition> parts) {
        ObjectNode node = Json.mapper().createObjectNode();
        ArrayNode array = node.putArray(word);
        parts.forEach(part -> array.add(node(part)));
        return node;
    }

    private static ObjectNode events(EventCondition row) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.set("measure", measure(row.measure()));
        texts(node.putArray("types"), row.types());
        ArrayNode where = node.putArray("where");
        row.where().forEach(test -> {
            ObjectNode field = Json.mapper().createObjectNode().put("field", test.field());
            where.add(compared(field, test.comparison(), test.values()));
        });
        node.set("window", window(row.window()));
        return compared(node, row.comparison(), row.values());
    }

    private static ObjectNode compared(ObjectNode node, Comparison comparison, List<String> values) {
        node.put("comparison", name(comparison));
        texts(node.putArray("values"), values);
        return node;
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private static ObjectNode measure(Measure measure) {
        ObjectNode node = Json.mapper().createObjectNode();
        return switch (measure) {
            case Measure.Count count -> node.put("kind", "count");
            case Measure.Sum sum -> node.put("kind", "sum").put("field", sum.field());
            case Measure.CountDistinct distinct ->
                node.put("kind", "count-distinct").put("field", distinct.field());
            case Measure.DaysSinceLast days -> node.put("kind", "days-since-last");
        };
    }

    private static ObjectNode window(Window window) {
        ObjectNode node = Json.mapper().createObjectNode();
        return switch (window) {
            case Window.AllTime all -> node.put("kind", "all-time");
            case Window.Last last ->
                node.put("kind", "last").put("amount", last.amount()).put("unit", name(last.unit()));
            case Window.Earlier earlier ->
                node.put("kind", "earlier").put("amount", earlier.amount()).put("unit", name(earlier.unit()));
            case Window.Between between ->
                node.put("kind", "between")
                        .put("from", between.from().toString())
                        .put("to", between.to().toString());
        };
    }

    /// As in `at-least`.
    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
