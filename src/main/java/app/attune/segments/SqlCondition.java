package app.attune.segments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A condition as one SQL query (H2 dialect) over the tables of [SqlNames]: user positions, ascending.
///
/// Written apart from the frame's evaluator, so that the two can check each other. Two-valued like the condition:
/// no comparison is NULL.
///
/// @param text   with a `?` for every value; no text of the analyst's is in it
/// @param values what to bind, in order: String, Double or Long
public record SqlCondition(String text, List<Object> values) {
    public SqlCondition {
        values = List.copyOf(values);
    }

    /// The query for `condition`, which has passed [ConditionCheck].
    public static SqlCondition of(Condition condition, SqlNames names, Instant asOf) {
        Writer writer = new Writer(names, asOf);
        String where = writer.knownByThen("\n  ") + writer.write(condition, "\n  ");
        return new SqlCondition(
                "SELECT u.user_idx\nFROM users u\nWHERE " + where + "\nORDER BY u.user_idx", writer.tests.values());
    }

    /// For reading: the query, what its numbered columns stand for, and the values in order.
    public String readable(SqlNames names) {
        StringBuilder shown = new StringBuilder(text);
        names.legend(text).forEach(line -> shown.append("\n-- ").append(line));
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            String literal = value instanceof String words ? "'" + words.replace("'", "''") + "'" : value.toString();
            shown.append("\n-- ?").append(i + 1).append(" = ").append(literal.replaceAll("\\R", " "));
        }
        return shown.toString();
    }

    private static final class Writer {
        private final SqlNames names;
        private final Instant asOf;
        private final SqlTests tests;
        private final SqlEvents events;
        private final SqlPersons persons;

        Writer(SqlNames names, Instant asOf) {
            this.names = names;
            this.asOf = asOf;
            tests = new SqlTests();
            events = new SqlEvents(names, asOf, tests);
            persons = new SqlPersons(names, asOf, tests, events);
        }

        /// Leaves out who was not known yet.
        String knownByThen(String indent) {
            if (names.allKnown(asOf)) {
                return "";
            }
            tests.bind(Bounds.firstMilli(asOf));
            tests.bind(Bounds.firstMilli(asOf));
            return "(u." + SqlNames.SINCE + " < ?" + indent
                    + "OR EXISTS (SELECT 1 FROM events e WHERE e.user_idx = u.user_idx AND e.time_ms < ?))" + indent
                    + "AND ";
        }

        String write(Condition condition, String indent) {
            return switch (condition) {
                case AllOf group -> join(group.parts(), "AND", indent).orElse("TRUE");
                case AnyOf group -> join(group.parts(), "OR", indent).orElse("FALSE");
                case NoneOf group ->
                    join(group.parts(), "OR", indent).map(any -> "NOT " + any).orElse("TRUE");
                case MarkedCondition marked -> throw marked.unexpected();
                case AttributeCondition row -> attribute(row);
                case EventCondition row -> events.compared(row, indent);
                case UserCondition row -> persons.test(row, () -> knownByThen(indent + "  "), indent);
            };
        }

        private Optional<String> join(List<Condition> parts, String word, String indent) {
            String deeper = indent + "  ";
            return parts.isEmpty()
                    ? Optional.empty()
                    : Optional.of(parts.stream()
                            .map(part -> write(part, deeper))
                            .collect(Collectors.joining(indent + word + " ", "(" + deeper, indent + ")")));
        }

        private String attribute(AttributeCondition row) {
            return names.attribute(row.attribute())
                    .map(column ->
                            tests.compare(new SqlTests.Operand("u." + column.identifier(), column.kind()), row.asked()))
                    .orElseGet(() -> SqlTests.missing(row.asked()));
        }
    }
}
