package app.attune.rules;

import app.attune.core.ItemId;
import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Treatments as JSON objects whose `do` names the kind.
final class TreatmentJson {
    private static final String KIND = "do";
    private static final String HISTORY = "history";
    private static final String TRIGGER = "trigger";

    private static final List<String> KINDS = List.of("recommend", "boost", "bury", "pin", "exclude", "offer");
    private static final List<String> FIELDS = List.of(
            KIND,
            "model",
            "fallbacks",
            "factor",
            "items",
            "attribute",
            "values",
            "item",
            "place",
            "code",
            "text",
            "seed");

    private TreatmentJson() {}

    static ObjectNode write(Treatment treatment) {
        ObjectNode node = Json.mapper().createObjectNode();
        switch (treatment) {
            case Treatment.Recommend recommend -> {
                node.put(KIND, "recommend").put("model", recommend.model());
                if (!recommend.fallbacks().isEmpty()) {
                    recommend.fallbacks().forEach(node.putArray("fallbacks")::add);
                }
                if (recommend.seed() == Treatment.Seed.TRIGGER) {
                    node.put("seed", TRIGGER);
                }
            }
            case Treatment.Boost boost ->
                select(node.put(KIND, "boost"), boost.items()).put("factor", boost.factor());
            case Treatment.Bury bury ->
                select(node.put(KIND, "bury"), bury.items()).put("factor", bury.factor());
            case Treatment.Pin pin ->
                node.put(KIND, "pin").put("item", pin.item().value()).put("place", pin.place());
            case Treatment.Exclude exclude -> select(node.put(KIND, "exclude"), exclude.items());
            case Treatment.Offer offer ->
                node.put(KIND, "offer").put("code", offer.code()).put("text", offer.text());
        }
        return node;
    }

    static Treatment read(JsonNode node, String what) {
        RuleJson.only(node, FIELDS, what + ", then");
        String kind = RuleJson.text(node, KIND, what);
        return switch (kind) {
            case "recommend" ->
                new Treatment.Recommend(RuleJson.text(node, "model", what), fallbacks(node, what), seed(node, what));
            case "boost" -> new Treatment.Boost(selector(node, what), RuleJson.number(node, "factor", what));
            case "bury" -> new Treatment.Bury(selector(node, what), RuleJson.number(node, "factor", what));
            case "pin" ->
                new Treatment.Pin(
                        new ItemId(RuleJson.text(node, "item", what)), (int) RuleJson.number(node, "place", what));
            case "exclude" -> new Treatment.Exclude(selector(node, what));
            case "offer" ->
                new Treatment.Offer(
                        RuleJson.text(node, "code", what), node.path("text").asText(""));
            default -> throw RuleJson.unknown(what, "the treatment \"" + kind + "\"", kind, KINDS);
        };
    }

    private static Treatment.Seed seed(JsonNode node, String what) {
        String word = RuleJson.textOr(node, "seed", HISTORY, what);
        return switch (word) {
            case HISTORY -> Treatment.Seed.HISTORY;
            case TRIGGER -> Treatment.Seed.TRIGGER;
            default -> throw RuleJson.unknown(what, "the seed \"" + word + "\"", word, List.of(HISTORY, TRIGGER));
        };
    }

    private static List<String> fallbacks(JsonNode node, String what) {
        if (node.has("fallbacks")) {
            RuleJson.array(node, "fallbacks", what);
        }
        return RuleJson.texts(node, "fallbacks", what);
    }

    static ObjectNode select(ObjectNode node, ItemSelector selector) {
        switch (selector) {
            case ItemSelector.Items items -> {
                ArrayNode array = node.putArray("items");
                items.items().forEach(item -> array.add(item.value()));
            }
            case ItemSelector.WithAttribute with -> {
                ArrayNode array = node.put("attribute", with.attribute()).putArray("values");
                with.values().forEach(array::add);
            }
        }
        return node;
    }

    static ItemSelector selector(JsonNode node, String what) {
        return node.has("attribute")
                ? new ItemSelector.WithAttribute(
                        RuleJson.text(node, "attribute", what), RuleJson.texts(node, "values", what))
                : new ItemSelector.Items(RuleJson.items(node, "items", what));
    }
}
