package app.attune.decide;

import app.attune.core.json.Json;
import app.attune.segments.Explanation;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Writes a preview as JSON, for scripts and to hand over.
public final class PreviewJson {
    /// The version of the format written.
    public static final int FORMAT = 1;

    private PreviewJson() {}

    public static ObjectNode write(Preview preview) {
        ObjectNode root = Json.mapper().createObjectNode().put("format", FORMAT);
        root.put("user", preview.user().value()).put("asOf", preview.asOf().toString());
        preview.consent().ifPresent(consent -> root.put("consent", consent));
        ObjectNode attributes = root.putObject("attributes");
        preview.facts().forEach(fact -> attributes.put(fact.name(), fact.value()));
        root.put("events", preview.timeline().events());
        visits(preview, root.putArray("visits"));
        ArrayNode segments = root.putArray("segments");
        preview.segments().forEach(standing -> segments.add(standing(standing)));
        root.set("decision", DecisionJson.write(preview.decision()));
        ArrayNode popular = root.putArray("popular");
        preview.popular().forEach(item -> popular.add(item.item().value()));
        return root;
    }

    private static void visits(Preview preview, ArrayNode visits) {
        for (Timeline.Visit visit : preview.timeline().visits()) {
            ArrayNode events = visits.addObject()
                    .put("from", visit.from().toString())
                    .put("to", visit.to().toString())
                    .putArray("events");
            visit.events().forEach(event -> {
                ObjectNode node =
                        events.addObject().put("time", event.time().toString()).put("type", event.type());
                event.item().ifPresent(item -> node.put("item", item.value()));
                event.value().ifPresent(value -> node.put("value", value));
            });
        }
    }

    private static ObjectNode standing(Preview.Standing standing) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("segment", standing.segment().id().value());
        node.put("name", standing.segment().name());
        node.put("in", standing.explanation().matched());
        ArrayNode because = node.putArray("because");
        standing.explanation().decisive().stream().map(Explanation::text).forEach(because::add);
        return node;
    }
}
