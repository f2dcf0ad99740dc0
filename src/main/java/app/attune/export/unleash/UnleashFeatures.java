package app.attune.export.unleash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Features of Unleash as a client has them: a feature is on when any of its strategies lets the user in, or when it
/// has none.
///
/// A date is compared with the `currentTime` of the context only; without it no such constraint passes.
/// Source: Unleash client specification.
public final class UnleashFeatures {
    private final Map<String, JsonNode> features = new LinkedHashMap<>();
    private final Map<String, JsonNode> segments = new LinkedHashMap<>();
    private final RandomGenerator random;

    /// @param state  `features` and `segments`, or `events` that lead to them
    /// @param random for those who have nothing that could be stuck to
    public UnleashFeatures(JsonNode state, RandomGenerator random) {
        this.random = random;
        add(state);
        state.path("events").forEach(this::follow);
    }

    /// What a user gets of a feature.
    ///
    /// @param name    `disabled` when the feature is off or has no variants
    /// @param payload missing when there is none
    public record Variant(String name, JsonNode payload, boolean isFeatureOn) {
        static Variant none(boolean isFeatureOn) {
            return new Variant("disabled", MissingNode.getInstance(), isFeatureOn);
        }
    }

    private void add(JsonNode state) {
        state.path("features")
                .forEach(feature -> features.put(feature.path("name").asText(), feature));
        state.path("segments").forEach(this::segment);
    }

    private void segment(JsonNode segment) {
        segments.put(segment.path("id").asText(), segment.path("constraints"));
    }

    private void follow(JsonNode event) {
        switch (event.path("type").asText()) {
            case "hydration" -> add(event);
            case "feature-updated" ->
                features.put(event.path("feature").path("name").asText(), event.path("feature"));
            case "feature-removed" -> features.remove(event.path("featureName").asText());
            case "segment-updated" -> segment(event.path("segment"));
            case "segment-removed" -> segments.remove(event.path("segmentId").asText());
            default -> {
                // Clients go on after events that they do not know.
            }
        }
    }

    public boolean isOn(String name, JsonNode context) {
        return isOn(name, new UnleashContext(context, random));
    }

    public Variant variant(String name, JsonNode context) {
        return variant(name, new UnleashContext(context, random));
    }

    private boolean isOn(String name, UnleashContext context) {
        JsonNode feature = features.get(name);
        if (feature == null || !feature.path("enabled").asBoolean()) {
            return false;
        }
        for (JsonNode parent : feature.path("dependencies")) {
            if (!isSatisfied(parent, context)) {
                return false;
            }
        }
        return feature.path("strategies").isEmpty()
                || admitting(name, feature, context).isPresent();
    }

    /// A parent must be there and have no parents itself.
    private boolean isSatisfied(JsonNode dependency, UnleashContext context) {
        String name = dependency.path("feature").asText();
        JsonNode parent = features.get(name);
        if (parent == null || !parent.path("dependencies").isEmpty()) {
            return false;
        }
        boolean wanted = dependency.path("enabled").asBoolean(true);
        if (isOn(name, context) != wanted) {
            return false;
        }
        JsonNode variants = dependency.path("variants");
        String variant = variant(name, context).name();
        for (JsonNode one : variants) {
            if (one.asText().equals(variant)) {
                return true;
            }
        }
        return !wanted || variants.isEmpty();
    }

    private Optional<Strategy> admitting(String name, JsonNode feature, UnleashContext context) {
        for (JsonNode node : feature.path("strategies")) {
            Strategy strategy = new Strategy(node, name, segments);
            if (strategy.admits(context)) {
                return Optional.of(strategy);
            }
        }
        return Optional.empty();
    }

    private Variant variant(String name, UnleashContext context) {
        JsonNode feature = features.get(name);
        if (feature == null || !isOn(name, context)) {
            return Variant.none(false);
        }
        Optional<Strategy> strategy = admitting(name, feature, context);
        Variants variants = strategy.filter(
                        found -> !found.node().path("variants").isEmpty())
                .map(found -> new Variants(found.node().path("variants"), found.group(), found.stickiness()))
                .orElseGet(() -> new Variants(feature.path("variants"), name, "default"));
        return variants.choose(context)
                .map(chosen -> new Variant(chosen.path("name").asText(), chosen.path("payload"), true))
                .orElseGet(() -> Variant.none(true));
    }
}
