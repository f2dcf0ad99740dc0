package app.attune.segments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A condition as one SQL query (H2 dialect) over the tables of [SqlNames]: user positions, ascending.
///
/// Written apart from the frame's evaluator, so that the two can check each other. Two-valued like the condition:
/// every comparison with a missing value is FALSE.
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
                "SELECT u.user_idx\nFROM users u\nWHERE " + where + "\nORDER BY u.user_idx", writer.values);
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
        private final List<Object> values = new ArrayList<>();

        Writer(SqlNames names, Instant asOf) {
            this.names = names;
            this.asOf = asOf;
        }

        /// Leaves out who was not known yet.
        String knownByThen(String indent) {
            if (names.allKnown(asOf)) {
                return "";
            }
            values.add(Bounds.firstMilli(asOf));
            values.add(Bounds.firstMilli(asOf));
            return "(u." + SqlNames.SINCE + " <= ?" + indent
                    + "OR EXISTS (SELECT 1 FROM events e WHERE e.user_idx = u.user_idx AND e.time_ms < ?))" + indent
                    + "AND ";
        }

        String write(Condition condition, String indent) {
            return switch (condition) {
                case AllOf group -> join(group.parts(), "AND", indent).orElse("TRUE");
                case AnyOf group -> join(group.parts(), "OR", indent).orElse("FALSE");
                case NoneOf group ->
                    join(group.parts(), "OR", indent).map(any -> "NOT " + any).orElse("TRUE");
                case AttributeCondition row -> attribute(row);
                case EventCondition row -> events(row, indent);
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
                    .map(column -> compare(
                            new Operand("u." + column.identifier(), column.kind()), row.comparison(), row.values()))
                    .orElseGet(() -> missing(row.comparison()));
        }

        private static String missing(Comparison comparison) {
            return comparison == Comparison.IS_MISSING ? "TRUE" : "FALSE";
        }

        private String events(EventCondition row, String indent) {
            String measured = measure(row.measure());
            String from = "FROM events e" + (readsItems(row) ? " LEFT JOIN items i ON i.item = e.item" : "");
            String subquery = "(SELECT " + measured + indent + "  " + from + indent + "  " + where(row) + ")";
            return compare(new Operand(subquery, FieldKind.NUMBER), row.comparison(), row.values());
        }

        private static boolean readsItems(EventCondition row) {
            return row.where().stream().anyMatch(test -> test.field().startsWith(EventField.ITEM_PREFIX))
                    || EventMeter.measuredField(row.measure())
                            .filter(name -> name.startsWith(EventField.ITEM_PREFIX))
                            .isPresent();
        }

        private String measure(Measure measure) {
            return switch (measure) {
                case Measure.Count count -> number("COUNT(*)");
                case Measure.Sum sum ->
                    names.eventField(sum.field())
                            .map(column -> number(
                                    "ROUND(COALESCE(SUM(CAST(" + column.identifier() + " AS DECFLOAT(20))), 0), 6)"))
                            .orElse(number("0 * COUNT(*)"));
                case Measure.CountDistinct distinct ->
                    names.eventField(distinct.field())
                            .map(column -> number("COUNT(DISTINCT " + column.identifier() + ")"))
                            .orElse(number("0 * COUNT(*)"));
                case Measure.DaysSinceLast days -> {
                    values.add(Bounds.firstMilli(asOf));
                    yield number("CAST(? AS BIGINT) - MAX(e.time_ms)") + " / 86400000";
                }
            };
        }

        private static String number(String expression) {
            return "CAST(" + expression + " AS DOUBLE PRECISION)";
        }

        private String where(EventCondition row) {
            Bounds bounds = Bounds.of(row.window(), asOf);
            List<String> tests = new ArrayList<>(List.of("e.user_idx = u.user_idx", "e.time_ms >= ?", "e.time_ms < ?"));
            values.add(bounds.from());
            values.add(bounds.to());
            if (!row.types().isEmpty()) {
                tests.add("e.type IN (" + marks(row.types().size()) + ")");
                values.addAll(row.types());
            }
            row.where().forEach(test -> tests.add(field(test)));
            return "WHERE " + String.join(" AND ", tests);
        }

        private String field(FieldTest test) {
            return names.eventField(test.field())
                    .map(column ->
                            compare(new Operand(column.identifier(), column.kind()), test.comparison(), test.values()))
                    .orElseGet(() -> missing(test.comparison()));
        }

        /// An SQL expression and what it holds. Its own values are bound before those of the comparison.
        private record Operand(String sql, FieldKind kind) {}

        private String compare(Operand operand, Comparison comparison, List<String> texts) {
            texts.forEach(text -> bind(text, operand.kind(), comparison));
            String sql = operand.sql();
            return switch (comparison) {
                case IS -> known(sql + " IN (" + marks(texts.size()) + ")");
                case IS_NOT -> known(sql + " NOT IN (" + marks(texts.size()) + ")");
                case AT_LEAST -> known(sql + " >= ?");
                case AT_MOST -> known(sql + " <= ?");
                case MORE_THAN -> known(sql + " > ?");
                case LESS_THAN -> known(sql + " < ?");
                case BETWEEN -> known(sql + " BETWEEN ? AND ?");
                case CONTAINS -> known(either("LOCATE(?, " + sql + ") > 0", texts.size()));
                case STARTS_WITH -> known(either("LEFT(" + sql + ", CHAR_LENGTH(?)) = ?", texts.size()));
                case IS_MISSING -> sql + " IS NULL";
                case IS_PRESENT -> sql + " IS NOT NULL";
            };
        }

        private void bind(String text, FieldKind kind, Comparison comparison) {
            switch (kind) {
                case NUMBER -> values.add(Literals.requireNumber(text));
                case DATE -> values.add(Literals.requireDate(text));
                case TEXT -> {
                    values.add(text);
                    if (comparison == Comparison.STARTS_WITH) {
                        values.add(text);
                    }
                }
            }
        }

        private static String known(String test) {
            return "COALESCE(" + test + ", FALSE)";
        }

        private static String either(String test, int times) {
            return "(" + String.join(" OR ", java.util.Collections.nCopies(times, test)) + ")";
        }

        private static String marks(int n) {
            return String.join(", ", java.util.Collections.nCopies(n, "?"));
        }
    }
}
