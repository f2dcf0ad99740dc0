package app.attune.export.flagd;

import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import app.attune.export.jsonlogic.JsonLogic;
import app.attune.export.jsonlogic.JsonLogic.Dialect;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Flags of flagd, decided as far as exports write them: targeting by JsonLogic, with references to evaluators.
/// Source: flagd.dev, flag definitions, schema v0.
public final class FlagdFlags {
    private final Map<String, JsonNode> flags = new HashMap<>();
    private final Map<String, JsonLogic> targeting = new HashMap<>();

    /// @throws ProblemException `flagd.unreadable` or `jsonlogic.unreadable`
    public FlagdFlags(JsonNode file) {
        JsonNode evaluators = file.path("$evaluators");
        file.path("flags").properties().forEach(flag -> {
            flags.put(flag.getKey(), flag.getValue());
            JsonNode rule = flag.getValue().path("targeting");
            if (!rule.isEmpty()) {
                targeting.put(flag.getKey(), JsonLogic.read(referred(rule, evaluators), Dialect.FLAGD));
            }
        });
    }

    private static JsonNode referred(JsonNode node, JsonNode evaluators) {
        if (node.isArray()) {
            ArrayNode list = Json.mapper().createArrayNode();
            node.forEach(part -> list.add(referred(part, evaluators)));
            return list;
        }
        if (!node.isObject()) {
            return node;
        }
        if (node.has("$ref")) {
            String name = node.path("$ref").asText();
            if (!evaluators.path(name).isObject()) {
                throw ProblemException.of(
                        "flagd.unreadable",
                        "The flags refer to the evaluator " + name + ", which is not there.",
                        "Export the flags again.");
            }
            return evaluators.path(name);
        }
        ObjectNode object = Json.mapper().createObjectNode();
        node.properties().forEach(entry -> object.set(entry.getKey(), referred(entry.getValue(), evaluators)));
        return object;
    }

    /// The variant of a flag; empty if there is no such flag, it is off, or its targeting names no variant.
    public Optional<String> variant(String key, JsonNode context) {
        JsonNode flag = flags.get(key);
        if (flag == null || !flag.path("state").asText().equals("ENABLED")) {
            return Optional.empty();
        }
        JsonLogic rule = targeting.get(key);
        JsonNode chosen = rule == null ? flag.path("defaultVariant") : rule.apply(context);
        String variant = chosen.isNull() ? flag.path("defaultVariant").asText() : chosen.asText();
        return flag.path("variants").has(variant) ? Optional.of(variant) : Optional.empty();
    }
}
