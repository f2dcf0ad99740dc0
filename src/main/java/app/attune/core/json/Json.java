package app.attune.core.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/// JSON read strictly (no duplicate keys, nothing after the end, no types named by the file) and written with its
/// keys in the order of the record.
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private Json() {}

    /// The mapper itself, for streaming readers and writers. Do not reconfigure it.
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /// @throws ProblemException `json.unreadable` naming `what`, the place, what was found and what is allowed
    public static JsonNode read(String text, String what) {
        requireWhole(text, what);
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw JsonProblems.unreadable(what, text, e);
        }
    }

    /// @throws ProblemException `json.unreadable` naming `what`, the place, what was found and what is allowed
    public static <T> T read(String text, Class<T> type, String what) {
        requireWhole(text, what);
        try {
            return MAPPER.readValue(text, type);
        } catch (JacksonException e) {
            throw JsonProblems.unreadable(what, text, e);
        }
    }

    /// On one line.
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JacksonException e) {
            throw new IllegalStateException("A value that cannot be written as JSON: " + value.getClass(), e);
        }
    }

    /// Indented, with a line feed at the end whatever the system.
    public static String writePretty(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter()
                            .writeValueAsString(value)
                            .replace(System.lineSeparator(), "\n")
                    + "\n";
        } catch (JacksonException e) {
            throw new IllegalStateException("A value that cannot be written as JSON: " + value.getClass(), e);
        }
    }

    private static void requireWhole(String text, String what) {
        if (text.isBlank()) {
            throw JsonProblems.empty(what);
        }
        Surrogates.lone(text).ifPresent(offset -> {
            throw JsonProblems.loneSurrogate(what, text, offset);
        });
    }
}
