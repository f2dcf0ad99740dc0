package app.attune.segments;

import app.attune.events.Column;
import app.attune.profiles.Population;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Which SQL column stands for which attribute or field. Identifiers are numbered, never made from user text.
///
/// Tables: `users(user_idx, user_id, since_ms, a_0 …)`, where `since_ms` is since when the first row about the user
/// holds,
/// `events(event_row, user_idx, time_ms, type, item, amount, p_0 …)`,
/// `items(item, i_0 …)`, `consents(user_idx, purpose, place, status, since_ms)`, where `place` is the order in which a
/// user
/// said it. Dates are epoch milliseconds.
public final class SqlNames {
    /// Since when the first row about a user holds.
    public static final String SINCE = "since_ms";

    /// A column of a table and what it holds.
    public record SqlColumn(String identifier, FieldKind kind) {}

    private final Map<String, SqlColumn> attributes;
    private final Map<String, SqlColumn> properties;
    private final Map<String, SqlColumn> itemAttributes;
    private final Predicate<Instant> all;
    private final boolean allowsByBasis;

    private SqlNames(Population population) {
        this.attributes = numbered("a_", population.attributes().columns());
        this.properties = numbered("p_", population.events().properties());
        this.itemAttributes = numbered("i_", population.events().catalogue().columns());
        this.allowsByBasis = population.consents().basis().allows();
        this.all = asOf -> population.knownAt(asOf).getCardinality() == population.size();
    }

    /// The names for the tables of `population`.
    public static SqlNames of(Population population) {
        return new SqlNames(population);
    }

    /// Whether every user was known by then, so that a query need not ask.
    boolean allKnown(Instant asOf) {
        return all.test(asOf);
    }

    /// Whether users of whom the data says nothing count as agreeing.
    boolean allowsByBasis() {
        return allowsByBasis;
    }

    private static Map<String, SqlColumn> numbered(String prefix, List<Column> columns) {
        Map<String, SqlColumn> names = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            names.putIfAbsent(column.name(), new SqlColumn(prefix + i, FieldKind.of(column)));
        }
        return names;
    }

    /// What the numbered columns in `sql` stand for, as in `a_0 = country`.
    public List<String> legend(String sql) {
        List<String> lines = new ArrayList<>();
        if (sql.contains(SINCE)) {
            lines.add(SINCE + " = since when the first row about the user holds");
        }
        explain(attributes, "", sql, lines);
        explain(properties, "", sql, lines);
        explain(itemAttributes, EventField.ITEM_PREFIX, sql, lines);
        return lines;
    }

    private static void explain(Map<String, SqlColumn> columns, String prefix, String sql, List<String> lines) {
        columns.forEach((name, column) -> {
            if (Pattern.compile("\\b" + column.identifier() + "\\b")
                    .matcher(sql)
                    .find()) {
                lines.add(column.identifier() + " = " + prefix + name);
            }
        });
    }

    Optional<SqlColumn> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /// Qualified with the alias `e` of the events or `i` of the items, followed by `alias`.
    Optional<SqlColumn> eventField(String name, String alias) {
        if (name.equals(EventField.ITEM)) {
            return Optional.of(new SqlColumn("e" + alias + ".item", FieldKind.TEXT));
        }
        if (name.equals("value")) {
            return Optional.of(new SqlColumn("e" + alias + ".amount", FieldKind.NUMBER));
        }
        if (name.startsWith(EventField.ITEM_PREFIX)) {
            return qualified("i" + alias + ".", itemAttributes.get(name.substring(EventField.ITEM_PREFIX.length())));
        }
        return qualified("e" + alias + ".", properties.get(name));
    }

    private static Optional<SqlColumn> qualified(String alias, @org.jspecify.annotations.Nullable SqlColumn column) {
        return column == null
                ? Optional.empty()
                : Optional.of(new SqlColumn(alias + column.identifier(), column.kind()));
    }
}
