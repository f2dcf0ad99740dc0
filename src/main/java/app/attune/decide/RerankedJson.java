package app.attune.decide;

import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Re-ranked lists as JSON.
public final class RerankedJson {
    private RerankedJson() {}

    public static ObjectNode write(RerankedList list) {
        ObjectNode node = Json.mapper()
                .createObjectNode()
                .put("user", list.user().value())
                .put("model", list.model().toString())
                .put("asOf", list.asOf().toString())
                .put("steps", list.steps());
        node.putArray("items");
        node.putArray("gone");
        node.put("takenFurtherDown", list.taken());
        node.putArray("notes");
        list.items().forEach(line -> write(line, node.withArray("items").addObject()));
        list.gone().forEach(line -> write(line, node.withArray("gone").addObject()));
        list.notes().forEach(note -> node.withArray("notes").add(note));
        return node;
    }

    private static void write(RerankedList.Line line, ObjectNode node) {
        node.put("item", line.item().value()).put("name", line.name()).put("from", line.from());
        if (line.place() > 0) {
            node.put("place", line.place()).put("score", line.score());
        }
        node.put("reason", line.reason());
    }
}
