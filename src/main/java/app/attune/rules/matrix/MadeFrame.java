package app.attune.rules.matrix;

import app.attune.events.Column;
import app.attune.events.ColumnTable;
import app.attune.events.Dictionary;
import app.attune.events.EventColumns;
import app.attune.events.EventFrame;
import app.attune.segments.FieldKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// The events of a made-up user as a frame with the fields that the data has.
final class MadeFrame {
    private static final Cell MISSING = new Cell.Missing();
    private static final String NAME = "made";

    private final MadeUser user;
    private final Schema schema;
    private final Dictionary types;
    private final Dictionary items;

    MadeFrame(MadeUser user, Schema schema) {
        this.user = user;
        this.schema = schema;
        types = Dictionary.of(
                user.events().stream().map(MadeEvent::type).distinct().toList());
        items = Dictionary.of(user.events().stream()
                .map(MadeEvent::item)
                .filter(item -> !item.isEmpty())
                .map(MadeFrame::itemId)
                .distinct()
                .toList());
    }

    EventFrame frame() {
        List<Column> properties = columns(schema.fields(), user.events(), MadeEvent::fields, "");
        List<Column> catalogue = columns(schema.items(), catalogue(), item -> item, "item.");
        return new EventFrame(eventColumns(), properties, new ColumnTable(items.size(), catalogue), NAME);
    }

    private EventColumns eventColumns() {
        List<MadeEvent> events = user.events();
        return new EventColumns(
                Dictionary.of(List.of(user.id())),
                items,
                types,
                new int[] {0, events.size()},
                events.stream().mapToLong(MadeEvent::millis).toArray(),
                events.stream()
                        .mapToInt(event -> MadeColumns.code(types, event.type()))
                        .toArray(),
                events.stream().mapToInt(event -> itemCode(event.item())).toArray(),
                events.stream().mapToDouble(MadeEvent::value).toArray());
    }

    private int itemCode(Map<String, Cell> item) {
        return item.isEmpty() ? Dictionary.MISSING : MadeColumns.code(items, itemId(item));
    }

    /// What is said of each item first.
    private List<Map<String, Cell>> catalogue() {
        List<Map<String, Cell>> catalogue = new ArrayList<>();
        for (int code = 0; code < items.size(); code++) {
            int wanted = code;
            catalogue.add(user.events().stream()
                    .map(MadeEvent::item)
                    .filter(item -> itemCode(item) == wanted)
                    .findFirst()
                    .orElseThrow());
        }
        return catalogue;
    }

    private static String itemId(Map<String, Cell> item) {
        return item.get("item") instanceof Cell.Text text ? text.text() : "item";
    }

    private static <T> List<Column> columns(
            Map<String, FieldKind> kinds, List<T> rows, Function<T, Map<String, Cell>> fields, String prefix) {
        List<Column> columns = new ArrayList<>();
        new TreeMap<>(kinds)
                .forEach((name, kind) -> columns.add(MadeColumns.column(
                        name,
                        kind,
                        rows.stream()
                                .map(row -> fields.apply(row).getOrDefault(prefix + name, MISSING))
                                .toList())));
        return columns;
    }
}
