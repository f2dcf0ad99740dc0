package app.attune.segments;

import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Conditions as JSON, format `attune.condition` version 1, described by `schema/condition.schema.json`.
/// Reading what was written gives an equal condition.
public final class ConditionJson {
    /// The newest version, the one that is written.
    public static final int VERSION = 1;

    static final String FORMAT = "attune.condition";

    private ConditionJson() {}

    /// A document of its own on one line, with format and version.
    public static String write(Condition condition) {
        ObjectNode document = Json.mapper().createObjectNode();
        document.put("format", FORMAT).put("version", VERSION);
        document.set("condition", node(condition));
        return Json.write(document);
    }

    /// @throws ProblemException `json.unreadable`, `segments.unknown-format` or `segments.unreadable-condition`
    public static Condition read(String text) {
        JsonNode document = Json.read(text, "The condition");
        if (!FORMAT.equals(document.path("format").asText())) {
            throw ProblemException.of(
                    "segments.unknown-format",
                    "This is no condition: it does not say \"format\": \"" + FORMAT + "\".",
                    "Write \"format\": \"" + FORMAT + "\", \"version\": " + VERSION
                            + " and the condition itself under \"condition\".");
        }
        JsonNode version = document.path("version");
        if (version.asInt(-1) != VERSION) {
            throw ProblemException.of(
                    "segments.unknown-format",
                    "The condition has version " + (version.isMissingNode() ? "none" : version)
                            + "; this version of Attune reads " + FORMAT + " up to version " + VERSION + ".",
                    "Open it with a newer Attune, or export it again.");
        }
        return condition(document.path("condition"));
    }

    /// A condition in any form in which Attune shows one: the document of [#write], a segment as JSON, the condition
    /// alone, or a page of text whose first brace starts one of them.
    ///
    /// @throws ProblemException as [#read]
    public static Condition readShown(String text) {
        int brace = text.indexOf('{');
        boolean page = brace > 0 && !text.strip().startsWith("[") && text.startsWith("\n", brace - 1);
        String json = page ? text.substring(brace) : text;
        JsonNode shown = Json.read(json, "The condition");
        if (!shown.has("format") && shown.path("condition").isObject()) {
            return condition(shown.path("condition"));
        }
        return !shown.has("format") && ConditionReader.isCondition(shown) ? condition(shown) : read(json);
    }

    /// The condition alone, for use inside another document that carries a version.
    public static JsonNode node(Condition condition) {
        return ConditionWriter.node(condition);
    }

    /// Reads what [#node] wrote.
    ///
    /// @throws ProblemException `segments.unreadable-condition` naming the place
    public static Condition condition(JsonNode node) {
        return ConditionReader.condition(node, "", 0);
    }
}
