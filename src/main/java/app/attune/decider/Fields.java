package app.attune.decider;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// One object of a bundle's JSON, read field by field; whatever is not as expected is named with its place.
record Fields(JsonValue node, String place) {
    static final String REMEDY = "Export the bundle again, or ask for it from where it was exported.";

    Fields {
        if (!(node instanceof JsonValue.Members)) {
            throw malformed(place, "an object is expected");
        }
    }

    /// The only object of a text.
    static Fields parse(String text, String place) {
        return new Fields(JsonReader.read(text, place), place);
    }

    static BundleException malformed(String place, String reason) {
        return new BundleException("bundle.malformed", "Can't use " + place + ": " + reason + ".", REMEDY);
    }

    BundleException malformed(String reason) {
        return malformed(place, reason);
    }

    boolean has(String name) {
        return fields().containsKey(name);
    }

    String text(String name) {
        if (!(path(name) instanceof JsonValue.Text text)) {
            throw malformed("the text \"" + name + "\" is missing");
        }
        return text.value();
    }

    Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    /// False when it is not there.
    boolean flag(String name) {
        if (!has(name)) {
            return false;
        }
        if (!(path(name) instanceof JsonValue.Flag flag)) {
            throw malformed("\"" + name + "\" is neither true nor false");
        }
        return flag.value();
    }

    int whole(String name) {
        if (!(path(name) instanceof JsonValue.Figure figure && figure.isInt())) {
            throw malformed("the whole number \"" + name + "\" is missing");
        }
        return (int) figure.value();
    }

    double number(String name) {
        return number(path(name), name);
    }

    double number(JsonValue value, String name) {
        if (!(value instanceof JsonValue.Figure figure && Double.isFinite(figure.value()))) {
            throw malformed("\"" + name + "\" needs a finite number");
        }
        return figure.value();
    }

    Fields object(String name) {
        return new Fields(path(name), place + ", " + name);
    }

    List<JsonValue> array(String name) {
        if (!(path(name) instanceof JsonValue.Sequence list)) {
            throw malformed("the list \"" + name + "\" is missing");
        }
        return list.values();
    }

    double[] numbers(String name) {
        return array(name).stream().mapToDouble(value -> number(value, name)).toArray();
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonValue value : array(name)) {
            if (!(value instanceof JsonValue.Text text)) {
                throw malformed("\"" + name + "\" holds something that is not a text");
            }
            texts.add(text.value());
        }
        return List.copyOf(texts);
    }

    <T> List<T> objects(String name, Function<Fields, T> reading) {
        List<T> read = new ArrayList<>();
        for (JsonValue value : array(name)) {
            read.add(reading.apply(new Fields(value, place + ", " + name + " " + (read.size() + 1))));
        }
        return List.copyOf(read);
    }

    /// Fields of an object by name, in the order of the file.
    Map<String, JsonValue> entries(String name) {
        return object(name).fields();
    }

    /// Takes one item with its number.
    @FunctionalInterface
    interface Pairs {
        void take(String item, double number);
    }

    /// A list of lists of an item and its number.
    ///
    /// @param number what it is, such as its weight
    void pairs(String name, String number, Pairs pairs) {
        for (JsonValue value : array(name)) {
            if (!(value instanceof JsonValue.Sequence pair
                    && pair.values().size() == 2
                    && pair.values().getFirst() instanceof JsonValue.Text item)) {
                throw malformed("\"" + name + "\" holds something that is not an item with its " + number);
            }
            pairs.take(item.value(), number(pair.values().getLast(), name));
        }
    }

    private Map<String, JsonValue> fields() {
        return node instanceof JsonValue.Members members ? members.fields() : Map.of();
    }

    /// Null in the sense of JSON if it is not there.
    private JsonValue path(String name) {
        return fields().getOrDefault(name, JsonValue.NOTHING);
    }

    void requireFormat() {
        int format = whole("format");
        if (format < BundleFormat.OLDEST || format > BundleFormat.VERSION) {
            throw new BundleException(
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
