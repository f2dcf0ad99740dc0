package app.attune.segments;

import app.attune.core.ProblemException;
import app.attune.profiles.ConsentBasis;
import app.attune.profiles.Population;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A condition as one query in Spark's dialect over the tables of a server: the ids of its users, ascending. The
/// workbench never runs it; the check in `src/spark` does.
///
/// Tables as in [FeatureSql]: `events(event_id, user_id, event_time, event_type, item_id, value, …)`,
/// `items(item_id, …)`, and `users(user_id, …)` with one row a user, who they were at the as-of time; further columns
/// have
/// the names of attributes and properties. Times are compared in whole milliseconds, whatever the time zone of the
/// session; sums are of decimals; every comparison is TRUE or FALSE. What Spark cannot say is refused.
public final class SparkSql {
    private static final String HEAD = """
            -- Spark 4 with spark.sql.ansi.enabled, as it is by default. The query reads these tables:
            -- events(event_id, user_id, event_time, event_type, item_id, value, and further columns by name),
            -- users(user_id, and attributes by name), one row a user, as they were at the time in the first WHERE,
            -- items(item_id, and attributes by name), one row an item. Dates are TIMESTAMP, missing is NULL.
            """;

    private final SparkNames names;
    private final ConsentBasis basis;
    private final Instant asOf;
    private final SparkEvents events;
    private final FeatureSet features;
    private final List<RankCondition> ranks = new ArrayList<>();

    private SparkSql(Condition condition, Population population, Instant asOf) {
        this.names = SparkNames.of(population);
        this.basis = population.consents().basis();
        this.asOf = asOf;
        this.events = new SparkEvents(names, asOf);
        collectRanks(condition);
        List<Condition> measured = new ArrayList<>(List.of(condition));
        ranks.forEach(rank -> rank.events().ifPresent(measured::add));
        this.features = FeatureSet.of(measured);
    }

    /// The query for `condition`, which has passed [ConditionCheck].
    ///
    /// @throws ProblemException `segments.not-in-spark`, naming the row
    public static String of(Condition condition, Population population, Instant asOf) {
        SparkSql sql = new SparkSql(condition, population, asOf);
        sql.check(condition, List.of());
        return HEAD + "WITH " + sql.tables() + "\nSELECT u.user_id\nFROM known u" + sql.joins() + "\nWHERE "
                + sql.where(condition) + "\nORDER BY u.user_id";
    }

    /// Says of which row it is that Spark cannot say something.
    private void check(Condition condition, List<Integer> path) {
        List<Condition> parts = Conditions.parts(condition);
        for (int i = 0; i < parts.size(); i++) {
            check(parts.get(i), Conditions.child(path, i));
        }
        try {
            measured(condition).forEach(row -> events.of(features.of(row)));
            if (condition instanceof RankCondition rank) {
                ranked(rank);
            } else if (!Conditions.isGroup(condition)) {
                where(condition);
            }
        } catch (ProblemException e) {
            throw new ProblemException(ConditionProblems.at(e.problem(), path));
        }
    }

    private static List<EventCondition> measured(Condition row) {
        if (row instanceof RankCondition rank) {
            return rank.events().stream().toList();
        }
        return row instanceof EventCondition events ? List.of(events) : List.of();
    }

    private void collectRanks(Condition condition) {
        if (condition instanceof RankCondition rank && !ranks.contains(rank)) {
            ranks.add(rank);
        }
        Conditions.parts(condition).forEach(this::collectRanks);
    }

    private String tables() {
        String before = SparkLiterals.time(Bounds.firstMilli(asOf));
        List<String> tables = new ArrayList<>();
        tables.add("seen AS (\n    SELECT e.*, unix_millis(e.event_time) AS " + SparkNames.MILLIS
                + " FROM events e WHERE e.event_time < " + before + ")");
        tables.add("known AS (\n    SELECT user_id FROM users UNION SELECT user_id FROM seen)");
        features.features().forEach(one -> tables.add(one.name() + " AS (\n    " + events.of(one) + ")"));
        for (int i = 0; i < ranks.size(); i++) {
            tables.add(name(i) + " AS (\n    " + ranked(ranks.get(i)) + ")");
        }
        return String.join(",\n", tables);
    }

    private static String name(int rank) {
        return "rank_" + (rank + 1);
    }

    private String joins() {
        List<String> joined = new ArrayList<>(List.of("users p"));
        features.features().forEach(feature -> joined.add(feature.name()));
        for (int i = 0; i < ranks.size(); i++) {
            joined.add(name(i));
        }
        return joined.stream()
                .map(table -> "\n  LEFT JOIN " + table + " ON " + table.substring(table.indexOf(' ') + 1)
                        + ".user_id = u.user_id")
                .collect(Collectors.joining());
    }

    private String where(Condition condition) {
        return switch (condition) {
            case AllOf group -> join(group, " AND ").orElse("TRUE");
            case AnyOf group -> join(group, " OR ").orElse("FALSE");
            case NoneOf group -> join(group, " OR ").map(any -> "NOT " + any).orElse("TRUE");
            case MarkedCondition marked -> throw marked.unexpected();
            case AttributeCondition row -> attribute(row);
            case EventCondition row -> event(row);
            case UserCondition row -> person(row);
        };
    }

    private Optional<String> join(Condition group, String word) {
        List<Condition> parts = Conditions.parts(group);
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(parts.stream().map(this::where).collect(Collectors.joining(word, "(", ")")));
    }

    private String attribute(AttributeCondition row) {
        return names.attribute(row.attribute())
                .map(column -> SparkTests.compare(column, row.asked()))
                .orElseGet(() -> SqlTests.missing(row.asked()));
    }

    private String event(EventCondition row) {
        return SparkTests.compare(
                new SqlTests.Operand(number(row), row.measure().kind()), row.asked());
    }

    private String number(EventCondition row) {
        Feature feature = features.of(row);
        String number = feature.name() + ".n";
        return feature.isMissingWithoutEvents() ? number : "COALESCE(" + number + ", 0)";
    }

    private String person(UserCondition row) {
        return switch (row) {
            case UserListCondition list -> listed(list);
            case BucketCondition bucket -> bucket(bucket);
            case ConsentCondition consent -> where(consent.asAttribute(basis));
            case RankCondition rank -> name(ranks.indexOf(rank)) + ".user_id IS NOT NULL";
            case SegmentCondition segment -> throw new IllegalArgumentException("Not resolved: " + segment.segment());
        };
    }

    private static String listed(UserListCondition list) {
        boolean wanted = list.listed() == UserListCondition.Listed.IS;
        if (list.ids().isEmpty()) {
            return wanted ? "FALSE" : "TRUE";
        }
        return "u.user_id " + (wanted ? "" : "NOT ") + "IN ("
                + list.ids().stream().map(SparkLiterals::text).collect(Collectors.joining(", ")) + ")";
    }

    private static String bucket(BucketCondition bucket) {
        String place = "CAST(conv(substr(sha2(CAST(concat(" + SparkLiterals.text(bucket.salt())
                + ", ':', u.user_id) AS BINARY), 256), 1, 8), 16, 10) AS DOUBLE) * 100D / 4294967296D";
        return "(" + place + " >= " + SparkLiterals.number(bucket.from()) + " AND " + place + " < "
                + SparkLiterals.number(bucket.to()) + ")";
    }

    /// A negative zero is made a zero, or the two would be of different rank.
    private String ranked(RankCondition rank) {
        String order = rank.rank() == RankCondition.Rank.TOP ? " DESC" : "";
        return "SELECT user_id FROM (SELECT user_id, RANK() OVER (ORDER BY x" + order
                + ") AS place, COUNT(*) OVER () AS n FROM (\n      " + numbers(rank.by())
                + ") WHERE x IS NOT NULL)\n    WHERE (place - 1) * 100D < "
                + SparkLiterals.number(rank.percent()) + " * n";
    }

    private String numbers(RankCondition.Ranked by) {
        return switch (by) {
            case RankCondition.Ranked.Attribute one ->
                "SELECT u.user_id, CAST("
                        + names.attribute(one.attribute())
                                .filter(column -> column.kind() == FieldKind.NUMBER)
                                .map(SqlTests.Operand::sql)
                                .orElse("NULL")
                        + " AS DOUBLE) + 0D AS x FROM known u LEFT JOIN users p ON p.user_id = u.user_id";
            case RankCondition.Ranked.Events measured -> {
                EventCondition row = measured.condition();
                String table = features.of(row).name();
                yield "SELECT u.user_id, CAST(" + number(row) + " AS DOUBLE) + 0D AS x FROM known u LEFT JOIN " + table
                        + " ON " + table + ".user_id = u.user_id";
            }
        };
    }
}
