package app.attune.segments;

import java.util.List;
import java.util.stream.Collectors;

/// Comparisons in Spark's dialect: TRUE or FALSE for every value, the missing one included.
final class SparkTests {
    private SparkTests() {}

    static String compare(SqlTests.Operand operand, Asked asked) {
        String sql = operand.sql();
        List<String> values = asked.values().stream()
                .map(value -> literal(value, operand.kind()))
                .toList();
        return switch (asked.comparison()) {
            case IS -> known(sql + " IN (" + String.join(", ", values) + ")", asked);
            case IS_NOT -> known(sql + " NOT IN (" + String.join(", ", values) + ")", asked);
            case AT_LEAST -> known(sql + " >= " + values.getFirst(), asked);
            case AT_MOST -> known(sql + " <= " + values.getFirst(), asked);
            case MORE_THAN -> known(sql + " > " + values.getFirst(), asked);
            case LESS_THAN -> known(sql + " < " + values.getFirst(), asked);
            case BETWEEN -> known(sql + " BETWEEN " + String.join(" AND ", values), asked);
            case CONTAINS -> known(either("contains", sql, values), asked);
            case STARTS_WITH -> known(either("startswith", sql, values), asked);
            case IS_MISSING -> sql + " IS NULL";
            case IS_PRESENT -> sql + " IS NOT NULL";
        };
    }

    private static String either(String function, String sql, List<String> values) {
        return values.stream()
                .map(value -> function + "(" + sql + ", " + value + ")")
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    private static String known(String test, Asked asked) {
        return "COALESCE(" + test + ", " + (asked.whenMissing() == WhenMissing.YES ? "TRUE" : "FALSE") + ")";
    }

    private static String literal(String value, FieldKind kind) {
        return switch (kind) {
            case TEXT -> SparkLiterals.text(value);
            case NUMBER -> SparkLiterals.number(Literals.requireNumber(value));
            case DATE -> SparkLiterals.millis(Literals.requireDate(value));
        };
    }
}
