package app.attune.segments;

import app.attune.events.sessions.Sessions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Conditions about events as SQL: a subquery for each user `u` over the events `e`, with neighbours and further steps
/// under other aliases.
///
/// @param names which column stands for which field
/// @param tests takes the values in the order in which their marks stand in the text
record SqlEvents(SqlNames names, Instant asOf, SqlTests tests) {
    private static final String BY_ITEM = "AND e.item IS NOT NULL GROUP BY e.item ORDER BY COUNT(*)";

    /// A test of the user `u`.
    String compared(EventCondition row, String indent) {
        if (row.measure() instanceof Measure.TextOf text) {
            return subquery(row, tests.compare(new SqlTests.Operand(text(text), FieldKind.TEXT), row.asked()), indent)
                    + ")";
        }
        if (row.measure() instanceof Measure.ItemWithMost) {
            String test = tests.compare(new SqlTests.Operand("e.item", FieldKind.TEXT), row.asked());
            return "COALESCE(" + subquery(row, test, indent) + indent + "  " + BY_ITEM
                    + " DESC, MAX(e.time_ms) DESC, CAST(e.item AS VARBINARY), e.item FETCH FIRST ROW ONLY), "
                    + SqlTests.missing(row.asked()) + ")";
        }
        return tests.compare(new SqlTests.Operand(measured(row, indent), FieldKind.NUMBER), row.asked());
    }

    /// What is measured of the user `u`.
    String measured(EventCondition row, String indent) {
        String sql = subquery(row, measure(row.measure(), indent), indent);
        Optional<String> group = largest(row.measure());
        String whole = group.map(by -> sql + indent + "  " + by).orElse(sql) + ")";
        boolean isZero = group.isPresent() && !row.measure().isMissingWithoutEvents();
        return isZero ? "COALESCE(" + whole + ", 0)" : whole;
    }

    /// Without the bracket that ends it. What is selected binds its values first.
    private String subquery(EventCondition row, String selected, String indent) {
        return "(SELECT " + selected + indent + "  FROM " + table(new Source(""), row.events(), row.measure()) + indent
                + "  " + where(row, indent);
    }

    /// What turns a number of each session or item into that of the one with the largest.
    private Optional<String> largest(Measure measure) {
        if (measure instanceof Measure.MostOfOneItem) {
            return Optional.of(BY_ITEM + " DESC FETCH FIRST ROW ONLY");
        }
        boolean each =
                measure instanceof Measure.OfSessions sessions && sessions.number() != Measure.SessionNumber.SESSIONS;
        return each
                ? field(Sessions.NUMBER)
                        .map(column -> "AND " + column + " IS NOT NULL GROUP BY " + column
                                + " ORDER BY 1 DESC FETCH FIRST ROW ONLY")
                : Optional.empty();
    }

    /// What stands before the columns of one reading of the events: `e1.` and `i1.` for the alias 1.
    private record Source(String alias) {
        String event() {
            return "e" + alias;
        }

        String item() {
            return "i" + alias;
        }
    }

    private static String table(Source source, EventKind kind, Measure measure) {
        boolean measures = EventMeter.measuredField(measure)
                .filter(name -> name.startsWith(EventField.ITEM_PREFIX))
                .isPresent();
        return "events " + source.event() + (measures || readsItems(kind) ? join(source) : "");
    }

    private static String table(Source source, EventKind kind) {
        return "events " + source.event() + (readsItems(kind) ? join(source) : "");
    }

    private static String join(Source source) {
        return " LEFT JOIN items %1$s ON %1$s.item = %2$s.item".formatted(source.item(), source.event());
    }

    private static boolean readsItems(EventKind kind) {
        return kind.where().stream().anyMatch(test -> test.field().startsWith(EventField.ITEM_PREFIX));
    }

    private String measure(Measure measure, String indent) {
        return switch (measure) {
            case Measure.Count count -> number("COUNT(*)");
            case Measure.Sum sum ->
                field(sum.field())
                        .map(column -> number("ROUND(COALESCE(SUM(CAST(" + column + " AS DECFLOAT(20))), 0), 6)"))
                        .orElse(number("0 * COUNT(*)"));
            case Measure.CountDistinct distinct ->
                field(distinct.field())
                        .map(column -> number("COUNT(DISTINCT " + column + ")"))
                        .orElse(number("0 * COUNT(*)"));
            case Measure.DaysSinceLast days -> daysSince("MAX(e.time_ms)");
            case Measure.DaysSinceFirst days -> daysSince("MIN(e.time_ms)");
            case Measure.ActiveDays days -> number("COUNT(DISTINCT FLOOR(CAST(e.time_ms AS DECIMAL(20)) / 86400000))");
            case Measure.OfField number ->
                field(number.field())
                        .map(column -> number(statistic(number.statistic(), column)))
                        .orElse(number("NULLIF(COUNT(*), COUNT(*))"));
            case Measure.TextOf text -> text(text);
            case Measure.OfSessions sessions -> sessions(sessions.number());
            case Measure.MostOfOneItem most -> number("COUNT(*)");
            case Measure.ItemWithMost item -> throw new IllegalArgumentException("Not a number: " + item);
            case Measure.Steps steps -> number("COALESCE(MAX(" + reached(steps, indent + "    ") + "), 0)");
        };
    }

    private String daysSince(String time) {
        tests.bind(Bounds.firstMilli(asOf));
        return number("CAST(? AS BIGINT) - " + time) + " / 86400000";
    }

    private static String statistic(Measure.Statistic statistic, String column) {
        return switch (statistic) {
            case AVERAGE -> "ROUND(SUM(CAST(" + column + " AS DECFLOAT(20))) / COUNT(" + column + "), 6)";
            case SMALLEST -> "MIN(" + column + ")";
            case LARGEST -> "MAX(" + column + ")";
            case FIRST -> firstOf(column, "e.time_ms, " + column);
            case LAST -> firstOf(column, "e.time_ms DESC, " + column + " DESC");
        };
    }

    private String text(Measure.TextOf text) {
        String descending = text.end() == Measure.TextEnd.LAST_TEXT ? " DESC" : "";
        return names.eventField(text.field(), "")
                .filter(column -> column.kind() == FieldKind.TEXT)
                .map(SqlNames.SqlColumn::identifier)
                .map(column -> firstOf(
                        column,
                        "e.time_ms" + descending + ", CAST(" + column + " AS VARBINARY)" + descending + ", " + column
                                + descending))
                .orElse("MAX(CAST(NULL AS VARCHAR))");
    }

    private static String firstOf(String column, String order) {
        return "(ARRAY_AGG(" + column + " ORDER BY " + order + ") FILTER (WHERE " + column + " IS NOT NULL))[1]";
    }

    /// Of each session, or how many there are.
    private String sessions(Measure.SessionNumber number) {
        Optional<String> column = field(Sessions.NUMBER);
        return switch (number) {
            case SESSIONS ->
                column.map(known -> number("COUNT(DISTINCT " + known + ")")).orElse(number("0 * COUNT(*)"));
            case LONGEST_SESSION ->
                column.map(known -> number("MAX(e.time_ms) - MIN(e.time_ms)") + " / 60000")
                        .orElse(number("NULLIF(COUNT(*), COUNT(*))"));
            case MOST_EVENTS -> column.map(known -> number("COUNT(*)")).orElse(number("0 * COUNT(*)"));
        };
    }

    private Optional<String> field(String name) {
        return names.eventField(name, "").map(SqlNames.SqlColumn::identifier);
    }

    private static String number(String expression) {
        return "CAST(" + expression + " AS DOUBLE PRECISION)";
    }

    private String where(EventCondition row, String indent) {
        Bounds bounds = Bounds.of(row.window(), asOf);
        List<String> all = new ArrayList<>(List.of("e.user_idx = u.user_idx", "e.time_ms >= ?", "e.time_ms < ?"));
        tests.bind(bounds.from());
        tests.bind(bounds.to());
        addTests(row.events(), new Source(""), all);
        row.near().forEach(near -> all.add(near(near, indent + "    ")));
        if (row.window() instanceof Window.Since since) {
            all.add(since(since.last()));
        }
        return "WHERE " + String.join(" AND ", all);
    }

    /// After the last event of a kind.
    private String since(EventKind last) {
        Source source = new Source("9");
        List<String> all = new ArrayList<>(List.of("e9.user_idx = u.user_idx", "e9.time_ms < ?"));
        tests.bind(Bounds.firstMilli(asOf));
        addTests(last, source, all);
        return "e.time_ms > (SELECT MAX(e9.time_ms) FROM " + table(source, last) + " WHERE " + String.join(" AND ", all)
                + ")";
    }

    private void addTests(EventKind kind, Source source, List<String> all) {
        if (!kind.types().isEmpty()) {
            all.add(source.event() + ".type IN (" + SqlTests.marks(kind.types().size()) + ")");
            kind.types().forEach(tests::bind);
        }
        kind.where().forEach(test -> all.add(test(test, source)));
    }

    private String test(FieldTest test, Source source) {
        return names.eventField(test.field(), source.alias())
                .map(column -> tests.compare(new SqlTests.Operand(column.identifier(), column.kind()), test.asked()))
                .orElseGet(() -> SqlTests.missing(test.asked()));
    }

    private String near(Near near, String indent) {
        Source source = new Source("0");
        boolean after = near.relation().isAfter();
        List<String> all = beside(after ? "e" : "e0", after ? "e0" : "e", near.within());
        all.add("e0.user_idx = u.user_idx");
        all.add("e0.time_ms < ?");
        tests.bind(Bounds.firstMilli(asOf));
        addTests(near.events(), source, all);
        return (near.relation().isWanted() ? "" : "NOT ") + "EXISTS (" + indent + "SELECT 1 FROM "
                + table(source, near.events()) + indent + "WHERE " + String.join(" AND ", all) + ")";
    }

    /// That an event is another one than an earlier one, at or after it, and not too long after it.
    private List<String> beside(String earlier, String later, Within within) {
        List<String> all = new ArrayList<>(List.of(
                later + ".event_row <> " + earlier + ".event_row", later + ".time_ms >= " + earlier + ".time_ms"));
        addLimit(earlier, later, within, all);
        return all;
    }

    private void addLimit(String earlier, String later, Within within, List<String> all) {
        if (within instanceof Within.Span) {
            all.add(later + ".time_ms - " + earlier + ".time_ms <= ?");
            tests.bind(within.millis());
        }
    }

    /// The number of the furthest step there is a way to from the event `e`, the first.
    private String reached(Measure.Steps steps, String indent) {
        StringBuilder sql = new StringBuilder("CASE");
        for (int n = steps.next().size(); n > 0; n--) {
            sql.append(indent)
                    .append("WHEN EXISTS (")
                    .append(way(steps, n))
                    .append(") THEN ")
                    .append(n + 1);
        }
        return steps.next().isEmpty() ? "1" : sql.append(" ELSE 1 END").toString();
    }

    /// A way over the first `n` steps after the event `e`.
    private String way(Measure.Steps steps, int n) {
        List<String> tables = new ArrayList<>();
        List<String> all = new ArrayList<>();
        for (int step = 1; step <= n; step++) {
            Source source = new Source(Integer.toString(step));
            EventKind kind = steps.next().get(step - 1);
            String before = step == 1 ? "e" : "e" + (step - 1);
            boolean fromFirst = steps.counted() == Measure.Counted.FROM_FIRST;
            all.addAll(beside(before, source.event(), new Within.AnyTime()));
            addLimit(fromFirst ? "e" : before, source.event(), steps.within(), all);
            all.add(source.event() + ".user_idx = u.user_idx");
            all.add(source.event() + ".time_ms < ?");
            tests.bind(Bounds.firstMilli(asOf));
            addTests(kind, source, all);
            tables.add(table(source, kind));
        }
        return "SELECT 1 FROM " + String.join(" CROSS JOIN ", tables) + " WHERE " + String.join(" AND ", all);
    }
}
