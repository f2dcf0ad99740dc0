package app.attune.serve;

import app.attune.core.json.Json;
import app.attune.decider.ServerDecision;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// A decision in the words of `golden.jsonl`.
final class DecisionJson {
    private DecisionJson() {}

    static ObjectNode of(ServerDecision decision) {
        ObjectNode node = Json.mapper().createObjectNode();
        ArrayNode segments = node.putArray("segments");
        decision.segments().forEach(segments::add);
        node.put("reason", decision.reason());
        decision.rulesOff().ifPresent(off -> node.put("rulesOff", off));
        decision.model().ifPresent(model -> node.put("model", model));
        ArrayNode items = node.putArray("items");
        decision.items().forEach(item -> item(items.addObject(), item));
        decision.offer().ifPresent(offer -> offer(node.putObject("offer"), offer));
        if (decision.offers().size() > 1) {
            ArrayNode offers = node.putArray("offers");
            decision.offers().forEach(offer -> offer(offers.addObject(), offer));
        }
        ArrayNode rules = node.putArray("rules");
        decision.rules().forEach(trace -> rule(rules.addObject(), trace));
        return node;
    }

    private static void item(ObjectNode node, ServerDecision.Item item) {
        node.put("place", item.place()).put("item", item.item()).put("score", item.score());
        node.put("source", item.source());
        item.rule().ifPresent(rule -> node.put("rule", rule));
        ArrayNode evidence = node.putArray("evidence");
        item.evidence().forEach(evidence::add);
    }

    private static void offer(ObjectNode node, ServerDecision.Offer offer) {
        node.put("rule", offer.rule()).put("code", offer.code()).put("text", offer.text());
    }

    private static void rule(ObjectNode node, ServerDecision.Trace trace) {
        node.put("rule", trace.rule()).put("verdict", trace.verdict());
        trace.cause().ifPresent(cause -> node.put("cause", cause));
        trace.lostTo().ifPresent(winner -> node.put("lostTo", winner));
        node.put("items", trace.items());
        if (!trace.models().isEmpty()) {
            ArrayNode models = node.putArray("models");
            trace.models()
                    .forEach(tried ->
                            models.addObject().put("model", tried.model()).put("answer", tried.answer()));
        }
    }
}
