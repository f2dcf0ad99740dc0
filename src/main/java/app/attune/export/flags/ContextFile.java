package app.attune.export.flags;

import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;

/// What a server has to give an engine of each user.
final class ContextFile {
    private ContextFile() {}

    static String of(RuleTarget target, FlagPlan plan) {
        ObjectNode root = Json.mapper().createObjectNode();
        root.put("target", target.name()).put("format", target.format());
        root.put("form", target.form().word());
        root.put(
                "missing",
                "Leave out what is missing. A value of another kind than its field counts as missing; a date that is"
                        + " not an ISO-8601 instant does too, and is left out.");
        ArrayNode fields = root.putArray("fields");
        Map<Field, String> columns = target.columns(plan);
        for (Field field : plan.fields()) {
            ObjectNode node = fields.addObject();
            node.put("source", field.source().word())
                    .put("name", field.name())
                    .put("path", field.path())
                    .put("kind", field.kind().name().toLowerCase(Locale.ROOT))
                    .put("given", given(field.kind()));
            if (columns.containsKey(field)) {
                node.put("column", columns.get(field));
            }
        }
        ArrayNode flags = root.putArray("flags");
        plan.flags().forEach(flag -> flags.add(flag.key()));
        return Json.writePretty(root);
    }

    private static String given(Field.Kind kind) {
        return switch (kind) {
            case TEXT -> "a text";
            case NUMBER -> "a number";
            case DATE -> "the number of milliseconds since 1970-01-01T00:00:00Z";
            case ANY -> "whatever the profile has";
        };
    }
}
