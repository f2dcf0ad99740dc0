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
            case MarkedCondition marked -> marked(marked);
            case AttributeCondition row -> {
                ObjectNode node = Json.mapper().createObjectNode().put("attribute", row.attribute());
                yield compared(node, row.asked());
            }
            case EventCondition row -> events(row);
            case UserCondition row -> PersonJson.node(row);
        };
    }

    private static ObjectNode group(String word, List<Condition> parts) {
        ObjectNode node = Json.mapper().createObjectNode();
        ArrayNode array = node.putArray(word);
        parts.forEach(part -> array.add(node(part)));
        return node;
    }

    private static ObjectNode marked(MarkedCondition marked) {
        ObjectNode node = Json.mapper().createObjectNode();
        for (Mark mark : Mark.values()) {
            if (marked.marks().contains(mark)) {
                node.put(name(mark), true);
            }
        }
        if (!marked.comment().isBlank()) {
            node.put("comment", marked.comment());
        }
        node.set("part", node(marked.part()));
        return node;
    }

    private static ObjectNode events(EventCondition row) {
        ObjectNode node = Json.mapper().createObjectNode();
        return compared(measured(node, row), row.asked());
    }

    /// What is measured, without what it is compared with.
    static ObjectNode measured(ObjectNode node, EventCondition row) {
        node.set("measure", measure(row.measure()));
        kind(node, row.events());
        if (!row.near().isEmpty()) {
            ArrayNode near = node.putArray("near");
            row.near().forEach(one -> near.add(near(one)));
        }
        node.set("window", window(row.window()));
        return node;
    }

    static ObjectNode kind(ObjectNode node, EventKind kind) {
        texts(node.putArray("types"), kind.types());
        ArrayNode where = node.putArray("where");
        kind.where().forEach(test -> {
            ObjectNode field = Json.mapper().createObjectNode().put("field", test.field());
            where.add(compared(field, test.asked()));
        });
        return node;
    }

    private static ObjectNode near(Near near) {
        ObjectNode node = Json.mapper().createObjectNode().put("relation", name(near.relation()));
        return within(kind(node, near.events()), near.within());
    }

    private static ObjectNode within(ObjectNode node, Within within) {
        if (within instanceof Within.Span span) {
            node.putObject("within").put("amount", span.amount()).put("unit", name(span.unit()));
        }
        return node;
    }

    private static ObjectNode compared(ObjectNode node, Asked asked) {
        node.put("comparison", name(asked.comparison()));
        texts(node.putArray("values"), asked.values());
        if (asked.whenMissing() != WhenMissing.NO) {
            node.put("whenMissing", name(asked.whenMissing()));
        }
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
            case Measure.DaysSinceFirst days -> node.put("kind", "days-since-first");
            case Measure.ActiveDays days -> node.put("kind", "active-days");
            case Measure.OfField number ->
                node.put("kind", name(number.statistic())).put("field", number.field());
            case Measure.TextOf text -> node.put("kind", name(text.end())).put("field", text.field());
            case Measure.OfSessions sessions -> node.put("kind", name(sessions.number()));
            case Measure.MostOfOneItem most -> node.put("kind", "most-of-one-item");
            case Measure.ItemWithMost item -> node.put("kind", "item-with-most");
            case Measure.Steps steps -> steps(node.put("kind", "steps"), steps);
        };
    }

    private static ObjectNode steps(ObjectNode node, Measure.Steps steps) {
        ArrayNode next = node.putArray("next");
        steps.next().forEach(kind -> next.add(kind(Json.mapper().createObjectNode(), kind)));
        return within(node.put("counted", name(steps.counted())), steps.within());
    }

    private static ObjectNode window(Window window) {
        ObjectNode node = Json.mapper().createObjectNode();
        return switch (window) {
            case Window.AllTime all -> node.put("kind", "all-time");
            case Window.Last last ->
                node.put("kind", "last").put("amount", last.amount()).put("unit", name(last.unit()));
            case Window.Earlier earlier ->
                node.put("kind", "earlier").put("amount", earlier.amount()).put("unit", name(earlier.unit()));
            case Window.Since since -> kind(node.put("kind", "since-last"), since.last());
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
