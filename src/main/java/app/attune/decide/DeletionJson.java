package app.attune.decide;

import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalInt;

/// Writes deletion tests as JSON: `place` and `rank` are left out where the item has none.
public final class DeletionJson {
    private DeletionJson() {}

    public static ArrayNode write(List<DeletionTest> tests) {
        ArrayNode all = Json.mapper().createArrayNode();
        for (DeletionTest test : tests) {
            ObjectNode node = all.addObject().put("item", test.item().value());
            put(node, OptionalInt.of(test.place()), test.rank());
            ArrayNode cases = node.putArray("without");
            for (DeletionTest.Without one : test.cases()) {
                ObjectNode written = cases.addObject();
                one.removed().forEach(item -> written.withArray("removed").add(item.value()));
                put(written, one.place(), one.rank());
            }
        }
        return all;
    }

    private static void put(ObjectNode node, OptionalInt place, OptionalInt rank) {
        place.ifPresent(number -> node.put("place", number));
        rank.ifPresent(number -> node.put("rank", number));
    }
}
