package app.attune.export;

import app.attune.core.json.Json;
import app.attune.decider.ServerDecision;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// A served decision in the form of golden decisions.
final class ServedJson {
    private ServedJson() {}

    static ObjectNode of(ServerDecision decision) {
        ObjectNode node = Json.mapper().createObjectNode();
        ArrayNode segments = node.putArray("segments");
        decision.segments().forEach(segments::add);
        node.put("reason", decision.reason());
        decision.model().ifPresent(model -> node.put("model", model));
        ArrayNode items = node.putArray("items");
        decision.items().forEach(item -> {
            ObjectNode line = items.addObject().put("place", item.place()).put("item", item.item());
            line.put("score", item.score()).put("source", item.source());
            item.rule().ifPresent(rule -> line.put("rule", rule));
            item.evidence().forEach(line.putArray("evidence")::add);
        });
        decision.offer().ifPresent(offer -> offer(offer, node.putObject("offer")));
        if (decision.offers().size() > 1) {
            ArrayNode offers = node.putArray("offers");
            decision.offers().forEach(offer -> offer(offer, offers.addObject()));
        }
        ArrayNode rules = node.putArray("rules");
        decision.rules().forEach(trace -> {
            ObjectNode line = rules.addObject().put("rule", trace.rule()).put("verdict", trace.verdict());
            trace.cause().ifPresent(cause -> line.put("cause", cause));
            trace.lostTo().ifPresent(winner -> line.put("lostTo", winner));
            line.put("items", trace.items());
            if (!trace.models().isEmpty()) {
                ArrayNode models = line.putArray("models");
                trace.models()
                        .forEach(one ->
                                models.addObject().put("model", one.model()).put("answer", one.answer()));
            }
        });
        decision.rulesOff().ifPresent(off -> node.put("rulesOff", off));
        return node;
    }

    private static void offer(ServerDecision.Offer offer, ObjectNode node) {
        node.put("rule", offer.rule()).put("code", offer.code()).put("text", offer.text());
    }
}
