package app.attune.segments.versions;

import app.attune.segments.Condition;
import app.attune.segments.ConditionJson;
import app.attune.segments.Conditions;
import app.attune.segments.Marks;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The rows of conditions and what they are about. Read from the written form, so that it holds for every kind of row
/// there is.
final class Rows {
    private static final List<String> ASKED = List.of("comparison", "values", "whenMissing");

    private Rows() {}

    /// All rows below a part, in order; the part itself if it is one.
    static List<Condition> of(Condition part) {
        return Conditions.isGroup(part)
                ? Conditions.parts(part).stream()
                        .flatMap(one -> of(one).stream())
                        .toList()
                : List.of(Marks.bare(part));
    }

    /// What is looked at, whatever it is compared with.
    static JsonNode subject(Condition row) {
        JsonNode node = ConditionJson.node(Marks.bare(row)).deepCopy();
        return node instanceof ObjectNode object ? object.remove(ASKED) : node;
    }

    /// What it is about in the widest sense: the attribute, the events, or the kind of row.
    static JsonNode topic(Condition row) {
        JsonNode node = subject(row);
        for (String key : List.of("attribute", "types", "rank")) {
            if (node.has(key)) {
                return node.get(key);
            }
        }
        Set<String> keys = new TreeSet<>();
        node.fieldNames().forEachRemaining(keys::add);
        return TextNode.valueOf(String.join(" ", keys));
    }
}
