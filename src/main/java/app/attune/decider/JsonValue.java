package app.attune.decider;

import java.util.List;
import java.util.Map;

/// A value of a JSON text.
sealed interface JsonValue {
    JsonValue NOTHING = new Nothing();

    /// A text, with its escapes resolved.
    record Text(String value) implements JsonValue {}

    /// A number as the nearest double; infinite when it is beyond all of them.
    ///
    /// @param whole written without a fraction and an exponent
    record Figure(double value, boolean whole) implements JsonValue {
        boolean isInt() {
            return whole && value >= Integer.MIN_VALUE && value <= Integer.MAX_VALUE;
        }
    }

    /// True or false.
    record Flag(boolean value) implements JsonValue {}

    /// Null.
    record Nothing() implements JsonValue {}

    /// A list.
    record Sequence(List<JsonValue> values) implements JsonValue {}

    /// An object; its fields are in the order of the text.
    record Members(Map<String, JsonValue> fields) implements JsonValue {}
}
