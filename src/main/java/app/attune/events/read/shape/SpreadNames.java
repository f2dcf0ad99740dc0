package app.attune.events.read.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Names and values of a part of a record that are not known beforehand.
final class SpreadNames {
    private final Spread spread;
    private final FieldPath path;
    private final FieldPath key;
    private final FieldPath value;
    private final Set<String> taken;

    /// @param taken names of columns that have a source of their own
    SpreadNames(Spread spread, Set<String> taken) {
        this.spread = spread;
        this.path = FieldPath.of(spread.of());
        this.key = FieldPath.of(spread.key());
        this.value = FieldPath.of(spread.value());
        this.taken = Stream.concat(taken.stream(), spread.leaveOut().stream().map(name -> spread.prefix() + name))
                .collect(Collectors.toUnmodifiableSet());
    }

    String path() {
        return spread.of();
    }

    /// In the order of the record; names without a value are not among them.
    Map<String, String> values(RowView row) {
        Map<String, String> values = new LinkedHashMap<>();
        JsonNode part = row.node(path);
        if (part.isObject()) {
            flatten(spread.prefix(), part, row, values);
        } else if (part.isArray() && !spread.key().isEmpty()) {
            for (JsonNode element : part) {
                RowView inside = row.inside(element);
                String name = inside.text(key);
                if (!name.isEmpty()) {
                    put(spread.prefix() + name, inside.text(value), values);
                }
            }
        }
        return values;
    }

    private void flatten(String prefix, JsonNode object, RowView row, Map<String, String> values) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String name = prefix + member.getKey();
            if (taken.contains(name)) {
                continue;
            }
            if (member.getValue().isObject()) {
                flatten(name + ".", member.getValue(), row, values);
            } else {
                put(name, row.text(member.getValue()), values);
            }
        }
    }

    private void put(String name, String text, Map<String, String> values) {
        if (!text.isEmpty() && !taken.contains(name)) {
            values.putIfAbsent(name, text);
        }
    }
}
