package app.attune.segments;

import app.attune.core.ProblemException;
import app.attune.events.Column;
import app.attune.profiles.Population;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which column of Spark's tables stands for which attribute or field.
///
/// @param users  what is known of users
/// @param events the further columns of events
/// @param items  what is known of items
record SparkNames(List<Column> users, List<Column> events, List<Column> items) {
    /// When an event was, in epoch milliseconds.
    static final String MILLIS = "at_ms";

    private static final List<String> OF_EVENTS =
            List.of("event_id", "user_id", "event_time", "event_type", "item_id", EventField.VALUE, MILLIS);

    static SparkNames of(Population population) {
        return new SparkNames(
                population.attributes().columns(),
                population.events().properties(),
                population.events().catalogue().columns());
    }

    /// Of the user `p`; empty if nobody has it.
    Optional<SqlTests.Operand> attribute(String name) {
        return find("p.", name, users, List.of("user_id"));
    }

    /// Of the event `e` or its item `i`; empty if no event has it.
    Optional<SqlTests.Operand> field(String name) {
        if (name.equals(EventField.ITEM)) {
            return Optional.of(new SqlTests.Operand("e.item_id", FieldKind.TEXT));
        }
        if (name.equals(EventField.VALUE)) {
            return Optional.of(new SqlTests.Operand("e.value", FieldKind.NUMBER));
        }
        return name.startsWith(EventField.ITEM_PREFIX)
                ? find("i.", name.substring(EventField.ITEM_PREFIX.length()), items, List.of("item_id"))
                : find("e.", name, events, OF_EVENTS);
    }

    private static Optional<SqlTests.Operand> find(
            String alias, String name, List<Column> columns, List<String> fixed) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .map(column -> {
                    requireOnly(name, columns, fixed);
                    FieldKind kind = FieldKind.of(column);
                    return new SqlTests.Operand(read(alias + SparkLiterals.identifier(name), kind), kind);
                });
    }

    /// Dates are compared by their milliseconds, as the workbench does.
    private static String read(String column, FieldKind kind) {
        return kind == FieldKind.DATE ? "unix_millis(CAST(" + column + " AS TIMESTAMP))" : column;
    }

    /// Spark does not tell capitals from small letters in names.
    private static void requireOnly(String name, List<Column> columns, List<String> fixed) {
        List<String> others = new ArrayList<>(fixed);
        columns.stream().map(Column::name).filter(other -> !other.equals(name)).forEach(others::add);
        others.stream().filter(name::equalsIgnoreCase).findFirst().ifPresent(other -> {
            throw new ProblemException(SparkLiterals.problem(
                    "Spark cannot tell the column \"" + name + "\" from \"" + other + "\".",
                    "Import one of them under another name, or leave the row out."));
        });
    }
}
