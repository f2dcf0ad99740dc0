package app.attune.events.quality;

import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Expectations as JSON, format 1.
public final class ExpectationJson {
    private static final int FORMAT = 1;

    private ExpectationJson() {}

    public static String write(List<Expectation> expectations) {
        ObjectNode root = Json.mapper().createObjectNode().put("format", FORMAT);
        ArrayNode array = root.putArray("expectations");
        expectations.forEach(expectation -> array.add(node(expectation)));
        return Json.write(root);
    }

    public static ObjectNode node(Expectation expectation) {
        ObjectNode node = Json.mapper().createObjectNode().put("name", expectation.name());
        switch (expectation.check()) {
            case Check.Filled filled ->
                node.put("check", "filled").put("column", filled.column()).put("least", filled.least());
            case Check.OneOf oneOf -> {
                ArrayNode values = node.put("check", "one-of")
                        .put("column", oneOf.column())
                        .putArray("values");
                oneOf.values().forEach(values::add);
            }
            case Check.Between between ->
                node.put("check", "between")
                        .put("column", between.column())
                        .put("low", between.low())
                        .put("high", between.high());
            case Check.Different different -> node.put("check", "different").put("column", different.column());
            case Check.Fresh fresh ->
                node.put("check", "fresh").put("mostSeconds", fresh.most().toSeconds());
            case Check.Daily daily ->
                node.put("check", "daily").put("low", daily.low()).put("high", daily.high());
        }
        return node;
    }

    /// @param source whose text it is, for messages
    /// @throws app.attune.core.ProblemException if it is not JSON
    public static List<Expectation> read(String text, String source) {
        List<Expectation> expectations = new ArrayList<>();
        for (JsonNode node : Json.read(text, source).path("expectations")) {
            expectations.add(new Expectation(node.path("name").asText(), check(node)));
        }
        return List.copyOf(expectations);
    }

    private static Check check(JsonNode node) {
        String column = node.path("column").asText();
        String kind = node.path("check").asText();
        return switch (kind) {
            case "filled" -> new Check.Filled(column, node.path("least").asDouble());
            case "one-of" -> {
                List<String> values = new ArrayList<>();
                node.path("values").forEach(value -> values.add(value.asText()));
                yield new Check.OneOf(column, values);
            }
            case "between" ->
                new Check.Between(
                        column, node.path("low").asDouble(), node.path("high").asDouble());
            case "different" -> new Check.Different(column);
            case "fresh" ->
                new Check.Fresh(Duration.ofSeconds(node.path("mostSeconds").asLong()));
            case "daily" ->
                new Check.Daily(node.path("low").asLong(), node.path("high").asLong());
            default -> throw new IllegalArgumentException("No check is called " + kind);
        };
    }
}
