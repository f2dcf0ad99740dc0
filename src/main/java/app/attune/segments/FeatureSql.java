package app.attune.segments;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The definition of a feature as standard SQL for people who build it elsewhere; the workbench never runs it.
///
/// Tables: `events(user_id, event_time, event_type, item_id, value, …)` with further properties as columns of their
/// name, `items(item_id, …)` with attributes as columns of their name; times are UTC. `:as_of` is the as-of time.
/// Texts of the analyst become quoted literals or quoted identifiers, nothing else.
public final class FeatureSql {
    private FeatureSql() {}

    public static String of(Feature feature) {
        StringBuilder sql = new StringBuilder("SELECT e.user_id, " + measure(feature.measure()) + " AS ");
        sql.append(feature.name()).append("\nFROM events e");
        if (readsItems(feature)) {
            sql.append(" LEFT JOIN items i ON i.item_id = e.item_id");
        }
        sql.append("\nWHERE e.event_time < :as_of").append(window(feature.window()));
        if (!feature.types().isEmpty()) {
            sql.append("\n  AND e.event_type IN (")
                    .append(literals(feature.types()))
                    .append(')');
        }
        feature.where().forEach(test -> sql.append("\n  AND ").append(test(test)));
        return sql.append("\nGROUP BY e.user_id").toString();
    }

    private static boolean readsItems(Feature feature) {
        return feature.where().stream().anyMatch(test -> test.field().startsWith(EventField.ITEM_PREFIX))
                || EventMeter.measuredField(feature.measure())
                        .filter(field -> field.startsWith(EventField.ITEM_PREFIX))
                        .isPresent();
    }

    private static String measure(Measure measure) {
        return switch (measure) {
            case Measure.Count count -> "COUNT(*)";
            case Measure.Sum sum -> "ROUND(COALESCE(SUM(" + field(sum.field()) + "), 0), 6)";
            case Measure.CountDistinct distinct -> "COUNT(DISTINCT " + field(distinct.field()) + ")";
            case Measure.DaysSinceLast days -> "EXTRACT(EPOCH FROM :as_of - MAX(e.event_time)) / 86400.0";
        };
    }

    private static String window(Window window) {
        return switch (window) {
            case Window.AllTime all -> "";
            case Window.Last last -> "\n  AND e.event_time >= :as_of - " + interval(last.amount(), last.unit());
            case Window.Earlier earlier ->
                "\n  AND e.event_time < :as_of - " + interval(earlier.amount(), earlier.unit());
            case Window.Between between ->
                "\n  AND e.event_time >= TIMESTAMP '" + between.from() + "'\n  AND e.event_time < TIMESTAMP '"
                        + between.to() + "'";
        };
    }

    private static String interval(int amount, Window.Unit unit) {
        String name = unit.name().toLowerCase(Locale.ROOT);
        return "INTERVAL '" + amount + " " + name + "'";
    }

    private static String test(FieldTest test) {
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
                field + " BETWEEN " + values.stream().map(FeatureSql::literal).collect(Collectors.joining(" AND "));
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

    private static String field(String name) {
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

    private static String literals(List<String> values) {
        return values.stream().map(FeatureSql::literal).collect(Collectors.joining(", "));
    }

    private static String literal(String text) {
        return "'" + plain(text).replace("'", "''") + "'";
    }

    /// Without control characters, which no honest name has.
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
