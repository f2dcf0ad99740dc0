package app.attune.rules.matrix;

import app.attune.events.AttributeHistory;
import app.attune.events.Column;
import app.attune.events.ColumnTable;
import app.attune.events.DateColumn;
import app.attune.events.Dictionary;
import app.attune.events.EventColumns;
import app.attune.events.EventFrame;
import app.attune.events.NumberColumn;
import app.attune.events.TextColumn;
import app.attune.profiles.Population;
import app.attune.segments.FieldKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// A made-up user.
///
/// @param attributes absent ones are missing
record MadeUser(String id, Map<String, Cell> attributes, List<MadeEvent> events) {
    private static final Cell MISSING = new Cell.Missing();

    MadeUser {
        attributes = Map.copyOf(attributes);
        events = events.stream()
                .sorted(Comparator.comparingLong(MadeEvent::millis))
                .toList();
    }

    MadeUser with(List<MadeEvent> others) {
        return new MadeUser(id, attributes, others);
    }

    /// All there is: this user alone, with the attributes and fields that the data has.
    Population population(Schema schema) {
        Map<String, FieldKind> kinds = new TreeMap<>(schema.attributes());
        attributes.forEach((name, cell) -> {
            if (cell instanceof Cell.Text) {
                kinds.putIfAbsent(name, FieldKind.TEXT);
            }
        });
        List<Column> columns = new ArrayList<>();
        kinds.forEach((name, kind) -> columns.add(column(name, kind, List.of(attributes.getOrDefault(name, MISSING)))));
        return Population.agreeing(frame(schema), new ColumnTable(1, columns), "made")
                .firstKnown(new long[] {AttributeHistory.ALWAYS});
    }

    private EventFrame frame(Schema schema) {
        int size = events.size();
        Dictionary types =
                Dictionary.of(events.stream().map(MadeEvent::type).distinct().toList());
        List<Map<String, Cell>> items = events.stream()
                .map(MadeEvent::item)
                .filter(item -> !item.isEmpty())
                .toList();
        Dictionary ids =
                Dictionary.of(items.stream().map(MadeUser::itemId).distinct().toList());
        EventColumns columns = new EventColumns(
                Dictionary.of(List.of(id)),
                ids,
                types,
                new int[] {0, size},
                events.stream().mapToLong(MadeEvent::millis).toArray(),
                events.stream().mapToInt(event -> code(types, event.type())).toArray(),
                events.stream()
                        .mapToInt(
                                event -> event.item().isEmpty() ? Dictionary.MISSING : code(ids, itemId(event.item())))
                        .toArray(),
                events.stream().mapToDouble(MadeEvent::value).toArray());
        List<Column> properties = columns(schema.fields(), events, MadeEvent::fields, "");
        List<Map<String, Cell>> distinct = new ArrayList<>();
        for (int code = 0; code < ids.size(); code++) {
            int wanted = code;
            distinct.add(items.stream()
                    .filter(item -> code(ids, itemId(item)) == wanted)
                    .findFirst()
                    .orElseThrow());
        }
        List<Column> catalogue = columns(schema.items(), distinct, item -> item, "item.");
        return new EventFrame(columns, properties, new ColumnTable(ids.size(), catalogue), "made");
    }

    private static int code(Dictionary dictionary, String text) {
        return dictionary.find(text).orElseThrow();
    }

    private static String itemId(Map<String, Cell> item) {
        return item.get("item") instanceof Cell.Text text ? text.text() : "item";
    }

    private static <T> List<Column> columns(
            Map<String, FieldKind> kinds, List<T> rows, Function<T, Map<String, Cell>> fields, String prefix) {
        List<Column> columns = new ArrayList<>();
        new TreeMap<>(kinds)
                .forEach((name, kind) -> columns.add(column(
                        name,
                        kind,
                        rows.stream()
                                .map(row -> fields.apply(row).getOrDefault(prefix + name, MISSING))
                                .toList())));
        return columns;
    }

    private static Column column(String name, FieldKind kind, List<Cell> cells) {
        return switch (kind) {
            case TEXT -> {
                Dictionary texts = Dictionary.of(cells.stream()
                        .filter(Cell.Text.class::isInstance)
                        .map(cell -> ((Cell.Text) cell).text())
                        .distinct()
                        .toList());
                yield new TextColumn(
                        name,
                        texts,
                        cells.stream()
                                .mapToInt(cell ->
                                        cell instanceof Cell.Text text ? code(texts, text.text()) : Dictionary.MISSING)
                                .toArray());
            }
            case NUMBER ->
                new NumberColumn(
                        name,
                        cells.stream()
                                .mapToDouble(cell -> cell instanceof Cell.Numbers number ? number.pick() : Double.NaN)
                                .toArray());
            case DATE ->
                new DateColumn(
                        name,
                        cells.stream()
                                .mapToLong(cell -> cell instanceof Cell.Date date ? date.millis() : DateColumn.MISSING)
                                .toArray());
        };
    }
}
