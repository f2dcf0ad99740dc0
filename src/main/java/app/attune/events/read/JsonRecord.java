package app.attune.events.read;

import app.attune.core.json.Json;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.OptionalInt;

/// Makes a record of the text of one JSON object, or says why it is none.
final class JsonRecord {
    private final Encoding encoding;

    JsonRecord(Encoding encoding) {
        this.encoding = encoding;
    }

    /// @param bad the first character of `raw` that could not be decoded
    RawRecord of(long line, String raw, OptionalInt bad) {
        if (bad.isPresent()) {
            String detail = encoding.placeOfBad(raw, bad.getAsInt());
            return broken(line, RejectReason.UNDECODABLE, detail, raw);
        }
        try {
            JsonNode node = Json.mapper().readTree(raw);
            if (!(node instanceof ObjectNode object)) {
                return broken(line, RejectReason.NOT_JSON, "the record is not an object in braces", raw);
            }
            return mayHoldSurrogates(raw) && !isWellFormed(object)
                    ? broken(line, RejectReason.UNDECODABLE, "half of a surrogate pair in a text", raw)
                    : new RawRecord.Tree(line, object, raw);
        } catch (JacksonException e) {
            return broken(line, RejectReason.NOT_JSON, "unreadable" + place(e), raw);
        }
    }

    static RawRecord broken(long line, RejectReason reason, String detail, String raw) {
        return new RawRecord.Broken(new Rejection(line, 0, reason, detail, raw));
    }

    private static String place(JacksonException e) {
        if (e.getLocation() == null) {
            return "";
        }
        int line = e.getLocation().getLineNr();
        return String.format(
                Locale.ROOT,
                " at character %d%s",
                e.getLocation().getColumnNr(),
                line > 1 ? " of line " + line + " of the record" : "");
    }

    private static boolean mayHoldSurrogates(String raw) {
        return raw.contains("\\ud") || raw.contains("\\uD");
    }

    private static boolean isWellFormed(JsonNode node) {
        if (node.isTextual()) {
            return isWellFormed(node.textValue());
        }
        for (String name : iterable(node)) {
            if (!isWellFormed(name)) {
                return false;
            }
        }
        for (JsonNode child : node) {
            if (!isWellFormed(child)) {
                return false;
            }
        }
        return true;
    }

    private static Iterable<String> iterable(JsonNode node) {
        return node::fieldNames;
    }

    private static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
