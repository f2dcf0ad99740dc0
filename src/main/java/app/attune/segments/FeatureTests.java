package app.attune.segments;

import java.util.List;
import java.util.stream.Collectors;

/// Tests of single events in the SQL of [FeatureSql], over the events `e` and the items `i`.
final class FeatureTests {
    private FeatureTests() {}

    static String of(FieldTest test) {
        String passes = compared(test);
        return test.whenMissing() == WhenMissing.YES
                ? "(" + passes + " OR " + field(test.field()) + " IS NULL)"
                : passes;
    }

    private static String compared(FieldTest test) {
        String field = field(test.field());
        List<String> values = test.values();
        return switch (test.comparison()) {
            case IS -> field + " IN (" + literals(values) + ")";
            case IS_NOT -> field + " NOT IN (" + literals(values) + ")";
            case AT_LEAST -> field + " >= " + literals(values);
            case AT_MOST -> field + " <= " + literals(values);
            case MORE_THAN -> field + " > " + literals(values);
            case LESS_THAN -> field + " < " + literals(values);
            case BETWEEN ->
                field + " BETWEEN " + values.stream().map(FeatureTests::literal).collect(Collectors.joining(" AND "));
            case CONTAINS -> either(field, " > 0", values);
            case STARTS_WITH -> either(field, " = 1", values);
            case IS_MISSING -> field + " IS NULL";
            case IS_PRESENT -> field + " IS NOT NULL";
        };
    }

    private static String either(String field, String outcome, List<String> values) {
        return values.stream()
                .map(value -> "POSITION(" + literal(value) + " IN " + field + ")" + outcome)
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    static String field(String name) {
        return switch (name) {
            case "item" -> "e.item_id";
            case "value" -> "e.value";
            default ->
                name.startsWith(EventField.ITEM_PREFIX)
                        ? "i." + identifier(name.substring(EventField.ITEM_PREFIX.length()))
                        : "e." + identifier(name);
        };
    }

    private static String identifier(String name) {
        return "\"" + plain(name).replace("\"", "\"\"") + "\"";
    }

    static String literals(List<String> values) {
        return values.stream().map(FeatureTests::literal).collect(Collectors.joining(", "));
    }

    private static String literal(String text) {
        return "'" + plain(text).replace("'", "''") + "'";
    }

    /// Without control characters, which no honest name has.
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
