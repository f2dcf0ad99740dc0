package app.attune.rules.matrix;

import app.attune.events.AttributeHistory;
import app.attune.events.Column;
import app.attune.events.ColumnTable;
import app.attune.profiles.Population;
import app.attune.segments.FieldKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
        kinds.forEach((name, kind) ->
                columns.add(MadeColumns.column(name, kind, List.of(attributes.getOrDefault(name, MISSING)))));
        return Population.agreeing(new MadeFrame(this, schema).frame(), new ColumnTable(1, columns), "made")
                .firstKnown(new long[] {AttributeHistory.ALWAYS});
    }
}
