package app.attune.events.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigDecimal;

/// Numbers of binary formats as JSON has them: NaN and infinities, which JSON has not, are missing values.
final class JsonNumbers {
    private JsonNumbers() {}

    static JsonNode of(double value) {
        return Double.isFinite(value) ? JsonNodeFactory.instance.numberNode(value) : NullNode.instance;
    }

    /// With the digits a float has, not those of the double nearest to it.
    static JsonNode of(float value) {
        return Float.isFinite(value)
                ? JsonNodeFactory.instance.numberNode(new BigDecimal(Float.toString(value)))
                : NullNode.instance;
    }

    /// A point in time whose zone the file leaves open, so that the mapping's zone holds.
    static String withoutZone(String utc) {
        return utc.substring(0, utc.length() - 1);
    }
}
