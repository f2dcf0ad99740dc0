package app.attune.export.flags;

import app.attune.core.json.Json;
import app.attune.prove.TargetContext.Form;
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
        if (plan.fields().stream().anyMatch(field -> target.present(field).isPresent())) {
            root.put("present", "Where a value is given, give the property under \"present\" too: yes.");
        }
        ArrayNode fields = root.putArray("fields");
        Map<Field, String> columns = target.columns(plan);
        for (Field field : plan.fields()) {
            ObjectNode node = fields.addObject();
            node.put("source", field.source().word())
                    .put("name", field.name())
                    .put("path", field.path())
                    .put("kind", field.kind().name().toLowerCase(Locale.ROOT))
                    .put("given", given(target.form(), field.kind()));
            target.present(field).ifPresent(present -> node.put("present", present));
            if (columns.containsKey(field)) {
                node.put("column", columns.get(field));
            }
        }
        ArrayNode flags = root.putArray("flags");
        plan.flags().forEach(flag -> flags.add(flag.key()));
        return Json.writePretty(root);
    }

    private static String given(Form form, Field.Kind kind) {
        if (form == Form.CODED) {
            return coded(kind);
        }
        return switch (kind) {
            case TEXT ->
                switch (form) {
                    case COLUMNS -> "a text; U+FFFD for half of a pair of surrogates, and in PostgreSQL for U+0000";
                    case PROPERTIES -> "a text; U+FFFD for half of a pair of surrogates";
                    case NESTED, CODED -> "a text";
                };
            case NUMBER -> "a number; a minus 0 counts as 0";
            case DATE -> "the number of milliseconds since 1970-01-01T00:00:00Z";
            case ANY -> "whatever the profile has";
        };
    }

    private static String coded(Field.Kind kind) {
        String text = "\"t\" and each byte of the text in UTF-8 as \"x\" and two hexadecimal digits in small letters";
        String bits = "and 16 hexadecimal digits in small letters: ";
        return switch (kind) {
            case TEXT -> text;
            case NUMBER ->
                "\"n\" " + bits
                        + "the bits of the number as a double, 0 for a minus 0, all turned if it is below zero, else"
                        + " the first";
            case DATE -> "\"d\" " + bits + "the milliseconds since 1970-01-01T00:00:00Z, the first bit turned";
            case ANY -> text + "; \"o\" if it is no text";
        };
    }
}
