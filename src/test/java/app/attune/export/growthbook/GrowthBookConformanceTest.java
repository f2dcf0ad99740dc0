package app.attune.export.growthbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.json.Json;
import app.attune.export.growthbook.Buckets.Range;
import app.attune.export.growthbook.GrowthBookFeatures.Result;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Our GrowthBook against the cases that its SDKs are tested with.
@Tag("conformance")
final class GrowthBookConformanceTest {
    private static final Path CASES =
            Path.of(System.getProperty("attune.shared", "../shared")).resolve("data/conformance/growthbook/cases.json");

    /// What exports never write, and why its cases do not apply: by the field that shows it.
    private static final Map<String, String> NOT_EXPORTED = Map.of(
            "forcedVariations", "Developers force variations by name; no bundle does.",
            "contextualBandits", "Learned by GrowthBook's own service; bundles hold rules.",
            "enabled", "A switch of the SDK, not of the features it reads.",
            "url", "Developers force variations by an address; no bundle does.",
            "qaMode", "A switch of the SDK, not of the features it reads.",
            "force", "An experiment forced inline in code; rules of features force values instead.",
            "active", "An experiment stopped inline in code; bundles leave such rules out.");

    /// Kinds of cases that bundles have nothing of.
    private static final Map<String, String> KINDS_NOT_EXPORTED = Map.of(
            "getQueryStringOverride", "Developers force variations by an address; no bundle does.",
            "decrypt", "Bundles are signed, not encrypted.",
            "stickyBucket", "Kept by the SDK between visits; bundles hold no state.",
            "urlRedirect", "Experiments with redirects are made in GrowthBook.",
            "contextualBandit", "Learned by GrowthBook's own service; bundles hold rules.");

    private static JsonNode cases(String kind) throws IOException {
        return Json.mapper().readTree(Files.readString(CASES)).path(kind);
    }

    private static void check(String kind, int expected, Predicate<JsonNode> passes) throws IOException {
        List<String> wrong = new ArrayList<>();
        int ran = 0;
        for (JsonNode one : cases(kind)) {
            ran++;
            if (!passes.test(one)) {
                wrong.add(one.toString());
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(expected, ran);
    }

    @Test
    void everyConditionHoldsAsPublished() throws IOException {
        check(
                "evalCondition",
                248,
                one -> new GrowthBookCondition(one.path(4)).holds(one.path(1), one.path(2))
                        == one.path(3).asBoolean());
    }

    @Test
    void everyHashIsAsPublished() throws IOException {
        check(
                "hash",
                15,
                one -> Buckets.hash(
                                        one.path(0).asText(),
                                        one.path(1).asText(),
                                        one.path(2).asInt())
                                .stream()
                                .allMatch(n -> n == one.path(3).asDouble())
                        && one.path(3).isNull()
                                == Buckets.hash("", "", one.path(2).asInt()).isEmpty());
    }

    @Test
    void everyRangeOfBucketsIsAsPublished() throws IOException {
        check("getBucketRange", 13, one -> {
            JsonNode input = one.path(1);
            List<Range> got =
                    Buckets.ranges(input.path(0).asInt(), input.path(1).asDouble(), Audience.weights(input.path(2)));
            return Audience.ranges(one.path(2))
                    .equals(got.stream()
                            .map(range -> new Range(rounded(range.from()), rounded(range.to())))
                            .toList());
        });
    }

    private static double rounded(double n) {
        return Math.round(n * 1e6) / 1e6;
    }

    @Test
    void everyVariationIsChosenAsPublished() throws IOException {
        check(
                "chooseVariation",
                13,
                one -> Buckets.choose(one.path(1).asDouble(), Audience.ranges(one.path(2)))
                        == one.path(3).asInt());
    }

    @Test
    void everyUserIsInNamespacesAsPublished() throws IOException {
        check(
                "inNamespace",
                16,
                one -> Buckets.inNamespace(
                                one.path(1).asText(),
                                one.path(2).path(0).asText(),
                                new Range(
                                        one.path(2).path(1).asDouble(),
                                        one.path(2).path(2).asDouble()))
                        == one.path(3).asBoolean());
    }

    @Test
    void everyFeatureThatAppliesIsAsPublished() throws IOException {
        List<String> left = new ArrayList<>();
        check("feature", 55, one -> {
            JsonNode context = one.path(1);
            if (isLeftOut(context)) {
                left.add(one.path(0).asText());
                return true;
            }
            Result result = new GrowthBookFeatures(context.path("features"), context.path("savedGroups"))
                    .feature(one.path(2).asText(), context.path("attributes"));
            JsonNode expected = one.path(3);
            int variation =
                    expected.path("experimentResult").path("variationId").asInt(-1);
            return result.value().equals(expected.path("value"))
                    && result.source().equals(expected.path("source").asText())
                    && result.ruleId().equals(expected.path("ruleId").asText())
                    && result.variation().orElse(-1) == variation;
        });
        assertEquals(5, left.size(), "do not apply: " + left + ", " + NOT_EXPORTED);
    }

    @Test
    void everyExperimentThatAppliesRunsAsPublished() throws IOException {
        List<String> left = new ArrayList<>();
        check("run", 73, one -> {
            JsonNode context = one.path(1);
            JsonNode experiment = one.path(2);
            if (isLeftOut(context) || isLeftOut(experiment)) {
                left.add(one.path(0).asText());
                return true;
            }
            var variation = new GrowthBookFeatures(context.path("features"), context.path("savedGroups"))
                    .run(experiment, "", context.path("attributes"));
            JsonNode value = experiment.path("variations").path(variation.orElse(0));
            return value.equals(one.path(3))
                    && variation.isPresent() == one.path(4).asBoolean();
        });
        assertEquals(12, left.size(), "do not apply: " + left + ", " + NOT_EXPORTED);
    }

    private static boolean isLeftOut(JsonNode node) {
        return NOT_EXPORTED.keySet().stream().anyMatch(node::has);
    }

    @Test
    void everyOtherKindOfCaseIsNamedAsNotExported() throws IOException {
        List<String> checked = List.of(
                "evalCondition",
                "hash",
                "getBucketRange",
                "chooseVariation",
                "inNamespace",
                "feature",
                "run",
                "getEqualWeights",
                "specVersion");
        List<String> unknown = new ArrayList<>();
        Json.mapper().readTree(Files.readString(CASES)).fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(checked);
        unknown.removeAll(KINDS_NOT_EXPORTED.keySet());
        assertEquals(List.of(), unknown);
    }

    @Test
    void equalWeightsShareEverything() throws IOException {
        check("getEqualWeights", 6, one -> {
            List<Double> got = Buckets.ranges(one.path(0).asInt(), 1, List.of()).stream()
                    .map(range -> Math.round((range.to() - range.from()) * 1e8) / 1e8)
                    .toList();
            return got.equals(Audience.weights(one.path(1)));
        });
    }
}
