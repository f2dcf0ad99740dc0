package app.attune.recommend.rerank;

import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Re-rankings as JSON: `{"format":1,"candidates":100,"steps":[{"step":"diversity","strength":0.3,"by":"users"}]}`.
public final class RerankingJson {
    private static final int FORMAT = 1;
    private static final String STRENGTH = "strength";
    private static final String ATTRIBUTE = "attribute";
    private static final String VALUE = "value";

    private RerankingJson() {}

    public static ObjectNode write(Reranking reranking) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("format", FORMAT).put("candidates", reranking.candidates());
        ArrayNode steps = node.putArray("steps");
        reranking.steps().forEach(step -> write(step, steps.addObject().put("step", step.code())));
        return node;
    }

    private static void write(Step step, ObjectNode node) {
        switch (step) {
            case Step.Only only ->
                node.put(ATTRIBUTE, only.attribute())
                        .put("test", only.test().sign())
                        .put(VALUE, only.value())
                        .put("missing", only.missing() == Step.Missing.IN ? "in" : "out");
            case Step.Popularity popularity -> node.put(STRENGTH, popularity.weight());
            case Step.Calibration mix -> optional(node.put(STRENGTH, mix.weight()), ATTRIBUTE, mix.attribute());
            case Step.Diversity varied -> node.put(STRENGTH, varied.weight()).put("by", varied.by());
            case Step.AtMost most ->
                optional(node.put("items", most.most()).put(ATTRIBUTE, most.attribute()), VALUE, most.value());
            case Step.AtLeast least ->
                node.put("items", least.least())
                        .put(ATTRIBUTE, least.attribute())
                        .put(VALUE, least.value());
            case Step.Share share ->
                node.put("share", share.share())
                        .put("significance", share.significance())
                        .put(ATTRIBUTE, share.attribute())
                        .put(VALUE, share.value());
        }
    }

    private static void optional(ObjectNode node, String key, String text) {
        if (!text.isEmpty()) {
            node.put(key, text);
        }
    }

    /// @param what the text is, for problems, such as a file's name
    /// @throws ProblemException `json.unreadable`, `rerank.unreadable` saying which step is wrong and how
    public static Reranking read(String text, String what) {
        JsonNode node = Json.read(text, what);
        try {
            requireKeys(node, Set.of("format", "candidates", "steps"));
            if (node.path("format").asInt(FORMAT) != FORMAT) {
                throw new IllegalArgumentException("format " + node.path("format") + ", known is 1");
            }
            if (!node.path("steps").isArray()) {
                throw new IllegalArgumentException("no list called steps");
            }
            List<Step> steps = new ArrayList<>();
            for (JsonNode step : node.path("steps")) {
                steps.add(step(step, steps.size() + 1));
            }
            return new Reranking(node.has("candidates") ? whole(node, "candidates") : Reranking.USUAL, steps);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(
                    "rerank.unreadable",
                    what + " is no re-ranking: " + e.getMessage() + ".",
                    "Correct it; a re-ranking looks like {\"candidates\":100,\"steps\":[{\"step\":\"diversity\","
                            + "\"strength\":0.3}]}.");
        }
    }

    private static Step step(JsonNode node, int number) {
        try {
            return step(node);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("step " + number + ": " + e.getMessage(), e);
        }
    }

    private static Step step(JsonNode node) {
        String code = text(node, "step");
        return switch (code) {
            case "only" -> only(node);
            case "popularity" -> {
                requireKeys(node, Set.of("step", STRENGTH));
                yield new Step.Popularity(number(node, STRENGTH));
            }
            case "calibration" -> {
                requireKeys(node, Set.of("step", STRENGTH, ATTRIBUTE));
                yield new Step.Calibration(number(node, STRENGTH), text(node, ATTRIBUTE, ""));
            }
            case "diversity" -> {
                requireKeys(node, Set.of("step", STRENGTH, "by"));
                yield new Step.Diversity(number(node, STRENGTH), text(node, "by", Step.Diversity.USERS));
            }
            case "at-most" -> {
                requireKeys(node, Set.of("step", "items", ATTRIBUTE, VALUE));
                yield new Step.AtMost(whole(node, "items"), text(node, ATTRIBUTE), text(node, VALUE, ""));
            }
            case "at-least" -> {
                requireKeys(node, Set.of("step", "items", ATTRIBUTE, VALUE));
                yield new Step.AtLeast(whole(node, "items"), text(node, ATTRIBUTE), text(node, VALUE));
            }
            case "share" -> share(node);
            default ->
                throw new IllegalArgumentException("no step is called " + code
                        + "; there are only, popularity, calibration, diversity, at-most, at-least and share");
        };
    }

    private static Step only(JsonNode node) {
        requireKeys(node, Set.of("step", ATTRIBUTE, "test", VALUE, "missing"));
        String sign = text(node, "test");
        Step.Test test = Arrays.stream(Step.Test.values())
                .filter(one -> one.sign().equals(sign))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no test is written " + sign));
        String missing = text(node, "missing", "out");
        if (!Set.of("in", "out").contains(missing)) {
            throw new IllegalArgumentException("missing is in or out, not " + missing);
        }
        return new Step.Only(
                text(node, ATTRIBUTE),
                test,
                node.path(VALUE).isNumber() ? node.path(VALUE).asText() : text(node, VALUE),
                missing.equals("in") ? Step.Missing.IN : Step.Missing.OUT);
    }

    private static Step share(JsonNode node) {
        requireKeys(node, Set.of("step", "share", "significance", ATTRIBUTE, VALUE));
        return new Step.Share(
                number(node, "share"),
                node.has("significance") ? number(node, "significance") : Step.Share.SIGNIFICANCE,
                text(node, ATTRIBUTE),
                text(node, VALUE));
    }

    private static String text(JsonNode node, String key, String usual) {
        return node.has(key) ? text(node, key) : usual;
    }

    private static String text(JsonNode node, String key) {
        if (!node.path(key).isTextual()) {
            throw new IllegalArgumentException("no text " + key);
        }
        return node.path(key).asText();
    }

    private static double number(JsonNode node, String key) {
        if (!node.path(key).isNumber()) {
            throw new IllegalArgumentException("no number " + key);
        }
        return node.path(key).asDouble();
    }

    private static int whole(JsonNode node, String key) {
        if (!node.path(key).canConvertToInt() || !node.path(key).isIntegralNumber()) {
            throw new IllegalArgumentException("no whole number " + key);
        }
        return node.path(key).asInt();
    }

    private static void requireKeys(JsonNode node, Set<String> known) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("not an object");
        }
        Set<String> others = new TreeSet<>();
        node.fieldNames().forEachRemaining(others::add);
        others.removeAll(known);
        if (!others.isEmpty()) {
            throw new IllegalArgumentException("unknown " + String.join(", ", others));
        }
    }
}
