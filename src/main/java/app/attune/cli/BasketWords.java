package app.attune.cli;

import app.attune.core.Counted;
import app.attune.core.json.Json;
import app.attune.segments.ConditionJson;
import app.attune.segments.discover.BasketLimits;
import app.attune.segments.discover.BasketsFound;
import app.attune.segments.discover.BoughtTogether;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Items bought together, written out.
final class BasketWords {
    private BasketWords() {}

    static List<String> lines(BasketsFound found, BasketLimits limits) {
        List<String> lines =
                new ArrayList<>(found.pairs().stream().map(BasketWords::line).toList());
        if (found.pairs().isEmpty() && found.nobody() == 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "No two of the %,d items in most orders are in at least %,d orders together and %.1f times as many"
                            + " as by chance. Fewer --orders or a smaller --lift may find some.",
                    limits.items(),
                    limits.orders(),
                    limits.lift()));
        }
        if (found.nobody() > 0) {
            lines.add(leftOut(found.nobody()));
        }
        return lines;
    }

    private static String line(BoughtTogether pair) {
        return String.format(
                Locale.ROOT,
                "%,d of %,d orders have %s and %s: %s of those with %s, %.1f times as many as by chance."
                        + " %s bought it and not %s.",
                pair.both(),
                pair.orders(),
                pair.first(),
                pair.second(),
                Words.share(pair.confidence()),
                pair.first(),
                pair.lift(),
                Counted.of(pair.users(), "user"),
                pair.second());
    }

    private static String leftOut(int pairs) {
        return Counted.of(pairs, "pair") + (pairs == 1 ? " is" : " are")
                + " left out: everybody who bought the one in fewer orders bought the other too.";
    }

    static void write(BasketsFound found, ArrayNode array) {
        found.pairs().forEach(pair -> array.add(json(pair)));
    }

    private static ObjectNode json(BoughtTogether pair) {
        ObjectNode node = Json.mapper()
                .createObjectNode()
                .put("first", pair.first())
                .put("second", pair.second())
                .put("both", pair.both())
                .put("ofFirst", pair.ofFirst())
                .put("ofSecond", pair.ofSecond())
                .put("orders", pair.orders())
                .put("confidence", pair.confidence())
                .put("lift", pair.lift())
                .put("users", pair.users());
        node.set("condition", ConditionJson.node(pair.condition()));
        return node;
    }
}
