package app.attune.segments;

import static app.attune.segments.ReadNode.array;
import static app.attune.segments.ReadNode.constant;
import static app.attune.segments.ReadNode.found;
import static app.attune.segments.ReadNode.only;
import static app.attune.segments.ReadNode.text;
import static app.attune.segments.ReadNode.texts;
import static app.attune.segments.ReadNode.unknown;
import static app.attune.segments.ReadNode.unreadable;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Reads conditions from JSON nodes and names the place of whatever does not belong. Strict: unknown keys are refused.
final class ConditionReader {
    private static final List<String> MEASURES = List.of(
            "count",
            "sum",
            "count-distinct",
            "days-since-last",
            "days-since-first",
            "active-days",
            "average",
            "smallest",
            "largest",
            "first",
            "last",
            "first-text",
            "last-text",
            "sessions",
            "longest-session",
            "most-events",
            "most-of-one-item",
            "item-with-most",
            "steps");

    private ConditionReader() {}

    /// Whether it looks like a condition alone.
    static boolean isCondition(JsonNode node) {
        return Stream.of(
                        "all",
                        "any",
                        "none",
                        "part",
                        "measure",
                        "attribute",
                        "users",
                        "bucket",
                        "consent",
                        "rank",
                        "segment")
                .anyMatch(node::has);
    }

    static Condition condition(JsonNode node, String place, int depth) {
        if (!node.isObject()) {
            throw unreadable(place, "found " + found(node) + ", an object is expected");
        }
        if (depth > ConditionCheck.DEEPEST) {
            throw unreadable(place, "groups are nested more than " + ConditionCheck.DEEPEST + " deep");
        }
        if (node.has("all")) {
            return new AllOf(parts(node, "all", place, depth));
        }
        if (node.has("any")) {
            return new AnyOf(parts(node, "any", place, depth));
        }
        if (node.has("none")) {
            return new NoneOf(parts(node, "none", place, depth));
        }
        if (node.has("part")) {
            return marked(node, place, depth);
        }
        if (PersonJson.is(node)) {
            return PersonJson.read(node, place);
        }
        return node.has("measure") ? events(node, place) : attribute(node, place);
    }

    private static Condition marked(JsonNode node, String place, int depth) {
        only(node, Set.of("part", "muted", "locked", "comment"), place);
        if (node.path("part").has("part")) {
            throw unreadable(place + "/part", "a marked part stands inside a marked part");
        }
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        for (Mark mark : Mark.values()) {
            String name = ConditionWriter.name(mark);
            if (node.has(name) && isTrue(node.path(name), place + "/" + name)) {
                marks.add(mark);
            }
        }
        String comment = node.has("comment") ? text(node, "comment", place) : "";
        return Marks.marked(condition(node.path("part"), place + "/part", depth), marks, comment);
    }

    private static boolean isTrue(JsonNode node, String place) {
        if (!node.isBoolean()) {
            throw unreadable(place, "found " + found(node) + ", true or false is expected");
        }
        return node.booleanValue();
    }

    private static List<Condition> parts(JsonNode node, String word, String place, int depth) {
        only(node, Set.of(word), place);
        JsonNode array = array(node, word, place);
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            parts.add(condition(array.get(i), place + "/" + word + "/" + i, depth + 1));
        }
        return parts;
    }

    private static AttributeCondition attribute(JsonNode node, String place) {
        only(node, Set.of("attribute", "comparison", "values", "whenMissing"), place);
        Asked asked = asked(node, place);
        return new AttributeCondition(
                text(node, "attribute", place), asked.comparison(), asked.values(), asked.whenMissing());
    }

    private static EventCondition events(JsonNode node, String place) {
        only(node, Set.of("measure", "types", "where", "near", "window", "comparison", "values", "whenMissing"), place);
        Asked asked = asked(node, place);
        return measured(node, place)
                .condition()
                .with(asked.comparison(), asked.values())
                .with(asked.whenMissing());
    }

    /// What is measured, without what it is compared with.
    static RankCondition.Ranked.Events measured(JsonNode node, String place) {
        return new RankCondition.Ranked.Events(
                kind(node, place),
                near(node, place),
                measure(node.path("measure"), place + "/measure"),
                WindowReader.window(node.path("window"), place + "/window"));
    }

    static EventKind kind(JsonNode node, String place) {
        List<FieldTest> where = new ArrayList<>();
        JsonNode array = array(node, "where", place);
        for (int i = 0; i < array.size(); i++) {
            where.add(test(array.get(i), place + "/where/" + i));
        }
        return new EventKind(texts(node, "types", place), where);
    }

    private static FieldTest test(JsonNode node, String place) {
        only(node, Set.of("field", "comparison", "values", "whenMissing"), place);
        Asked asked = asked(node, place);
        return new FieldTest(text(node, "field", place), asked.comparison(), asked.values(), asked.whenMissing());
    }

    private static List<Near> near(JsonNode node, String place) {
        List<Near> near = new ArrayList<>();
        if (node.has("near")) {
            JsonNode array = array(node, "near", place);
            for (int i = 0; i < array.size(); i++) {
                near.add(neighbour(array.get(i), place + "/near/" + i));
            }
        }
        return near;
    }

    private static Near neighbour(JsonNode node, String place) {
        only(node, Set.of("relation", "types", "where", "within"), place);
        Near.Relation relation = constant(Near.Relation.values(), text(node, "relation", place), place + "/relation");
        return new Near(relation, kind(node, place), WindowReader.within(node, place));
    }

    private static Asked asked(JsonNode node, String place) {
        Comparison comparison = constant(Comparison.values(), text(node, "comparison", place), place + "/comparison");
        if (!node.has("whenMissing")) {
            return new Asked(comparison, texts(node, "values", place), WhenMissing.NO);
        }
        WhenMissing missing = constant(WhenMissing.values(), text(node, "whenMissing", place), place + "/whenMissing");
        if (missing != comparison.allowed(missing)) {
            throw unreadable(
                    place + "/whenMissing",
                    "\"" + ConditionWriter.name(comparison) + "\" itself says whether a missing value matches");
        }
        return new Asked(comparison, texts(node, "values", place), missing);
    }

    private static Measure measure(JsonNode node, String place) {
        String kind = text(node, "kind", place);
        only(node, keys(kind), place);
        return switch (kind) {
            case "count" -> new Measure.Count();
            case "days-since-last" -> new Measure.DaysSinceLast();
            case "sum" -> new Measure.Sum(text(node, "field", place));
            case "count-distinct" -> new Measure.CountDistinct(text(node, "field", place));
            case "days-since-first" -> new Measure.DaysSinceFirst();
            case "active-days" -> new Measure.ActiveDays();
            case "average", "smallest", "largest", "first", "last" ->
                new Measure.OfField(
                        constant(Measure.Statistic.values(), kind, place + "/kind"), text(node, "field", place));
            case "first-text", "last-text" ->
                new Measure.TextOf(
                        constant(Measure.TextEnd.values(), kind, place + "/kind"), text(node, "field", place));
            case "sessions", "longest-session", "most-events" ->
                new Measure.OfSessions(constant(Measure.SessionNumber.values(), kind, place + "/kind"));
            case "most-of-one-item" -> new Measure.MostOfOneItem();
            case "item-with-most" -> new Measure.ItemWithMost();
            case "steps" -> steps(node, place);
            default -> throw unknown(place + "/kind", kind, MEASURES);
        };
    }

    private static Set<String> keys(String measure) {
        return switch (measure) {
            case "sum",
                    "count-distinct",
                    "average",
                    "smallest",
                    "largest",
                    "first",
                    "last",
                    "first-text",
                    "last-text" -> Set.of("kind", "field");
            case "steps" -> Set.of("kind", "next", "counted", "within");
            default -> Set.of("kind");
        };
    }

    private static Measure steps(JsonNode node, String place) {
        List<EventKind> next = new ArrayList<>();
        JsonNode array = array(node, "next", place);
        for (int i = 0; i < array.size(); i++) {
            only(array.get(i), Set.of("types", "where"), place + "/next/" + i);
            next.add(kind(array.get(i), place + "/next/" + i));
        }
        Measure.Counted counted = constant(Measure.Counted.values(), text(node, "counted", place), place + "/counted");
        return new Measure.Steps(next, WindowReader.within(node, place), counted);
    }
}
