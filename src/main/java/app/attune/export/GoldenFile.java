package app.attune.export;

import app.attune.core.Progress;
import app.attune.core.json.Json;
import app.attune.decide.DecidedItem;
import app.attune.decide.Decision;
import app.attune.decide.DecisionInput;
import app.attune.decide.DecisionJson;
import app.attune.decide.ProfileDesk;
import app.attune.rules.ContextJson;
import app.attune.rules.RuleTrace;
import app.attune.segments.FieldKind;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Golden decisions as lines of JSON.
final class GoldenFile {
    private GoldenFile() {}

    static String of(ProfileDesk desk, List<GoldenChoice.Chosen> chosen, Progress progress) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < chosen.size(); i++) {
            progress.checkpoint();
            progress.report("Making golden decisions", i, chosen.size());
            String id = String.format(Locale.ROOT, "golden-%04d", i + 1);
            DecisionInput input = chosen.get(i).input();
            ObjectNode line = input(desk, input);
            line.put("id", id).put("why", chosen.get(i).why());
            line.set("expected", expected(desk.decide(input)));
            text.append(Json.write(line)).append('\n');
        }
        return text.toString();
    }

    static ObjectNode input(ProfileDesk desk, DecisionInput input) {
        ObjectNode line = Json.mapper().createObjectNode();
        line.put("user", input.user().value()).put("at", input.at().toString());
        if (!input.context().isEmpty()) {
            line.set("context", ContextJson.write(input.context()));
        }
        ObjectNode attributes = line.putObject("attributes");
        desk.shape().attributes().forEach((name, kind) -> {
            String value = input.profile().attributes().get(name);
            if (value == null) {
                attributes.putNull(name);
            } else if (kind.equals(Optional.of(FieldKind.NUMBER))) {
                attributes.put(name, Double.parseDouble(value));
            } else {
                attributes.put(name, value);
            }
        });
        ObjectNode features = line.putObject("features");
        desk.shape().features().features().forEach(feature -> {
            if (feature.isItem()) {
                features.put(feature.name(), input.profile().items().get(feature.name()));
            } else {
                features.put(feature.name(), input.profile().features().get(feature.name()));
            }
        });
        ArrayNode history = line.putArray("history");
        input.history()
                .forEach(item -> history.addArray().add(item.item().value()).add(item.weight()));
        return line;
    }

    static ObjectNode expected(Decision decision) {
        ObjectNode node = Json.mapper().createObjectNode();
        ArrayNode segments = node.putArray("segments");
        decision.memberships().forEach(segment -> segments.add(segment.value()));
        node.put("reason", decision.reason().name());
        decision.model().ifPresent(model -> node.put("model", model));
        ArrayNode items = node.putArray("items");
        decision.items().forEach(item -> items.add(item(item)));
        DecisionJson.offers(decision, node);
        ArrayNode rules = node.putArray("rules");
        decision.rules().forEach(trace -> rules.add(trace(trace)));
        decision.rulesOff().ifPresent(off -> node.put("rulesOff", off.name()));
        return node;
    }

    private static ObjectNode item(DecidedItem item) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("place", item.place()).put("item", item.item().value()).put("score", item.score());
        node.put("source", item.source().name().toLowerCase(Locale.ROOT));
        item.rule().ifPresent(rule -> node.put("rule", rule.value()));
        ArrayNode evidence = node.putArray("evidence");
        item.evidence().forEach(part -> evidence.add(part.item().value()));
        return node;
    }

    private static ObjectNode trace(RuleTrace trace) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("rule", trace.rule().value()).put("verdict", trace.verdict().name());
        if (trace.cause() != RuleTrace.Cause.NONE) {
            node.put("cause", trace.cause().name());
        }
        trace.lostTo().ifPresent(winner -> node.put("lostTo", winner.value()));
        node.put("items", trace.items());
        DecisionJson.tried(trace, node);
        return node;
    }

    /// What every user gets, with real ids.
    static void appendUser(StringBuilder text, Decision decision) {
        ObjectNode line = Json.mapper().createObjectNode();
        line.put("user", decision.user().value())
                .put("reason", decision.reason().name());
        ArrayNode items = line.putArray("items");
        decision.items().forEach(item -> items.add(item.item().value()));
        decision.offer().ifPresent(offer -> line.put("offer", offer.code()));
        if (decision.offers().size() > 1) {
            ArrayNode codes = line.putArray("offers");
            decision.offers().forEach(offer -> codes.add(offer.code()));
        }
        text.append(Json.write(line)).append('\n');
    }
}
