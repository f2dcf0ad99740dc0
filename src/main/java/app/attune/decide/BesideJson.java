package app.attune.decide;

import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/// Writes the second of two decisions side by side as JSON, with what became of each item; `before` and `after` are
/// places, left out where the item is not on that list.
public final class BesideJson {
    private BesideJson() {}

    public static ObjectNode write(Beside beside) {
        ObjectNode root = Json.mapper().createObjectNode().put("with", beside.title());
        ArrayNode changes = root.putArray("changes");
        for (ListChange change : beside.items()) {
            ObjectNode node = changes.addObject().put("item", change.item().value());
            node.put("change", change.kind().name().toLowerCase(Locale.ROOT));
            change.before().ifPresent(place -> node.put("before", place));
            change.after().ifPresent(place -> node.put("after", place));
        }
        ArrayNode differences = root.putArray("differences");
        BesideWords.differences(beside).forEach(differences::add);
        beside.kept().ifPresent(said -> root.put("kept", said));
        root.set("decision", DecisionJson.write(beside.after()));
        return root;
    }
}
