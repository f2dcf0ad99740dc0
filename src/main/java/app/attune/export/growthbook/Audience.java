package app.attune.export.growthbook;

import app.attune.export.growthbook.Buckets.Range;
import app.attune.export.javascript.Coercion;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// Which part of the users somebody belongs to, by the hash of an attribute, `id` unless a rule names another.
record Audience(JsonNode attributes) {
    private String value(String attribute) {
        JsonNode value = attributes.path(attribute.isEmpty() ? "id" : attribute);
        return Coercion.truth(value) ? Coercion.text(value) : "";
    }

    boolean isKnown(JsonNode rule) {
        return !value(rule.path("hashAttribute").asText("")).isEmpty();
    }

    private OptionalDouble hash(JsonNode rule, String attribute, int version) {
        String value = value(rule.path(attribute).asText(""));
        return value.isEmpty()
                ? OptionalDouble.empty()
                : Buckets.hash(
                        rule.path("seed").asText(""),
                        value,
                        rule.path("hashVersion").asInt(version));
    }

    boolean isFilteredOut(JsonNode filters) {
        for (JsonNode filter : filters) {
            List<Range> ranges = ranges(filter.path("ranges"));
            if (hash(filter, "attribute", 2).stream().noneMatch(n -> Buckets.choose(n, ranges) >= 0)) {
                return true;
            }
        }
        return false;
    }

    /// Whether filters, or without any the namespace, let somebody into an experiment.
    boolean isAdmitted(JsonNode experiment) {
        if (experiment.has("filters")) {
            return !isFilteredOut(experiment.path("filters"));
        }
        JsonNode namespace = experiment.path("namespace");
        String user = value(experiment.path("hashAttribute").asText(""));
        return namespace.isMissingNode()
                || Buckets.inNamespace(
                        user,
                        namespace.path(0).asText(),
                        new Range(
                                namespace.path(1).asDouble(), namespace.path(2).asDouble()));
    }

    boolean isRolledOut(JsonNode rule, String key) {
        JsonNode range = rule.path("range");
        JsonNode coverage = rule.path("coverage");
        if (range.isMissingNode() && coverage.isMissingNode()) {
            return true;
        }
        OptionalDouble hash = seeded(rule, key);
        if (!range.isMissingNode()) {
            return hash.stream().anyMatch(range(range)::has);
        }
        return coverage.asDouble() != 0 && hash.stream().anyMatch(n -> n <= coverage.asDouble());
    }

    OptionalInt bucket(JsonNode experiment, String key) {
        List<Range> ranges = experiment.has("ranges")
                ? ranges(experiment.path("ranges"))
                : Buckets.ranges(
                        experiment.path("variations").size(),
                        experiment.path("coverage").asDouble(1),
                        weights(experiment.path("weights")));
        return seeded(experiment, experiment.path("key").asText(key)).stream()
                .mapToInt(n -> Buckets.choose(n, ranges))
                .filter(variation -> variation >= 0)
                .findFirst();
    }

    private OptionalDouble seeded(JsonNode rule, String key) {
        String value = value(rule.path("hashAttribute").asText(""));
        return value.isEmpty()
                ? OptionalDouble.empty()
                : Buckets.hash(
                        rule.path("seed").asText(key),
                        value,
                        rule.path("hashVersion").asInt(1));
    }

    static List<Double> weights(JsonNode list) {
        List<Double> weights = new ArrayList<>();
        list.forEach(weight -> weights.add(weight.asDouble()));
        return weights;
    }

    static List<Range> ranges(JsonNode list) {
        List<Range> ranges = new ArrayList<>();
        list.forEach(range -> ranges.add(range(range)));
        return ranges;
    }

    private static Range range(JsonNode pair) {
        return new Range(pair.path(0).asDouble(), pair.path(1).asDouble());
    }
}
