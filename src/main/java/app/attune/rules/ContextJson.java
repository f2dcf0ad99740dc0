package app.attune.rules;

import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Context conditions and the contexts of requests as JSON; what is not asked for or not given is left out.
public final class ContextJson {
    private static final List<String> FIELDS = List.of("placements", "devices", "basket");
    private static final List<String> BASKET = List.of("contains", "totalAtLeast");
    private static final List<String> SELECTOR = List.of("items", "attribute", "values");

    private ContextJson() {}

    static ObjectNode write(ContextCondition condition) {
        ObjectNode node = Json.mapper().createObjectNode();
        texts(node, "placements", condition.placements());
        texts(node, "devices", condition.devices());
        if (condition.contains().isPresent() || condition.total().isPresent()) {
            ObjectNode basket = node.putObject("basket");
            condition.contains().ifPresent(items -> TreatmentJson.select(basket.putObject("contains"), items));
            condition.total().ifPresent(total -> basket.put("totalAtLeast", total));
        }
        return node;
    }

    private static void texts(ObjectNode node, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode array = node.putArray(name);
            texts.forEach(array::add);
        }
    }

    static ContextCondition read(JsonNode node, String what) {
        RuleJson.only(node, FIELDS, what);
        JsonNode basket = node.path("basket");
        String place = what + ", basket";
        if (!basket.isMissingNode()) {
            RuleJson.only(basket, BASKET, place);
        }
        return RuleJson.checked(
                what,
                () -> new ContextCondition(
                        RuleJson.texts(node, "placements", what),
                        RuleJson.texts(node, "devices", what),
                        contains(basket, place),
                        basket.has("totalAtLeast")
                                ? OptionalDouble.of(RuleJson.number(basket, "totalAtLeast", place))
                                : OptionalDouble.empty()));
    }

    private static Optional<ItemSelector> contains(JsonNode basket, String what) {
        if (!basket.has("contains")) {
            return Optional.empty();
        }
        String place = what + ", contains";
        RuleJson.only(basket.path("contains"), SELECTOR, place);
        return Optional.of(TreatmentJson.selector(basket.path("contains"), place));
    }

    /// What a request gives, as in golden decisions and previews.
    public static ObjectNode write(RequestContext context) {
        ObjectNode node = Json.mapper().createObjectNode();
        context.placement().ifPresent(placement -> node.put("placement", placement));
        context.device().ifPresent(device -> node.put("device", device));
        context.basket().ifPresent(basket -> {
            ObjectNode object = node.putObject("basket");
            ArrayNode items = object.putArray("items");
            basket.items().forEach(item -> items.add(item.value()));
            basket.total().ifPresent(total -> object.put("total", total));
        });
        CapJson.write(context.shown(), node);
        return node;
    }
}
