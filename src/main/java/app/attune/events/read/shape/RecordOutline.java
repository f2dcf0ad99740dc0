package app.attune.events.read.shape;

import app.attune.core.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Finds every place in the first records of a file, in the order the records have them.
public final class RecordOutline {
    private static final int MAX_FIELDS = 400;
    private static final int MAX_DEPTH = 8;
    private static final int MAX_ELEMENTS = 20;
    private static final int EXAMPLE = 80;

    private final Map<String, RecordField> fields = new LinkedHashMap<>();
    private final Map<String, Explode> lists = new LinkedHashMap<>();
    private final Set<String> names = new TreeSet<>();

    private RecordOutline() {}

    /// At most 400 places; those in lists also of later elements.
    public static List<RecordField> of(List<ObjectNode> records) {
        RecordOutline outline = new RecordOutline();
        records.forEach(record -> outline.members(new Place("", "", RecordField.Kind.VALUE, List.of(), 0), record));
        return List.copyOf(outline.fields.values());
    }

    /// Where the walk is.
    ///
    /// @param name of what stands here, with dots; blank for the record
    private record Place(String path, String name, RecordField.Kind kind, List<Explode> lists, int depth) {
        Place member(String key) {
            String dotted = name.isEmpty() ? key : name + "." + key;
            return new Place(path + "/" + escaped(key), dotted, kind, lists, depth + 1);
        }

        Place inside(String part, String called) {
            return new Place(path + part, called, RecordField.Kind.INSIDE, lists, depth + 1);
        }
    }

    private void members(Place place, JsonNode object) {
        object.properties().forEach(member -> visit(place.member(member.getKey()), member.getValue()));
    }

    private void visit(Place place, JsonNode node) {
        if (place.depth() > MAX_DEPTH || node.isNull()) {
            return;
        }
        if (node.isObject()) {
            members(place, node);
        } else if (node.isArray()) {
            list(place, node);
        } else {
            add(place, place.kind(), node.asText());
            text(place, node.asText());
        }
    }

    private void list(Place place, JsonNode list) {
        Explode rows = lists.computeIfAbsent(place.path(), path -> new Explode(path, elementName(place.name())));
        List<Explode> within = new ArrayList<>(place.lists());
        within.add(rows);
        add(
                new Place(place.path(), place.name(), place.kind(), within, place.depth()),
                RecordField.Kind.LIST,
                list.toString());
        Place element = new Place(rows.as(), place.name(), RecordField.Kind.VALUE, within, place.depth() + 1);
        for (int i = 0; i < Math.min(list.size(), MAX_ELEMENTS); i++) {
            visit(element, list.get(i));
            pair(place, list.get(i));
        }
    }

    /// An element of a list of names and values: its value can be reached by its name.
    private void pair(Place place, JsonNode element) {
        for (String key : List.of("key", "name")) {
            String name = element.path(key).asText("");
            if (name.isEmpty() || !element.path(key).isTextual() || name.indexOf(']') >= 0 || element.size() > 3) {
                continue;
            }
            Place found = place.inside("[" + key + "=" + escaped(name) + "]", place.name() + "." + name);
            element.properties().stream()
                    .filter(member -> !member.getKey().equals(key))
                    .forEach(member -> visit(found.member(member.getKey()), member.getValue()));
            return;
        }
    }

    private void text(Place place, String text) {
        if (text.startsWith("{") && text.endsWith("}")) {
            try {
                JsonNode object = Json.mapper().readTree(text);
                if (object.isObject()) {
                    members(place.inside("/(json)", place.name()), object);
                }
            } catch (JsonProcessingException e) {
                // A text that only looks like an object stays a text.
                return;
            }
        }
    }

    private void add(Place place, RecordField.Kind kind, String value) {
        String example = value.length() > EXAMPLE ? value.substring(0, EXAMPLE) + "…" : value;
        RecordField known = fields.get(place.path());
        if (known == null && fields.size() < MAX_FIELDS) {
            fields.put(place.path(), new RecordField(place.path(), place.name(), kind, example, place.lists()));
        } else if (known != null && known.example().isEmpty()) {
            fields.put(place.path(), new RecordField(known.path(), known.name(), known.kind(), example, known.lists()));
        }
    }

    /// A name of letters that no other list's elements have.
    private String elementName(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1).replaceAll("[^A-Za-z0-9_]", "");
        String base = last.matches("[A-Za-z].*") ? last : "element" + last;
        String free = base;
        for (int n = 2; !names.add(free); n++) {
            free = base + n;
        }
        return free;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0")
                .replace("/", "~1")
                .replace("|", "~2")
                .replace("[", "~3")
                .replace("(", "~4");
    }
}
