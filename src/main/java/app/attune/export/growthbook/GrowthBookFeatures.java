package app.attune.export.growthbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Features of GrowthBook with their rules, the first that applies decides.
///
/// Not known here, as bundles have none: variations forced by name, queries of addresses, sticky buckets, contextual
/// bandits.
/// Source: docs.growthbook.io, "Build Your Own SDK", evalFeature.
public final class GrowthBookFeatures {
    private final JsonNode features;
    private final GrowthBookCondition conditions;

    /// @param features    by key
    /// @param savedGroups lists of ids by name
    public GrowthBookFeatures(JsonNode features, JsonNode savedGroups) {
        this.features = features;
        this.conditions = new GrowthBookCondition(savedGroups);
    }

    /// What a feature is for somebody.
    ///
    /// @param source    `force`, `experiment`, `defaultValue`, `unknownFeature`, `prerequisite` or `cyclicPrerequisite`
    /// @param ruleId    empty if the rule has none or none applied
    /// @param variation of the experiment
    public record Result(JsonNode value, String source, String ruleId, OptionalInt variation) {
        static Result without(String source) {
            return of(NullNode.getInstance(), source, "");
        }

        static Result of(JsonNode value, String source, String ruleId) {
            return new Result(value, source, ruleId, OptionalInt.empty());
        }
    }

    public Result feature(String key, JsonNode attributes) {
        return new Asking(attributes, new HashSet<>()).feature(key);
    }

    OptionalInt run(JsonNode experiment, String key, JsonNode attributes) {
        return new Asking(attributes, new HashSet<>()).run(experiment, key);
    }

    /// One user's attributes and the features on the way to the one that was asked for.
    private final class Asking {
        private final JsonNode attributes;
        private final Audience audience;
        private final Set<String> open;

        Asking(JsonNode attributes, Set<String> open) {
            this.attributes = attributes;
            this.audience = new Audience(attributes);
            this.open = open;
        }

        Result feature(String key) {
            if (!open.add(key)) {
                return Result.without("cyclicPrerequisite");
            }
            try {
                return features.has(key) ? known(key, features.path(key)) : Result.without("unknownFeature");
            } finally {
                open.remove(key);
            }
        }

        private Result known(String key, JsonNode feature) {
            for (JsonNode rule : feature.path("rules")) {
                Optional<Result> result = ruled(key, rule);
                if (result.isPresent()) {
                    return result.get();
                }
            }
            JsonNode value = feature.path("defaultValue");
            return Result.of(value.isMissingNode() ? NullNode.getInstance() : value, "defaultValue", "");
        }

        private Optional<Result> ruled(String key, JsonNode rule) {
            String parents = parents(rule);
            if (!parents.isEmpty()) {
                return parents.equals("fail") ? Optional.empty() : Optional.of(Result.without(parents));
            }
            if (audience.isFilteredOut(rule.path("filters"))) {
                return Optional.empty();
            }
            String id = rule.path("id").asText("");
            if (rule.has("force")) {
                return holds(rule) && audience.isRolledOut(rule, key)
                        ? Optional.of(Result.of(rule.path("force"), "force", id))
                        : Optional.empty();
            }
            OptionalInt variation = rule.has("variations") ? run(rule, key) : OptionalInt.empty();
            if (variation.isEmpty()
                    || rule.path("meta")
                            .path(variation.getAsInt())
                            .path("passthrough")
                            .asBoolean()) {
                return Optional.empty();
            }
            JsonNode value = rule.path("variations").path(variation.getAsInt());
            return Optional.of(new Result(value, "experiment", id, variation));
        }

        private boolean holds(JsonNode rule) {
            return conditions.holds(rule.path("condition"), attributes);
        }

        /// Empty when all hold, `fail` when the rule is to be skipped, else the source of the feature's null.
        private String parents(JsonNode rule) {
            for (JsonNode parent : rule.path("parentConditions")) {
                Result result = feature(parent.path("id").asText());
                if (result.source().equals("cyclicPrerequisite")) {
                    return result.source();
                }
                JsonNode value = JsonNodeFactory.instance.objectNode().set("value", result.value());
                if (!conditions.holds(parent.path("condition"), value)) {
                    return parent.path("gate").asBoolean() ? "prerequisite" : "fail";
                }
            }
            return "";
        }

        /// The variation of an experiment; empty for those who are not in it.
        OptionalInt run(JsonNode experiment, String key) {
            boolean takesPart = experiment.path("variations").size() > 1
                    && audience.isKnown(experiment)
                    && audience.isAdmitted(experiment)
                    && holds(experiment)
                    && parents(experiment).isEmpty();
            return takesPart ? audience.bucket(experiment, key) : OptionalInt.empty();
        }
    }
}
