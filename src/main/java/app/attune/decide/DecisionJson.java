package app.attune.decide;

import app.attune.core.json.Json;
import app.attune.recommend.Together;
import app.attune.rules.ContextJson;
import app.attune.rules.RuleTrace;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/// Writes a decision as JSON for scripts and for the server team.
public final class DecisionJson {
    /// The version of the format written.
    public static final int FORMAT = 1;

    private DecisionJson() {}

    public static ObjectNode write(Decision decision) {
        ObjectNode root = Json.mapper().createObjectNode().put("format", FORMAT);
        root.put("user", decision.user().value());
        root.put("asOf", decision.asOf().toString());
        root.put("reason", decision.reason().name());
        if (!decision.context().isEmpty()) {
            root.set("context", ContextJson.write(decision.context()));
        }
        decision.rulesOff().ifPresent(off -> root.put("rulesOff", off.name()));
        decision.model().ifPresent(model -> root.put("model", model));
        ArrayNode segments = root.putArray("segments");
        decision.memberships().forEach(segment -> segments.add(segment.value()));
        ArrayNode items = root.putArray("items");
        decision.items().forEach(item -> items.add(item(item)));
        offers(decision, root);
        ArrayNode rules = root.putArray("rules");
        decision.rules().forEach(trace -> rules.add(trace(trace)));
        return root;
    }

    /// The first as `offer`; where there are more, all of them as `offers` too.
    public static void offers(Decision decision, ObjectNode node) {
        decision.offer().ifPresent(first -> offer(first, node.putObject("offer")));
        if (decision.offers().size() > 1) {
            ArrayNode all = node.putArray("offers");
            decision.offers().forEach(each -> offer(each, all.addObject()));
        }
    }

    private static void offer(DecidedOffer offer, ObjectNode node) {
        node.put("rule", offer.rule().value()).put("code", offer.code()).put("text", offer.text());
    }

    private static ObjectNode item(DecidedItem item) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("place", item.place()).put("item", item.item().value());
        node.put("score", item.score()).put("modelScore", item.modelScore()).put("factor", item.factor());
        node.put("source", item.source().name().toLowerCase(Locale.ROOT));
        item.rule().ifPresent(rule -> node.put("rule", rule.value()));
        node.put("why", item.sentence());
        ArrayNode evidence = node.putArray("evidence");
        item.evidence().forEach(part -> {
            ObjectNode written =
                    evidence.addObject().put("item", part.item().value()).put("contribution", part.contribution());
            part.together().ifPresent(pair -> together(pair, written.putObject("together")));
        });
        return node;
    }

    private static void together(Together pair, ObjectNode node) {
        node.put("baskets", pair.baskets()).put("ofEvidence", pair.ofThis()).put("ofItem", pair.ofOther());
        node.put("both", pair.both()).put("support", pair.support()).put("confidence", pair.confidence());
        node.put("lift", pair.lift());
    }

    private static ObjectNode trace(RuleTrace trace) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("rule", trace.rule().value()).put("name", trace.name());
        node.put("verdict", trace.verdict().name());
        if (trace.cause() != RuleTrace.Cause.NONE) {
            node.put("cause", trace.cause().name());
        }
        trace.lostTo().ifPresent(winner -> node.put("lostTo", winner.value()));
        if (trace.items() > 0) {
            node.put("items", trace.items());
        }
        tried(trace, node);
        return node;
    }

    /// What came of the models of a Recommend, if it names more than one.
    public static void tried(RuleTrace trace, ObjectNode node) {
        if (!trace.tried().isEmpty()) {
            ArrayNode models = node.putArray("models");
            trace.tried()
                    .forEach(one -> models.addObject()
                            .put("model", one.model())
                            .put("answer", one.answer().name()));
        }
    }
}
