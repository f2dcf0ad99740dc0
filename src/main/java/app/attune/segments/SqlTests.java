package app.attune.segments;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Comparisons as SQL, and the values to bind in the order of their marks.
final class SqlTests {
    private final List<Object> values = new ArrayList<>();

    /// An SQL expression and what it holds. Its own values are bound before those of the comparison.
    record Operand(String sql, FieldKind kind) {}

    List<Object> values() {
        return values;
    }

    /// The value of the next mark.
    void bind(Object value) {
        values.add(value);
    }

    /// TRUE or FALSE for every value of the operand, the missing one included.
    String compare(Operand operand, Asked asked) {
        List<String> texts = asked.values();
        texts.forEach(text -> bind(text, operand.kind(), asked.comparison()));
        String sql = operand.sql();
        return switch (asked.comparison()) {
            case IS -> known(sql + " IN (" + marks(texts.size()) + ")", asked);
            case IS_NOT -> known(sql + " NOT IN (" + marks(texts.size()) + ")", asked);
            case AT_LEAST -> known(sql + " >= ?", asked);
            case AT_MOST -> known(sql + " <= ?", asked);
            case MORE_THAN -> known(sql + " > ?", asked);
            case LESS_THAN -> known(sql + " < ?", asked);
            case BETWEEN -> known(sql + " BETWEEN ? AND ?", asked);
            case CONTAINS -> known(either("LOCATE(?, " + sql + ") > 0", texts.size()), asked);
            case STARTS_WITH -> known(either("LEFT(" + sql + ", CHAR_LENGTH(?)) = ?", texts.size()), asked);
            case IS_MISSING -> sql + " IS NULL";
            case IS_PRESENT -> sql + " IS NOT NULL";
        };
    }

    private void bind(String text, FieldKind kind, Comparison comparison) {
        switch (kind) {
            case NUMBER -> bind(Literals.requireNumber(text));
            case DATE -> bind(Literals.requireDate(text));
            case TEXT -> {
                bind(text);
                if (comparison == Comparison.STARTS_WITH) {
                    bind(text);
                }
            }
        }
    }

    private static String known(String test, Asked asked) {
        return "COALESCE(" + test + ", " + (asked.whenMissing() == WhenMissing.YES ? "TRUE" : "FALSE") + ")";
    }

    private static String either(String test, int times) {
        return "(" + String.join(" OR ", Collections.nCopies(times, test)) + ")";
    }

    static String marks(int n) {
        return String.join(", ", Collections.nCopies(n, "?"));
    }

    /// What the comparison says of a value that nobody has.
    static String missing(Asked asked) {
        return switch (asked.comparison()) {
            case IS_MISSING -> "TRUE";
            case IS_PRESENT -> "FALSE";
            case IS, IS_NOT, AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN, BETWEEN, CONTAINS, STARTS_WITH ->
                asked.whenMissing() == WhenMissing.YES ? "TRUE" : "FALSE";
        };
    }
}
