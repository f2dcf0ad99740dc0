package app.attune.export.flags;

import app.attune.core.json.Json;
import app.attune.decider.ServerProfile;
import app.attune.export.flags.Field.Kind;
import app.attune.export.flags.Field.Source;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Gives an engine what it has to know of a user, as `context.json` of a target says.
public final class ProfileContext {
    private final List<Field> fields;

    public ProfileContext(Collection<Field> fields) {
        this.fields = List.copyOf(fields);
    }

    /// By parts of the profile; values are as they are, only dates are converted.
    public ObjectNode nested(ServerProfile profile) {
        ObjectNode context = Json.mapper().createObjectNode();
        ObjectNode attributes = context.putObject(Source.ATTRIBUTES.word());
        ObjectNode features = context.putObject(Source.FEATURES.word());
        for (Field field : fields) {
            given(field, profile)
                    .ifPresent(value ->
                            (field.source() == Source.ATTRIBUTES ? attributes : features).set(field.name(), value));
        }
        return context;
    }

    /// As texts by path, for engines that have nothing else; what is of another kind is left out.
    public ObjectNode properties(ServerProfile profile) {
        ObjectNode properties = Json.mapper().createObjectNode();
        for (Field field : fields) {
            given(field, profile)
                    .filter(value -> fits(field.kind(), value))
                    .ifPresent(value -> properties.put(field.path(), value.asText()));
        }
        return Json.mapper().createObjectNode().set("properties", properties);
    }

    private static boolean fits(Kind kind, JsonNode value) {
        return switch (kind) {
            case TEXT -> value.isTextual();
            case NUMBER, DATE -> value.isNumber();
            case ANY -> true;
        };
    }

    private static Optional<JsonNode> given(Field field, ServerProfile profile) {
        Optional<Object> value = field.source() == Source.ATTRIBUTES
                ? Optional.ofNullable(profile.attributes().get(field.name()))
                : Optional.ofNullable(profile.features().get(field.name()));
        return field.kind() == Kind.DATE
                ? value.flatMap(ProfileContext::millis)
                : value.map(Json.mapper()::<JsonNode>valueToTree);
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
