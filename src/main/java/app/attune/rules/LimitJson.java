package app.attune.rules;

import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// Limits of a list as JSON: `most` with `each`, with `attribute` and `values`, or with `items`.
final class LimitJson {
    static final String FIELD = "listLimits";
    private static final List<String> FIELDS = List.of("most", "each", "attribute", "values", "items");

    private LimitJson() {}

    static void write(List<ListLimit> limits, ObjectNode root) {
        if (!limits.isEmpty()) {
            ArrayNode array = root.putArray(FIELD);
            limits.forEach(limit -> array.add(write(limit)));
        }
    }

    private static ObjectNode write(ListLimit limit) {
        ObjectNode node = Json.mapper().createObjectNode().put("most", limit.most());
        return switch (limit.about()) {
            case ListLimit.EachValue each -> node.put("each", each.attribute());
            case ListLimit.Selected selected -> TreatmentJson.select(node, selected.items());
        };
    }

    static List<ListLimit> read(JsonNode root, String what) {
        List<ListLimit> limits = new ArrayList<>();
        if (root.has(FIELD)) {
            for (JsonNode node : RuleJson.array(root, FIELD, what)) {
                String place = what + ", limit " + (limits.size() + 1);
                RuleJson.only(node, FIELDS, place);
                limits.add(RuleJson.checked(
                        place, () -> new ListLimit(about(node, place), (int) RuleJson.number(node, "most", place))));
            }
        }
        return limits;
    }

    private static ListLimit.About about(JsonNode node, String place) {
        return node.has("each")
                ? new ListLimit.EachValue(RuleJson.text(node, "each", place))
                : new ListLimit.Selected(TreatmentJson.selector(node, place));
    }
}
