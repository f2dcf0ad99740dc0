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

/// Reads values of a condition's JSON node, and refuses what does not belong with its place.
final class ReadNode {
    private static final int SHOWN = 60;
    private static final String CORRECT = "Correct it at that place, or export it again from where it came.";

    private ReadNode() {}

    static <E extends Enum<E>> E constant(E[] constants, String name, String place) {
        for (E constant : constants) {
            if (ConditionWriter.name(constant).equals(name)) {
                return constant;
            }
        }
        throw unknown(
                place, name, Arrays.stream(constants).map(ConditionWriter::name).toList());
    }

    static Instant instant(JsonNode node, String key, String place) {
        try {
            return Instant.parse(text(node, key, place));
        } catch (DateTimeException e) {
            throw unreadable(place + "/" + key, "an instant such as 2026-11-14T00:00:00Z is expected");
        }
    }

    static String text(JsonNode node, String key, String place) {
        JsonNode text = node.path(key);
        if (!text.isTextual()) {
            throw unreadable(place + "/" + key, "found " + found(text) + ", a text is expected");
        }
        return text.textValue();
    }

    static List<String> texts(JsonNode node, String key, String place) {
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

    static JsonNode array(JsonNode node, String key, String place) {
        JsonNode array = node.path(key);
        if (!array.isArray()) {
            throw unreadable(place + "/" + key, "found " + found(array) + ", a list is expected");
        }
        return array;
    }

    static void only(JsonNode node, Set<String> keys, String place) {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!keys.contains(name)) {
                throw unknown(place + "/" + name, name, keys.stream().sorted().toList());
            }
        }
    }

    static ProblemException unknown(String place, String name, List<String> allowed) {
        return unreadable(
                place,
                "\"" + name + "\" is not known here; known are " + String.join(", ", allowed),
                NearNames.question(name, allowed).orElse(CORRECT));
    }

    static String found(JsonNode node) {
        String text = node.isMissingNode() ? "nothing" : node.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    static ProblemException unreadable(String place, String why) {
        return unreadable(place, why, CORRECT);
    }

    private static ProblemException unreadable(String place, String why, String remedy) {
        return ProblemException.of(
                "segments.unreadable-condition",
                "The condition cannot be read at " + (place.isEmpty() ? "its start" : place) + ": " + why + ".",
                remedy);
    }
}
