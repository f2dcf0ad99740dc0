package app.attune.decider;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads a JSON text as RFC 8259 says and no other: nothing after the end, no name twice in one object, no half
/// characters, and within limits of depth and length. Cost: one pass.
final class JsonReader {
    private static final int DEEPEST = 1000;
    private static final int LONGEST_NUMBER = 1000;
    private static final int SHOWN = 60;
    private static final JsonValue TRUE = new JsonValue.Flag(true);
    private static final JsonValue FALSE = new JsonValue.Flag(false);

    private final String text;
    private final String what;
    private final JsonTexts texts;
    private final Map<String, String> names = new HashMap<>();
    private int at;
    private int depth;

    private JsonReader(String text, String what) {
        this.text = text;
        this.what = what;
        this.texts = new JsonTexts(text, what);
    }

    /// @param what the text is, such as the name of its file
    /// @throws BundleException `json.unreadable`
    static JsonValue read(String text, String what) {
        if (text.isBlank()) {
            throw new BundleException(
                    JsonFault.CODE, what + " cannot be read: it is empty.", "Choose the file that holds something.");
        }
        JsonReader reader = new JsonReader(text, what);
        JsonValue value = reader.value();
        reader.blank();
        if (reader.at < text.length()) {
            throw reader.fault(
                    reader.at, "something follows after the end", "Delete what comes after the last bracket.");
        }
        return value;
    }

    private JsonValue value() {
        blank();
        char first = peek();
        return switch (first) {
            case '{' -> members();
            case '[' -> sequence();
            case '"' -> new JsonValue.Text(string());
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> figure();
            default -> word();
        };
    }

    private JsonValue members() {
        enter();
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        blank();
        if (peek() != '}') {
            do {
                blank();
                int start = at;
                if (peek() != '"') {
                    throw odd();
                }
                String name = names.computeIfAbsent(string(), known -> known);
                blank();
                take(':');
                if (fields.put(name, value()) != null) {
                    throw fault(start, "\"" + name + "\" is given twice in one object", "Delete one of the two.");
                }
                blank();
            } while (more('}'));
        }
        leave('}');
        return new JsonValue.Members(fields);
    }

    private JsonValue sequence() {
        enter();
        List<JsonValue> values = new ArrayList<>();
        blank();
        if (peek() != ']') {
            do {
                values.add(value());
                blank();
            } while (more(']'));
        }
        leave(']');
        return new JsonValue.Sequence(values);
    }

    private String string() {
        String value = texts.read(at);
        at = texts.end();
        return value;
    }

    private JsonValue figure() {
        int start = at;
        at += peek() == '-' ? 1 : 0;
        int first = at;
        digits();
        if (at > first + 1 && text.charAt(first) == '0') {
            throw fault(first, "a number starts with 0", "Leave out the zero, or put the number in quotation marks.");
        }
        boolean whole = true;
        if (isNext('.')) {
            whole = false;
            at++;
            digits();
        }
        if (isNext('e') || isNext('E')) {
            whole = false;
            at++;
            at += isNext('+') || isNext('-') ? 1 : 0;
            digits();
        }
        if (at - start > LONGEST_NUMBER) {
            throw fault(start, "a number has more than 1,000 digits", JsonFault.BEYOND);
        }
        return new JsonValue.Figure(Double.parseDouble(text.substring(start, at)), whole);
    }

    private void digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            peek();
            throw odd();
        }
    }

    private JsonValue word() {
        int start = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        String word = text.substring(start, at);
        return switch (word) {
            case "null" -> JsonValue.NOTHING;
            case "true" -> TRUE;
            case "false" -> FALSE;
            case "" -> throw odd();
            case "NaN", "Infinity" ->
                throw fault(start, "NaN or Infinity stands where a number belongs", "Write a finite number.");
            default ->
                throw fault(
                        start,
                        "found \"" + word.substring(0, Math.min(SHOWN, word.length())) + "\" without quotation marks",
                        "Put texts in double quotation marks; without them only numbers, true, false and null may"
                                + " stand.");
        };
    }

    private void enter() {
        at++;
        if (++depth > DEEPEST) {
            throw fault(at - 1, "objects and lists are nested more than 1,000 deep", JsonFault.BEYOND);
        }
    }

    private void leave(char close) {
        take(close);
        depth--;
    }

    /// Whether a comma stands here, which is taken, and not the end.
    private boolean more(char close) {
        if (peek() == close) {
            return false;
        }
        take(',');
        return true;
    }

    private void take(char expected) {
        if (peek() != expected) {
            throw odd();
        }
        at++;
    }

    private void blank() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean isNext(char expected) {
        return at < text.length() && text.charAt(at) == expected;
    }

    private char peek() {
        if (at >= text.length()) {
            throw JsonFault.end(what, text);
        }
        return text.charAt(at);
    }

    private BundleException odd() {
        return fault(
                at,
                "found " + text.charAt(at) + " where it cannot stand",
                "Look there for a comma, a quotation mark or a bracket that is missing or too many.");
    }

    private BundleException fault(int offset, String found, String remedy) {
        return JsonFault.at(what, text, offset, found, remedy);
    }
}
