package app.attune.export.unleash;

import app.attune.export.unleash.Murmur3.Parts;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// The variants of a feature or of one of its strategies, by weight.
///
/// @param group      spreads users otherwise for every group
/// @param stickiness of variants that name none
record Variants(JsonNode list, String group, String stickiness) {
    private static final int SEED = 86_028_157;

    /// Empty when none has weight.
    Optional<JsonNode> choose(UnleashContext context) {
        for (JsonNode variant : list) {
            for (JsonNode override : variant.path("overrides")) {
                if (isOverridden(override, context)) {
                    return Optional.of(variant);
                }
            }
        }
        int total = 0;
        for (JsonNode variant : list) {
            total += variant.path("weight").asInt();
        }
        return total <= 0 ? Optional.empty() : weighted(context, total);
    }

    private static boolean isOverridden(JsonNode override, UnleashContext context) {
        Optional<String> value = context.value(override.path("contextName").asText());
        for (JsonNode wanted : override.path("values")) {
            if (value.isPresent() && value.get().equals(wanted.asText())) {
                return true;
            }
        }
        return false;
    }

    private Optional<JsonNode> weighted(UnleashContext context, int total) {
        String sticky = list.path(0).path("stickiness").asText(stickiness);
        int at = context.sticky(sticky)
                .map(value -> Murmur3.part(group, value, new Parts(total, SEED)))
                .orElseGet(() -> 1 + context.random().nextInt(total));
        int reached = 0;
        for (JsonNode variant : list) {
            reached += variant.path("weight").asInt();
            if (at <= reached) {
                return Optional.of(variant);
            }
        }
        return Optional.empty();
    }
}
