package app.attune.segments;

import app.attune.core.NearNames;
import app.attune.core.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Reads conditions from JSON nodes and names the place of whatever does not belong. Strict: unknown keys are refused.
final class ConditionReader {
    private static final int SHOWN = 60;
    private static final String CORRECT = "Correct it at that place, or export it again from where it came.";

    private ConditionReader() {}

    /// Whether it looks like a condition alone.
    static boolean isCondition(JsonNode node) {
        return Stream.of("all", "any", "none", "measure", "attribute").anyMatch(node::has);
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
        return node.has("measure") ? events(node, place) : attribute(node, place);
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
        only(node, Set.of("attribute", "comparison", "values"), place);
        return new AttributeCondition(
                text(node, "attribute", place), comparison(node, place), texts(node, "values", place));
    }

    private static EventCondition events(JsonNode node, String place) {
        only(node, Set.of("measure", "types", "where", "window", "comparison", "values"), place);
        List<FieldTest> where = new ArrayList<>();
        JsonNode array = array(node, "where", place);
        for (int i = 0; i < array.size(); i++) {
            where.add(test(array.get(i), place + "/where/" + i));
        }
        return new EventCondition(
                texts(node, "types", place),
                where,
                measure(node.path("measure"), place + "/measure"),
                window(node.path("window"), place + "/window"),
                comparison(node, place),
                texts(node, "values", place));
    }

    private static FieldTest test(JsonNode node, String place) {
        only(node, Set.of("field", "comparison", "values"), place);
        return new FieldTest(text(node, "field", place), comparison(node, place), texts(node, "values", place));
    }

    private static Measure measure(JsonNode node, String place) {
        String kind = text(node, "kind", place);
        boolean reads = kind.equals("sum") || kind.equals("count-distinct");
        only(node, reads ? Set.of("kind", "field") : Set.of("kind"), place);
        return switch (kind) {
            case "count" -> new Measure.Count();
            case "days-since-last" -> new Measure.DaysSinceLast();
            case "sum" -> new Measure.Sum(text(node, "field", place));
            case "count-distinct" -> new Measure.CountDistinct(text(node, "field", place));
            default ->
                throw unknown(place + "/kind", kind, List.of("count", "sum", "count-distinct", "days-since-last"));
        };
    }

    private static Window window(JsonNode node, String place) {
        String kind = text(node, "kind", place);
        return switch (kind) {
            case "all-time" -> {
                only(node, Set.of("kind"), place);
                yield new Window.AllTime();
            }
            case "last" -> new Window.Last(amount(node, place), unit(node, place));
            case "earlier" -> new Window.Earlier(amount(node, place), unit(node, place));
            case "between" -> between(node, place);
            default -> throw unknown(place + "/kind", kind, List.of("all-time", "last", "earlier", "between"));
        };
    }

    private static Window between(JsonNode node, String place) {
        only(node, Set.of("kind", "from", "to"), place);
        Instant from = instant(node, "from", place);
        Instant to = instant(node, "to", place);
        if (to.isBefore(from)) {
            throw unreadable(place, "the window ends before it starts");
        }
        return new Window.Between(from, to);
    }

    private static int amount(JsonNode node, String place) {
        only(node, Set.of("kind", "amount", "unit"), place);
        JsonNode amount = node.path("amount");
        if (!amount.isInt() || amount.intValue() < 1) {
            throw unreadable(
                    place + "/amount", "found " + found(amount) + ", a whole number of at least 1 is expected");
        }
        return amount.intValue();
    }

    private static Window.Unit unit(JsonNode node, String place) {
        return constant(Window.Unit.values(), text(node, "unit", place), place + "/unit");
    }

    private static Comparison comparison(JsonNode node, String place) {
        return constant(Comparison.values(), text(node, "comparison", place), place + "/comparison");
    }

    private static <E extends Enum<E>> E constant(E[] constants, String name, String place) {
        for (E constant : constants) {
            if (ConditionWriter.name(constant).equals(name)) {
                return constant;
            }
        }
        throw unknown(
                place, name, Arrays.stream(constants).map(ConditionWriter::name).toList());
    }

    private static Instant instant(JsonNode node, String key, String place) {
        try {
            return Instant.parse(text(node, key, place));
        } catch (DateTimeException e) {
            throw unreadable(place + "/" + key, "an instant such as 2026-11-14T00:00:00Z is expected");
        }
    }

    private static String text(JsonNode node, String key, String place) {
        JsonNode text = node.path(key);
        if (!text.isTextual()) {
            throw unreadable(place + "/" + key, "found " + found(text) + ", a text is expected");
        }
        return text.textValue();
    }

    private static List<String> texts(JsonNode node, String key, String place) {
        List<String> texts = new ArrayList<>();
        for (JsonNode text : array(node, key, place)) {
            if (!text.isTextual()) {
                throw unreadable(
                        place + "/" + key, "found " + found(text) + ", only texts are expected, in quotation marks");
            }
            texts.add(text.textValue());
        }
        return texts;
    }

    private static JsonNode array(JsonNode node, String key, String place) {
        JsonNode array = node.path(key);
        if (!array.isArray()) {
            throw unreadable(place + "/" + key, "found " + found(array) + ", a list is expected");
        }
        return array;
    }

    private static void only(JsonNode node, Set<String> keys, String place) {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!keys.contains(name)) {
                throw unknown(place + "/" + name, name, keys.stream().sorted().toList());
            }
        }
    }

    private static ProblemException unknown(String place, String name, List<String> allowed) {
        return unreadable(
                place,
                "\"" + name + "\" is not known here; known are " + String.join(", ", allowed),
                NearNames.question(name, allowed).orElse(CORRECT));
    }

    private static String found(JsonNode node) {
        String text = node.isMissingNode() ? "nothing" : node.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private static ProblemException unreadable(String place, String why) {
        return unreadable(place, why, CORRECT);
    }

    private static ProblemException unreadable(String place, String why, String remedy) {
        return ProblemException.of(
                "segments.unreadable-condition",
                "The condition cannot be read at " + (place.isEmpty() ? "its start" : place) + ": " + why + ".",
                remedy);
    }
}
