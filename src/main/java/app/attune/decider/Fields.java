package app.attune.decider;

import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// One object of a bundle's JSON, read field by field; whatever is not as expected is named with its place.
record Fields(JsonNode node, String place) {
    static final String REMEDY = "Export the bundle again, or ask for it from where it was exported.";

    Fields {
        if (!node.isObject()) {
            throw malformed(place, "an object is expected");
        }
    }

    /// The only object of a text.
    static Fields parse(String text, String place) {
        return new Fields(Json.read(text, place), place);
    }

    static ProblemException malformed(String place, String reason) {
        return ProblemException.of("bundle.malformed", "Can't use " + place + ": " + reason + ".", REMEDY);
    }

    ProblemException malformed(String reason) {
        return malformed(place, reason);
    }

    boolean has(String name) {
        return node.has(name);
    }

    String text(String name) {
        JsonNode value = node.path(name);
        if (!value.isTextual()) {
            throw malformed("the text \"" + name + "\" is missing");
        }
        return value.asText();
    }

    Optional<String> optionalText(String name) {
        return node.has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    /// False when it is not there.
    boolean flag(String name) {
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw malformed("\"" + name + "\" is neither true nor false");
        }
        return value.asBoolean();
    }

    int whole(String name) {
        JsonNode value = node.path(name);
        if (!value.isInt()) {
            throw malformed("the whole number \"" + name + "\" is missing");
        }
        return value.asInt();
    }

    double number(String name) {
        return number(node.path(name), name);
    }

    double number(JsonNode value, String name) {
        if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
            throw malformed("\"" + name + "\" needs a finite number");
        }
        return value.asDouble();
    }

    Fields object(String name) {
        return new Fields(node.path(name), place + ", " + name);
    }

    JsonNode array(String name) {
        JsonNode value = node.path(name);
        if (!value.isArray()) {
            throw malformed("the list \"" + name + "\" is missing");
        }
        return value;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : array(name)) {
            if (!value.isTextual()) {
                throw malformed("\"" + name + "\" holds something that is not a text");
            }
            texts.add(value.asText());
        }
        return List.copyOf(texts);
    }

    <T> List<T> objects(String name, Function<Fields, T> reading) {
        List<T> read = new ArrayList<>();
        for (JsonNode value : array(name)) {
            read.add(reading.apply(new Fields(value, place + ", " + name + " " + (read.size() + 1))));
        }
        return List.copyOf(read);
    }

    /// Fields of an object by name, in the order of the file.
    Map<String, JsonNode> entries(String name) {
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        object(name).node.properties().forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        return entries;
    }

    void requireFormat() {
        int format = whole("format");
        if (format < BundleFormat.OLDEST || format > BundleFormat.VERSION) {
            throw ProblemException.of(
                    "bundle.format",
                    place + " has format " + format + "; this version reads formats " + BundleFormat.OLDEST + " to "
                            + BundleFormat.VERSION + ".",
                    format < BundleFormat.VERSION
                            ? "It comes from an older Attune, which wrote of consent otherwise. Export it again with"
                                    + " this version, and give the server team the new bundle."
                            : "It comes from a newer Attune. Verify it with that version.");
        }
    }
}
