package app.attune.recommend.store;

import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/// A JSON value on one line with its checksum, `{"crc32c":"1a2b3c4d","value":...}`.
final class SummedLine {
    private static final String BEFORE = "{\"crc32c\":\"";
    private static final String BETWEEN = "\",\"value\":";
    private static final String AFTER = "}";
    private static final int DIGITS = 8;

    private SummedLine() {}

    static String of(JsonNode value) {
        String text = Json.write(value);
        return BEFORE + sum(text) + BETWEEN + text + AFTER;
    }

    /// @throws IllegalArgumentException if it is not what was written
    static JsonNode read(String line) {
        int start = BEFORE.length() + DIGITS + BETWEEN.length();
        boolean shaped = line.length() > start && line.startsWith(BEFORE) && line.endsWith(AFTER);
        String value = shaped ? line.substring(start, line.length() - AFTER.length()) : "";
        if (!shaped || !line.startsWith(sum(value), BEFORE.length())) {
            throw new IllegalArgumentException("it is not what was written");
        }
        return Json.read(value, "A line of a search");
    }

    private static String sum(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", crc.getValue());
    }
}
