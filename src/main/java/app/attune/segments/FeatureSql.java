package app.attune.segments;

import app.attune.events.sessions.Sessions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/// The definition of a feature as standard SQL for people who build it elsewhere; the workbench never runs it.
///
/// Tables: `events(event_id, user_id, event_time, event_type, item_id, value, …)` with further properties as columns of
/// their name, `items(item_id, …)` with attributes as columns of their name; times are UTC. `event_id` tells events
/// apart and is read only where neighbours or steps are asked for. `:as_of` is the as-of time. Texts of the analyst
/// become quoted literals or quoted identifiers, nothing else.
public final class FeatureSql {
    private static final int DAYS_A_WEEK = 7;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    private FeatureSql() {}

    public static String of(Feature feature) {
        if (feature.measure() instanceof Measure.OfSessions sessions
                && sessions.number() != Measure.SessionNumber.SESSIONS) {
            return ofSessions(feature, sessions.number());
        }
        if (feature.measure() instanceof Measure.MostOfOneItem) {
            return "SELECT s.user_id, MAX(s.number) AS " + feature.name()
                    + "\nFROM (SELECT e.user_id, COUNT(*) AS number" + byItem(feature) + ") s\nGROUP BY s.user_id";
        }
        if (feature.measure() instanceof Measure.ItemWithMost) {
            return "SELECT s.user_id, s.item_id AS " + feature.name()
                    + "\nFROM (SELECT e.user_id, e.item_id, ROW_NUMBER()"
                    + " OVER (PARTITION BY e.user_id\n    ORDER BY COUNT(*) DESC, MAX(e.event_time) DESC, e.item_id) AS place"
                    + byItem(feature) + ") s\nWHERE s.place = 1";
        }
        String rows = feature.measure() instanceof Measure.OfField number && isOfOneTime(number)
                ? atOneTime(feature, number)
                : from(feature);
        return "SELECT e.user_id, " + measure(feature.measure()) + " AS " + feature.name() + rows
                + "\nGROUP BY e.user_id";
    }

    /// The largest number of one session.
    private static String ofSessions(Feature feature, Measure.SessionNumber number) {
        String session = FeatureTests.field(Sessions.NUMBER);
        String each = number == Measure.SessionNumber.MOST_EVENTS
                ? "COUNT(*)"
                : "EXTRACT(EPOCH FROM MAX(e.event_time) - MIN(e.event_time)) / 60.0";
        return "SELECT s.user_id, MAX(s.number) AS " + feature.name() + "\nFROM (SELECT e.user_id, " + each
                + " AS number" + from(feature) + "\n  AND " + session + " IS NOT NULL\nGROUP BY e.user_id, " + session
                + ") s\nGROUP BY s.user_id";
    }

    /// The events of each item.
    private static String byItem(Feature feature) {
        return from(feature) + "\n  AND e.item_id IS NOT NULL\nGROUP BY e.user_id, e.item_id";
    }

    private static String from(Feature feature) {
        StringBuilder sql = new StringBuilder("\nFROM events e");
        if (readsItems(feature)) {
            sql.append(" LEFT JOIN items i ON i.item_id = e.item_id");
        }
        if (feature.measure() instanceof Measure.Steps steps) {
            sql.append(joins(steps));
        }
        sql.append("\nWHERE e.event_time < :as_of").append(window(feature.window()));
        sql.append(tests(new EventKind(feature.types(), feature.where())));
        feature.near().forEach(near -> sql.append(near(near)));
        return sql.toString();
    }

    private static boolean isOfOneTime(Measure.OfField number) {
        return number.statistic() == Measure.Statistic.FIRST || number.statistic() == Measure.Statistic.LAST;
    }

    /// The known values at the first or last time there are any.
    private static String atOneTime(Feature feature, Measure.OfField number) {
        String field = FeatureTests.field(number.field());
        String order = number.statistic() == Measure.Statistic.LAST ? " DESC" : "";
        return "\nFROM (SELECT e.user_id, " + field + " AS number,\n    RANK() OVER (PARTITION BY e.user_id ORDER BY"
                + " e.event_time" + order + ") AS place" + from(feature) + "\n  AND " + field + " IS NOT NULL) e"
                + "\nWHERE e.place = 1";
    }

    private static boolean readsItems(Feature feature) {
        return readsItems(new EventKind(feature.types(), feature.where()))
                || EventMeter.measuredField(feature.measure())
                        .filter(field -> field.startsWith(EventField.ITEM_PREFIX))
                        .isPresent();
    }

    private static boolean readsItems(EventKind kind) {
        return kind.where().stream().anyMatch(test -> test.field().startsWith(EventField.ITEM_PREFIX));
    }

    private static String tests(EventKind kind) {
        String types =
                kind.types().isEmpty() ? "" : "\n  AND e.event_type IN (" + FeatureTests.literals(kind.types()) + ")";
        return types
                + kind.where().stream()
                        .map(test -> "\n  AND " + FeatureTests.of(test))
                        .collect(Collectors.joining());
    }

    private static String measure(Measure measure) {
        return switch (measure) {
            case Measure.Count count -> "COUNT(*)";
            case Measure.Sum sum -> "ROUND(COALESCE(SUM(" + FeatureTests.field(sum.field()) + "), 0), 6)";
            case Measure.CountDistinct distinct -> "COUNT(DISTINCT " + FeatureTests.field(distinct.field()) + ")";
            case Measure.DaysSinceLast days -> "EXTRACT(EPOCH FROM :as_of - MAX(e.event_time)) / 86400.0";
            case Measure.DaysSinceFirst days -> "EXTRACT(EPOCH FROM :as_of - MIN(e.event_time)) / 86400.0";
            case Measure.ActiveDays days -> "COUNT(DISTINCT CAST(e.event_time AS DATE))";
            case Measure.OfField number -> statistic(number);
            case Measure.TextOf text -> throw new IllegalArgumentException("Not a number: " + text);
            case Measure.OfSessions sessions -> "COUNT(DISTINCT " + FeatureTests.field(Sessions.NUMBER) + ")";
            case Measure.MostOfOneItem most -> throw new IllegalArgumentException("Not of each event: " + most);
            case Measure.ItemWithMost item -> throw new IllegalArgumentException("Not of each event: " + item);
            case Measure.Steps steps -> furthest(steps);
        };
    }

    private static String statistic(Measure.OfField number) {
        String field = FeatureTests.field(number.field());
        return switch (number.statistic()) {
            case AVERAGE -> "ROUND(AVG(" + field + "), 6)";
            case SMALLEST -> "MIN(" + field + ")";
            case LARGEST -> "MAX(" + field + ")";
            case FIRST -> "MIN(e.number)";
            case LAST -> "MAX(e.number)";
        };
    }

    private static String furthest(Measure.Steps steps) {
        if (steps.next().isEmpty()) {
            return "1";
        }
        StringBuilder sql = new StringBuilder("MAX(CASE");
        for (int n = steps.next().size(); n > 0; n--) {
            sql.append(" WHEN s")
                    .append(n)
                    .append(".event_id IS NOT NULL THEN ")
                    .append(n + 1);
        }
        return sql.append(" ELSE 1 END)").toString();
    }

    private static String joins(Measure.Steps steps) {
        StringBuilder sql = new StringBuilder();
        for (int n = 1; n <= steps.next().size(); n++) {
            String before = n == 1 ? "e" : "s" + (n - 1);
            String since = steps.counted() == Measure.Counted.FROM_FIRST ? "e" : before;
            sql.append("\nLEFT JOIN ").append(events(steps.next().get(n - 1))).append(" s" + n);
            sql.append("\n  ON ").append(beside(before, "s" + n)).append(limit(since, "s" + n, steps.within()));
        }
        return sql.toString();
    }

    /// The events of a kind before the as-of time.
    private static String events(EventKind kind) {
        return "(SELECT e.user_id, e.event_id, e.event_time\n  FROM events e"
                + (readsItems(kind) ? " LEFT JOIN items i ON i.item_id = e.item_id" : "")
                + "\n  WHERE e.event_time < :as_of" + tests(kind) + ")";
    }

    private static String beside(String earlier, String later) {
        return "%1$s.user_id = %2$s.user_id AND %1$s.event_id <> %2$s.event_id AND %1$s.event_time >= %2$s.event_time"
                .formatted(later, earlier);
    }

    private static String limit(String earlier, String later, Within within) {
        return within instanceof Within.Span span
                ? " AND " + later + ".event_time <= " + earlier + ".event_time + "
                        + interval(span.amount(), span.unit())
                : "";
    }

    private static String near(Near near) {
        boolean after = near.relation().isAfter();
        String earlier = after ? "e" : "n";
        String later = after ? "n" : "e";
        return "\n  AND " + (near.relation().isWanted() ? "" : "NOT ") + "EXISTS (SELECT 1 FROM "
                + events(near.events()) + " n\n  WHERE " + beside(earlier, later)
                + limit(earlier, later, near.within()) + ")";
    }

    private static String window(Window window) {
        return switch (window) {
            case Window.AllTime all -> "";
            case Window.Last last -> "\n  AND e.event_time >= :as_of - " + interval(last.amount(), last.unit());
            case Window.Earlier earlier ->
                "\n  AND e.event_time < :as_of - " + interval(earlier.amount(), earlier.unit());
            case Window.Since since ->
                "\n  AND e.event_time > (SELECT MAX(n.event_time) FROM " + events(since.last())
                        + " n\n  WHERE n.user_id = e.user_id)";
            case Window.Between between ->
                "\n  AND e.event_time >= " + time(between.from()) + "\n  AND e.event_time < " + time(between.to());
        };
    }

    private static String time(Instant instant) {
        return "TIMESTAMP '" + TIME.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) + "'";
    }

    private static String interval(int amount, Window.Unit unit) {
        return switch (unit) {
            case MINUTES -> "INTERVAL '" + amount + "' MINUTE";
            case HOURS -> "INTERVAL '" + amount + "' HOUR";
            case DAYS -> "INTERVAL '" + amount + "' DAY";
            case WEEKS -> "INTERVAL '" + (long) amount * DAYS_A_WEEK + "' DAY";
        };
    }
}
