package app.attune.export.unleash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Whom and when a feature is asked for.
///
/// @param fields fields that Unleash names, such as `userId` and `currentTime`, and `properties` of our own; what a
///               value is of is lost, all are texts
/// @param random for those who have nothing that could be stuck to
record UnleashContext(JsonNode fields, RandomGenerator random) {
    private static final List<String> NAMED =
            List.of("userId", "sessionId", "remoteAddress", "environment", "appName", "currentTime");

    Optional<String> value(String name) {
        JsonNode value = NAMED.contains(name)
                ? fields.path(name)
                : fields.path("properties").path(name);
        return value.isValueNode() && !value.isNull() && !value.isMissingNode()
                ? Optional.of(value.asText())
                : Optional.empty();
    }

    /// What decides of a part of the users; empty when the context lacks it.
    Optional<String> sticky(String stickiness) {
        return switch (stickiness) {
            case "default" -> value("userId").or(() -> value("sessionId")).or(() -> Optional.of(drawn()));
            case "random" -> Optional.of(drawn());
            default -> value(stickiness);
        };
    }

    private String drawn() {
        return String.valueOf(random.nextInt(10_000));
    }
}
