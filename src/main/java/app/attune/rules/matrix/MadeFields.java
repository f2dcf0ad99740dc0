package app.attune.rules.matrix;

import app.attune.segments.EventKind;
import app.attune.segments.FieldKind;
import app.attune.segments.FieldTest;
import app.attune.segments.ValueTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Finds values for the fields of an event with which it is of a kind.
final class MadeFields {
    private static final String ITEM = "item";
    private static final String VALUE = "value";

    private final Schema schema;

    MadeFields(Schema schema) {
        this.schema = schema;
    }

    /// By field; missing ones are absent. Empty when there are none.
    Optional<Map<String, Cell>> of(EventKind kind) {
        Map<String, List<FieldTest>> byField = new LinkedHashMap<>();
        kind.where()
                .forEach(test -> byField.computeIfAbsent(test.field(), name -> new ArrayList<>())
                        .add(test));
        Map<String, Cell> fields = new LinkedHashMap<>();
        for (Map.Entry<String, List<FieldTest>> entry : byField.entrySet()) {
            Optional<Cell> found = value(entry.getKey(), entry.getValue());
            if (found.isEmpty()) {
                return Optional.empty();
            }
            if (!(found.get() instanceof Cell.Missing)) {
                fields.put(entry.getKey(), found.get());
            }
        }
        return Optional.of(fields);
    }

    /// What a field holds; empty when the data has no such field.
    Optional<FieldKind> kind(String field) {
        if (field.equals(ITEM)) {
            return Optional.of(FieldKind.TEXT);
        }
        if (field.equals(VALUE)) {
            return Optional.of(FieldKind.NUMBER);
        }
        return field.startsWith(ITEM + ".")
                ? Optional.ofNullable(schema.items().get(field.substring(ITEM.length() + 1)))
                : Optional.ofNullable(schema.fields().get(field));
    }

    private Optional<Cell> value(String field, List<FieldTest> tests) {
        List<Cell> cells = new ArrayList<>();
        kind(field).ifPresent(kind -> cells.addAll(cells(kind, tests)));
        cells.add(new Cell.Missing());
        List<Predicate<Cell>> wanted =
                tests.stream().map(ValueTest::of).map(CellTest::of).toList();
        return cells.stream()
                .filter(cell -> wanted.stream().allMatch(test -> test.test(cell)))
                .findFirst();
    }

    private static List<Cell> cells(FieldKind kind, List<FieldTest> tests) {
        List<FieldTest> named = tests.stream()
                .filter(test -> !test.comparison().asksForMissing())
                .toList();
        return switch (kind) {
            case TEXT -> {
                TextCells texts = new TextCells();
                named.forEach(test -> texts.add(test.comparison(), test.values()));
                yield texts.cells().orElse(List.of());
            }
            case NUMBER ->
                NumberCells.any()
                        .cut(named.stream()
                                .flatMap(test -> ValueTest.of(test).namedNumbers().stream())
                                .toList());
            case DATE ->
                DateCells.of(named.stream()
                        .flatMap(test -> ValueTest.of(test).namedDates().stream())
                        .toList());
        };
    }
}
