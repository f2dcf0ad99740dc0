package app.attune.events.read.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Where a value stands in a record. The language, part by part:
///
/// - `/device/category` goes down through members of objects; a number picks an element of a list, from 0.
/// - `/value/int_value|double_value` takes the first of these members that is there and not null.
/// - `/event_params[key=page_title]/value` finds the first element of a list whose member `key` is `page_title`.
/// - `/body/(json)/id` reads a text as JSON; `(base64)` decodes a text to bytes; `(gzip)` expands bytes, and leaves
///   bytes alone that are not compressed. So `/data/(base64)/(gzip)/(json)/user`.
/// - `item/price` starts at the element that [Explode] calls `item`, and `item/(position)` is its place, from 1.
/// - An empty path is the record itself.
///
/// In a name write `~0` for `~`, `~1` for `/`, `~2` for `|`, `~3` for `[` and `~4` for `(`.
///
/// A path that meets nothing gives nothing; one that meets something of another kind (a number where an object should
/// be, a text that is no JSON) gives nothing too, and that is counted.
///
/// @param start the name of an exploded element; blank for the record
record FieldPath(String start, List<Step> steps) {
    /// One part of a path.
    sealed interface Step {
        /// To a member of an object or an element of a list: the first of the names that is there.
        record Member(List<String> names) implements Step {}

        /// To the first element of a list whose member `key` is `value`.
        record Find(String key, String value) implements Step {}

        record Decode(Coding coding) implements Step {}

        /// To the number of the element, from 1.
        record Position() implements Step {}
    }

    /// How a text or bytes stand for something else.
    enum Coding {
        JSON,
        BASE64,
        GZIP,
        UNPACK
    }

    /// @throws app.attune.core.ProblemException `mapping.bad-shape`
    static FieldPath of(String path) {
        if (path.isEmpty()) {
            return new FieldPath("", List.of());
        }
        String[] parts = path.split("/", -1);
        List<Step> steps = new ArrayList<>();
        for (String part : List.of(parts).subList(1, parts.length)) {
            addSteps(part, path, steps);
        }
        return new FieldPath(parts[0], List.copyOf(steps));
    }

    private static void addSteps(String part, String path, List<Step> steps) {
        if (part.startsWith("(")) {
            steps.add(inParentheses(part, path));
            return;
        }
        int bracket = part.indexOf('[');
        String names = bracket < 0 ? part : part.substring(0, bracket);
        steps.add(new Step.Member(
                Stream.of(names.split("\\|", -1)).map(FieldPath::unescaped).toList()));
        if (bracket >= 0) {
            int equals = part.indexOf('=', bracket);
            if (equals < 0 || !part.endsWith("]")) {
                throw ShapeProblems.bad("The path '" + path + "' has a bracket that is not like [key=name]");
            }
            steps.add(new Step.Find(
                    unescaped(part.substring(bracket + 1, equals)),
                    unescaped(part.substring(equals + 1, part.length() - 1))));
        }
    }

    private static Step inParentheses(String part, String path) {
        return switch (part.toLowerCase(Locale.ROOT)) {
            case "(json)" -> new Step.Decode(Coding.JSON);
            case "(base64)" -> new Step.Decode(Coding.BASE64);
            case "(gzip)" -> new Step.Decode(Coding.GZIP);
            case "(unpack)" -> new Step.Decode(Coding.UNPACK);
            case "(position)" -> new Step.Position();
            default -> throw ShapeProblems.bad("The path '" + path + "' has an unknown part '" + part + "'");
        };
    }

    private static String unescaped(String name) {
        return name.replace("~1", "/")
                .replace("~2", "|")
                .replace("~3", "[")
                .replace("~4", "(")
                .replace("~0", "~");
    }
}
