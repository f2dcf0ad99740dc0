package app.attune.rules.replay;

import static org.assertj.core.api.Assertions.assertThat;

import app.attune.core.Progress;
import app.attune.core.TimeWindow;
import app.attune.rules.FakeCatalogue;
import app.attune.rules.HitPolicy;
import app.attune.rules.Rule;
import app.attune.rules.RuleId;
import app.attune.rules.RulePolicy;
import app.attune.rules.RuleProgram;
import app.attune.rules.Rulebook;
import app.attune.rules.Treatment;
import app.attune.segments.AllOf;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.EventCondition;
import app.attune.segments.Measure;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentId;
import app.attune.segments.WhenMissing;
import app.attune.segments.Window;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A replay counts what a query written by hand counts over the same events in H2.
final class ReplaySqlTest {
    private static final int USERS = 400;
    private static final Instant FROM = Instant.ofEpochMilli(ReplayedShop.START + 12 * ReplayedShop.DAY + 1);
    private static final Instant TO = Instant.ofEpochMilli(ReplayedShop.START + 50 * ReplayedShop.DAY);

    private static final List<Rule> RULES = List.of(
            Rulebook.ruleFor("warm", "warm", Rulebook.offer("WARM")),
            Rulebook.ruleFor("cart", "abandoner", Rulebook.offer("CART")),
            Rulebook.ruleFor("back", "lapsed", Rulebook.offer("BACK")),
            Rulebook.ruleFor("list", "abandoner", new Treatment.Recommend("item-knn")));

    /// What was so of every user at every occasion.
    private static String asked(Occasion occasion) {
        return """
            WITH asked AS (
              SELECT o.user_id, o.time, FLOOR(o.time / 86400000) - ? AS nth,
                (SELECT COUNT(*) FROM event e WHERE e.user_id = o.user_id AND e.type = 'view'
                   AND e.time >= o.time - 604800000 AND e.time < o.time) >= 3 AS warm,
                (SELECT COUNT(*) FROM event e WHERE e.user_id = o.user_id AND e.type = 'cart'
                   AND e.time >= o.time - 2592000000 AND e.time < o.time) >= 1
                AND (SELECT COUNT(*) FROM event e WHERE e.user_id = o.user_id AND e.type = 'purchase'
                   AND e.time >= o.time - 2592000000 AND e.time < o.time) = 0 AS abandoner,
                COALESCE((SELECT MAX(e.time) FROM event e WHERE e.user_id = o.user_id AND e.type = 'purchase'
                   AND e.time < o.time) < o.time - 432000000, FALSE) AS lapsed
              FROM (%s) o WHERE o.time >= ? AND o.time < ?)
            """.formatted(occasions(occasion));
    }

    static String occasions(Occasion occasion) {
        return switch (occasion) {
            case EVENT -> "SELECT DISTINCT user_id, time FROM event";
            case SESSION -> "SELECT user_id, MIN(time) AS time FROM event GROUP BY user_id, session";
            case DAY -> "SELECT user_id, MIN(time) AS time FROM event GROUP BY user_id, FLOOR(time / 86400000)";
        };
    }

    @ParameterizedTest
    @EnumSource(Occasion.class)
    void replayCountsWhatSqlCounts(Occasion occasion) throws SQLException {
        ReplayedShop shop = ReplayedShop.random(41, USERS);
        ReplayReport report = Replay.of(RuleProgram.of(RULES), ground(shop), options(occasion), Progress.none());
        try (Connection database = filled(shop)) {
            String asked = asked(occasion);
            List<Long> totals = ask(database, asked + """
                            SELECT COUNT(*), COUNT(DISTINCT user_id),
                              COUNT(*) FILTER (WHERE warm), COUNT(DISTINCT user_id) FILTER (WHERE warm),
                              COUNT(*) FILTER (WHERE abandoner AND NOT warm), COUNT(*) FILTER (WHERE abandoner AND warm),
                              COUNT(*) FILTER (WHERE lapsed AND NOT warm AND NOT abandoner),
                              COUNT(*) FILTER (WHERE lapsed AND warm),
                              COUNT(*) FILTER (WHERE lapsed AND abandoner AND NOT warm),
                              COUNT(*) FILTER (WHERE abandoner)
                            FROM asked
                            """, report);

            List<ReplayedRule> rules = report.rules();
            assertThat(totals)
                    .containsExactly(
                            report.decisions(),
                            (long) report.users(),
                            rules.get(0).fired(),
                            (long) rules.get(0).users(),
                            rules.get(1).fired(),
                            lostTo(rules.get(1), "warm"),
                            rules.get(2).fired(),
                            lostTo(rules.get(2), "warm"),
                            lostTo(rules.get(2), "cart"),
                            rules.get(3).fired());
            assertThat(totals).allMatch(count -> count > 0);
            byDay(database, asked, report);
        }
    }

    /// Who of those that match acts under a policy, in the order of the rules below.
    private static String acting(HitPolicy policy) {
        return switch (policy) {
            case RULE_ORDER -> "warm; lapsed; warm; abandoner AND NOT warm";
            case FIRST -> "warm; lapsed; warm AND NOT lapsed; abandoner AND NOT warm AND NOT lapsed";
            case PRIORITY -> "warm; lapsed; warm AND NOT abandoner; abandoner";
            case COLLECT -> "warm; lapsed; warm; abandoner";
        };
    }

    @ParameterizedTest
    @EnumSource(HitPolicy.class)
    void replayActsAsThePolicySays(HitPolicy policy) throws SQLException {
        List<Rule> rules = List.of(
                Rulebook.ruleFor("hide", "warm", Rulebook.exclude("a")),
                Rulebook.ruleFor("list", "lapsed", new Treatment.Recommend("item-knn", List.of("popularity"))),
                Rulebook.ruleFor("warm", "warm", Rulebook.offer("WARM")).withWeight(OptionalInt.of(1)),
                Rulebook.ruleFor("cart", "abandoner", Rulebook.offer("CART")).withWeight(OptionalInt.of(3)));
        RuleProgram program = new RuleProgram(RulePolicy.usual().withHitPolicy(policy), rules);
        ReplayedShop shop = ReplayedShop.random(42, USERS);
        ReplayReport report = Replay.of(program, ground(shop), options(Occasion.EVENT), Progress.none());
        try (Connection database = filled(shop)) {
            String counts = Arrays.stream(acting(policy).split("; "))
                    .map(who -> "COUNT(*) FILTER (WHERE " + who + ")")
                    .collect(Collectors.joining(", "));
            assertThat(report.rules())
                    .extracting(ReplayedRule::fired)
                    .containsExactlyElementsOf(
                            ask(database, asked(Occasion.EVENT) + "SELECT " + counts + " FROM asked", report))
                    .allMatch(count -> count > 0);
        }
    }

    private static long lostTo(ReplayedRule rule, String winner) {
        return rule.lostTo().getOrDefault(new RuleId(winner), 0L);
    }

    private static void byDay(Connection database, String asked, ReplayReport report) throws SQLException {
        for (int day = 0; day < report.decisionsByDay().size(); day++) {
            List<Long> counts = ask(
                    database,
                    asked + "SELECT COUNT(*), COUNT(*) FILTER (WHERE abandoner AND NOT warm) FROM asked WHERE nth = "
                            + day,
                    report);
            assertThat(counts)
                    .as("day %d", day)
                    .containsExactly(
                            report.decisionsByDay().get(day),
                            report.rules().get(1).firedByDay().get(day));
        }
    }

    private static List<Long> ask(Connection database, String sql, ReplayReport report) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            statement.setLong(1, report.firstDay().toEpochDay());
            statement.setLong(2, FROM.toEpochMilli());
            statement.setLong(3, TO.toEpochMilli());
            List<Long> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    found.add(row.getLong(i));
                }
            }
            return found;
        }
    }

    private static Connection filled(ReplayedShop shop) throws SQLException {
        Connection database = DriverManager.getConnection("jdbc:h2:mem:");
        try (Statement create = database.createStatement()) {
            create.execute("CREATE TABLE event (user_id INT, time BIGINT, type VARCHAR, session INT)");
            create.execute("CREATE INDEX by_user ON event (user_id, time)");
        }
        try (PreparedStatement insert = database.prepareStatement("INSERT INTO event VALUES (?, ?, ?, ?)")) {
            for (ReplayedShop.Row row : shop.rows()) {
                insert.setInt(1, row.user());
                insert.setLong(2, row.time());
                insert.setString(3, row.type());
                insert.setInt(4, row.session());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return database;
    }

    static ReplayOptions options(Occasion occasion) {
        return new ReplayOptions(new TimeWindow(FROM, TO), occasion);
    }

    static ReplayGround ground(ReplayedShop shop) {
        List<SegmentDefinition> segments = List.of(
                segment("warm", count("view", new Window.Last(7, Window.Unit.DAYS), Comparison.AT_LEAST, "3")),
                segment(
                        "abandoner",
                        new AllOf(List.of(
                                count("cart", new Window.Last(30, Window.Unit.DAYS), Comparison.AT_LEAST, "1"),
                                count("purchase", new Window.Last(30, Window.Unit.DAYS), Comparison.AT_MOST, "0")))),
                segment(
                        "lapsed",
                        new EventCondition(
                                List.of("purchase"),
                                List.of(),
                                List.of(),
                                new Measure.DaysSinceLast(),
                                new Window.AllTime(),
                                Comparison.MORE_THAN,
                                List.of("5"),
                                WhenMissing.NO)));
        return new ReplayGround(shop.population(), segments, new FakeCatalogue(), "popularity");
    }

    private static SegmentDefinition segment(String id, Condition condition) {
        return new SegmentDefinition(new SegmentId(id), 1, "Segment " + id, condition, "ana", "", Instant.EPOCH);
    }

    private static EventCondition count(String type, Window window, Comparison comparison, String value) {
        return new EventCondition(
                List.of(type),
                List.of(),
                List.of(),
                new Measure.Count(),
                window,
                comparison,
                List.of(value),
                WhenMissing.NO);
    }
}
