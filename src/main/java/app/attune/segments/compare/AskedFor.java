package app.attune.segments.compare;

import app.attune.profiles.Population;
import app.attune.segments.Condition;
import app.attune.segments.ConditionJson;
import app.attune.segments.compare.Difference.Cause;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/// The names a condition speaks of: attributes, event types and event fields. What it asks for differs by definition.
///
/// Read from the written form, so that it holds for every kind of condition there is.
final class AskedFor {
    private static final Set<String> NOT_NAMES = Set.of("values", "value", "comparison", "kind", "unit");

    private final Set<String> names = new HashSet<>();
    private boolean anyEvent;

    private AskedFor() {}

    static AskedFor by(Condition condition) {
        AskedFor asked = new AskedFor();
        asked.read(ConditionJson.node(condition));
        return asked;
    }

    private void read(JsonNode node) {
        if (node.isTextual()) {
            names.add(node.asText());
        }
        if (node.path("types").isArray() && node.path("types").isEmpty()) {
            anyEvent = true;
        }
        if (node.isObject()) {
            node.propertyStream()
                    .filter(entry -> !NOT_NAMES.contains(entry.getKey()))
                    .forEach(entry -> read(entry.getValue()));
        } else {
            node.forEach(this::read);
        }
    }

    Cause attribute(String name) {
        boolean consent = name.startsWith(Population.CONSENT_PREFIX)
                && names.contains(name.substring(Population.CONSENT_PREFIX.length()));
        return consent || names.contains(name) ? Cause.CONDITION : Cause.UNKNOWN;
    }

    /// Of one event type.
    Cause events(String type) {
        return anyEvent ? Cause.CONDITION : attribute(type);
    }

    /// Of events whatever their type.
    Cause anyEvents() {
        return anyEvent ? Cause.CONDITION : Cause.UNKNOWN;
    }
}
