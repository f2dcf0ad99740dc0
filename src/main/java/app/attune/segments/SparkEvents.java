package app.attune.segments;

import app.attune.events.sessions.Sessions;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/// Features in Spark's dialect: the users that have events of the kind, and the number `n` that is measured of each.
///
/// @param names which column stands for which field
record SparkEvents(SparkNames names, Instant asOf) {
    private static final String INDENT = "\n    ";
    private static final String DAY = "86400000";
    private static final String MINUTE = "60000";

    String of(Feature feature) {
        if (feature.measure() instanceof Measure.OfSessions sessions
                && sessions.number() != Measure.SessionNumber.SESSIONS) {
            return ofSessions(feature, sessions.number());
        }
        if (feature.measure() instanceof Measure.MostOfOneItem) {
            return "SELECT s.user_id, MAX(s.n) AS n FROM (SELECT e.user_id, COUNT(*) AS n" + byItem(feature) + ") s"
                    + INDENT + "GROUP BY s.user_id";
        }
        if (feature.measure() instanceof Measure.ItemWithMost) {
            return "SELECT s.user_id, s.item_id AS n FROM (SELECT e.user_id, e.item_id, ROW_NUMBER() OVER (PARTITION BY"
                    + " e.user_id ORDER BY COUNT(*) DESC, MAX(e.at_ms) DESC, e.item_id) AS place" + byItem(feature)
                    + ") s" + INDENT + "WHERE s.place = 1";
        }
        return feature.measure() instanceof Measure.Steps steps
                ? furthest(feature, steps)
                : "SELECT e.user_id, " + measure(feature.measure()) + " AS n" + from(feature) + INDENT
                        + "GROUP BY e.user_id";
    }

    /// The largest number of one session.
    private String ofSessions(Feature feature, Measure.SessionNumber number) {
        Optional<String> session = field(Sessions.NUMBER);
        String each =
                number == Measure.SessionNumber.MOST_EVENTS ? "COUNT(*)" : "(MAX(e.at_ms) - MIN(e.at_ms)) / " + MINUTE;
        String known = session.map(column -> column + " IS NOT NULL").orElse("FALSE");
        return "SELECT s.user_id, MAX(s.n) AS n FROM (SELECT e.user_id, " + each + " AS n" + from(feature) + and(known)
                + INDENT + "GROUP BY e.user_id"
                + session.map(column -> ", " + column).orElse("") + ") s" + INDENT
                + "GROUP BY s.user_id";
    }

    /// The events of each item.
    private String byItem(Feature feature) {
        return from(feature) + and("e.item_id IS NOT NULL") + INDENT + "GROUP BY e.user_id, e.item_id";
    }

    private String from(Feature feature) {
        Bounds bounds = Bounds.of(feature.window(), asOf);
        StringBuilder where = new StringBuilder();
        if (bounds.from() > Window.BEGINNING.toEpochMilli()) {
            where.append(and("e.at_ms >= " + SparkLiterals.millis(bounds.from())));
        }
        if (bounds.to() < Bounds.firstMilli(asOf)) {
            where.append(and("e.at_ms < " + SparkLiterals.millis(bounds.to())));
        }
        feature.near().forEach(near -> where.append(and(near(near))));
        if (feature.window() instanceof Window.Since since) {
            String last =
                    "EXISTS (SELECT 1 FROM " + events(since.last()) + " n WHERE n.user_id = e.user_id AND n.at_ms ";
            where.append(and(last + "< e.at_ms)")).append(and("NOT " + last + ">= e.at_ms)"));
        }
        return INDENT + "FROM seen e" + (readsItems(feature) ? items() : "") + INDENT + "WHERE TRUE"
                + tests(new EventKind(feature.types(), feature.where())) + where;
    }

    private static boolean readsItems(Feature feature) {
        return feature.where().stream().anyMatch(test -> isOfItem(test.field()))
                || EventMeter.measuredField(feature.measure())
                        .filter(SparkEvents::isOfItem)
                        .isPresent();
    }

    private static boolean isOfItem(String field) {
        return field.startsWith(EventField.ITEM_PREFIX);
    }

    private static String items() {
        return " LEFT JOIN items i ON i.item_id = e.item_id";
    }

    private static String and(String test) {
        return INDENT + "  AND " + test;
    }

    private String tests(EventKind kind) {
        String types = kind.types().isEmpty()
                ? ""
                : and("e.event_type IN ("
                        + kind.types().stream().map(SparkLiterals::text).collect(Collectors.joining(", ")) + ")");
        return types + kind.where().stream().map(test -> and(test(test))).collect(Collectors.joining());
    }

    private String test(FieldTest test) {
        return names.field(test.field())
                .map(column -> SparkTests.compare(column, test.asked()))
                .orElseGet(() -> SqlTests.missing(test.asked()));
    }

    private String measure(Measure measure) {
        return switch (measure) {
            case Measure.Count count -> "COUNT(*)";
            case Measure.Sum sum ->
                field(sum.field())
                        .map(column -> "CAST(ROUND(COALESCE(SUM(" + exact(column) + "), 0), 6) AS DOUBLE)")
                        .orElse("0");
            case Measure.CountDistinct distinct ->
                field(distinct.field())
                        .map(column -> "COUNT(DISTINCT " + column + ")")
                        .orElse("0");
            case Measure.DaysSinceLast days -> days("MAX(e.at_ms)");
            case Measure.DaysSinceFirst days -> days("MIN(e.at_ms)");
            case Measure.ActiveDays days -> "COUNT(DISTINCT FLOOR(e.at_ms / " + DAY + "))";
            case Measure.OfField number ->
                field(number.field())
                        .map(column -> statistic(number.statistic(), column))
                        .orElse("CAST(NULL AS DOUBLE)");
            case Measure.TextOf text -> text(text);
            case Measure.OfSessions sessions ->
                field(Sessions.NUMBER)
                        .map(column -> "COUNT(DISTINCT " + column + ")")
                        .orElse("0");
            case Measure.MostOfOneItem most -> throw new IllegalArgumentException("Not of each event: " + most);
            case Measure.ItemWithMost item -> throw new IllegalArgumentException("Not of each event: " + item);
            case Measure.Steps steps -> throw new IllegalArgumentException("Not one number of each event: " + steps);
        };
    }

    private String text(Measure.TextOf text) {
        String end = text.end() == Measure.TextEnd.FIRST_TEXT ? "MIN" : "MAX";
        return names.field(text.field())
                .filter(column -> column.kind() == FieldKind.TEXT)
                .map(column -> ofOneTime(end, column.sql()))
                .orElse("CAST(MAX(NULL) AS STRING)");
    }

    private Optional<String> field(String name) {
        return names.field(name).map(SqlTests.Operand::sql);
    }

    private String days(String event) {
        return "(" + SparkLiterals.millis(Bounds.firstMilli(asOf)) + " - " + event + ") / " + DAY;
    }

    private static String exact(String column) {
        return "CAST(" + column + " AS DECIMAL(38, 18))";
    }

    private static String statistic(Measure.Statistic statistic, String column) {
        return switch (statistic) {
            case AVERAGE -> "CAST(ROUND(SUM(" + exact(column) + ") / NULLIF(COUNT(" + column + "), 0), 6) AS DOUBLE)";
            case SMALLEST -> "MIN(" + column + ")";
            case LARGEST -> "MAX(" + column + ")";
            case FIRST -> ofOneTime("MIN", column);
            case LAST -> ofOneTime("MAX", column);
        };
    }

    /// Of the values at one time the smallest comes first, the largest last.
    private static String ofOneTime(String end, String column) {
        return "(" + end + "(named_struct('at', e.at_ms, 'number', " + column + ")) FILTER (WHERE " + column
                + " IS NOT NULL)).number";
    }

    private String near(Near near) {
        boolean after = near.relation().isAfter();
        return (near.relation().isWanted() ? "" : "NOT ") + "EXISTS (SELECT 1 FROM " + events(near.events())
                + " n WHERE " + beside(after ? "e" : "n", after ? "n" : "e")
                + limit(after ? "e.at_ms" : "n.at_ms", after ? "n" : "e", near.within()) + ")";
    }

    /// The events of a kind before the as-of time.
    private String events(EventKind kind) {
        boolean readsItems = kind.where().stream().anyMatch(test -> isOfItem(test.field()));
        return "(SELECT e.user_id, e.event_id, e.at_ms FROM seen e" + (readsItems ? items() : "") + " WHERE TRUE"
                + tests(kind) + ")";
    }

    private static String beside(String earlier, String later) {
        return "%1$s.user_id = %2$s.user_id AND %1$s.event_id <> %2$s.event_id AND %1$s.at_ms >= %2$s.at_ms"
                .formatted(later, earlier);
    }

    private static String limit(String since, String later, Within within) {
        return within instanceof Within.Span
                ? " AND " + later + ".at_ms - " + since + " <= " + within.millis() + "L"
                : "";
    }

    /// Of each step the events that there is a way to, with the latest start of such a way.
    private String furthest(Feature feature, Measure.Steps steps) {
        StringBuilder sql = new StringBuilder("WITH step_1 AS (" + INDENT
                + "SELECT e.user_id, e.event_id, e.at_ms, e.at_ms AS start_ms" + from(feature) + ")");
        StringBuilder all = new StringBuilder("SELECT user_id, 1 AS step FROM step_1");
        for (int n = 0; n < steps.next().size(); n++) {
            sql.append(step(n + 2, steps.next().get(n), steps));
            all.append(INDENT + "  UNION ALL SELECT user_id, ").append(n + 2).append(" FROM step_" + (n + 2));
        }
        return sql + INDENT + "SELECT user_id, MAX(step) AS n FROM (" + all + ")" + INDENT + "GROUP BY user_id";
    }

    private String step(int number, EventKind kind, Measure.Steps steps) {
        String since = steps.counted() == Measure.Counted.FROM_FIRST ? "s.start_ms" : "s.at_ms";
        return ", step_%d AS (%sSELECT n.user_id, n.event_id, n.at_ms, MAX(s.start_ms) AS start_ms%sFROM step_%d s JOIN %s n ON %s%s%sGROUP BY n.user_id, n.event_id, n.at_ms)"
                .formatted(
                        number,
                        INDENT,
                        INDENT,
                        number - 1,
                        events(kind),
                        beside("s", "n"),
                        limit(since, "n", steps.within()),
                        INDENT);
    }
}
