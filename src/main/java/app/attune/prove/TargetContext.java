package app.attune.prove;

import app.attune.core.json.Json;
import app.attune.decider.ServerProfile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Gives an engine what it has to know of a user, as `context.json` of its target says.
public final class TargetContext {
    /// Stands for half of a pair of surrogates.
    public static final char REPLACED = '\uFFFD';

    /// The file's name in the folder of a target.
    public static final String NAME = "context.json";

    /// What a property says that tells of another one that it is there.
    public static final String PRESENT = "yes";

    private final Form form;
    private final List<Given> fields;

    private TargetContext(Form form, List<Given> fields) {
        this.form = form;
        this.fields = List.copyOf(fields);
    }

    /// How values are put together.
    public enum Form {
        /// By parts of the profile; values are as they are, only dates are converted.
        NESTED,
        /// As texts by path, for engines that have nothing else; what is of another kind is left out.
        PROPERTIES,
        /// By column of a table, whose values are of one kind; what is of another is left out.
        COLUMNS,
        /// By name of a property, as texts that [CodedValue] makes; what is of another kind is left out.
        CODED;

        /// As in `context.json`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Given(boolean attribute, String name, String path, String kind, String column, String present) {}

    public static TargetContext read(JsonNode file) {
        List<Given> fields = new ArrayList<>();
        for (JsonNode field : file.path("fields")) {
            String path = field.path("path").asText();
            fields.add(new Given(
                    field.path("source").asText().equals("attributes"),
                    field.path("name").asText(),
                    path,
                    field.path("kind").asText(),
                    field.path("column").asText(path),
                    field.path("present").asText("")));
        }
        return new TargetContext(form(file), fields);
    }

    /// Bundles that do not say it were written when only Unleash had texts.
    private static Form form(JsonNode file) {
        String word = file.path("form").asText();
        for (Form form : Form.values()) {
            if (form.word().equals(word)) {
                return form;
            }
        }
        return file.path("target").asText().equals("unleash") ? Form.PROPERTIES : Form.NESTED;
    }

    /// The context of one user.
    public ObjectNode of(ServerProfile profile) {
        return switch (form) {
            case NESTED -> nested(profile);
            case PROPERTIES -> properties(profile);
            case COLUMNS -> columns(profile);
            case CODED -> coded(profile);
        };
    }

    private ObjectNode nested(ServerProfile profile) {
        ObjectNode context = Json.mapper().createObjectNode();
        ObjectNode attributes = context.putObject("attributes");
        ObjectNode features = context.putObject("features");
        for (Given field : fields) {
            given(field, profile)
                    .ifPresent(value -> (field.attribute() ? attributes : features).set(field.name(), value));
        }
        return context;
    }

    private ObjectNode properties(ServerProfile profile) {
        ObjectNode properties = Json.mapper().createObjectNode();
        for (Given field : fields) {
            given(field, profile).filter(value -> fits(field.kind(), value)).ifPresent(value -> {
                properties.put(field.path(), whole(value.asText()));
                if (!field.present().isEmpty()) {
                    properties.put(field.present(), PRESENT);
                }
            });
        }
        return Json.mapper().createObjectNode().set("properties", properties);
    }

    private ObjectNode columns(ServerProfile profile) {
        ObjectNode row = Json.mapper().createObjectNode();
        for (Given field : fields) {
            given(field, profile).filter(value -> fits(field.kind(), value)).ifPresent(value -> {
                if (field.kind().equals("any")) {
                    row.put(field.column(), whole(value.asText()));
                } else if (value.isTextual()) {
                    row.put(field.column(), whole(value.textValue()));
                } else {
                    row.set(field.column(), value);
                }
            });
        }
        return row;
    }

    private ObjectNode coded(ServerProfile profile) {
        ObjectNode properties = Json.mapper().createObjectNode();
        for (Given field : fields) {
            given(field, profile)
                    .filter(value -> fits(field.kind(), value))
                    .ifPresent(value -> properties.put(field.column(), CodedValue.of(field.kind(), value)));
        }
        return Json.mapper().createObjectNode().set("properties", properties);
    }

    /// Of half of a letter, which neither databases nor clients in other languages hold, is said that it is there.
    private static String whole(String text) {
        StringBuilder whole = new StringBuilder();
        text.codePoints()
                .forEach(letter ->
                        whole.appendCodePoint(Character.getType(letter) == Character.SURROGATE ? REPLACED : letter));
        return whole.toString();
    }

    private static boolean fits(String kind, JsonNode value) {
        return switch (kind) {
            case "text" -> value.isTextual();
            case "number", "date" -> value.isNumber();
            default -> true;
        };
    }

    private static Optional<JsonNode> given(Given field, ServerProfile profile) {
        Map<String, ?> features = field.kind().equals("text") ? profile.items() : profile.features();
        Optional<Object> value =
                Optional.ofNullable((field.attribute() ? profile.attributes() : features).get(field.name()));
        return field.kind().equals("date")
                ? value.flatMap(TargetContext::millis)
                : value.map(one -> Json.mapper().valueToTree(one));
    }

    private static Optional<JsonNode> millis(Object value) {
        try {
            return value instanceof String text
                    ? Optional.of(LongNode.valueOf(Instant.parse(text).toEpochMilli()))
                    : Optional.empty();
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
