package app.attune.events.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import app.attune.core.Progress;
import app.attune.core.Seeds;
import app.attune.core.sql.Database;
import app.attune.core.sql.Migrations;
import app.attune.events.EventFrame;
import app.attune.events.EventFrameBuilder;
import app.attune.events.FrameFilter;
import app.attune.events.NumberColumn;
import app.attune.events.TextColumn;
import app.attune.events.store.H2SessionStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The SQL that goes to the server team means what the workbench does.
final class SessionSqlTest {
    private static final Instant START = Instant.parse("2026-10-01T08:00:00Z");
    private static final int USERS = 30;

    private static EventFrame frame(long seed) {
        SplittableRandom random = Seeds.stream(seed, "sessions in SQL");
        EventFrameBuilder builder = new EventFrameBuilder();
        for (int user = 0; user < USERS; user++) {
            TreeSet<Integer> minutes = new TreeSet<>();
            random.ints(random.nextInt(25), 0, 1_500).forEach(minutes::add);
            for (int minute : minutes) {
                Map<String, String> more =
                        random.nextInt(3) == 0 ? Map.of("session_id", "s" + random.nextInt(3)) : Map.of();
                builder.event("u" + user, START.plusSeconds(60L * minute), "view", "", 0, more);
            }
        }
        return builder.build();
    }

    private static Map<String, Double> bySql(EventFrame frame, String sql) throws SQLException {
        Map<String, Double> numbers = new TreeMap<>();
        TextColumn ids = (TextColumn) frame.property("session_id").orElseThrow();
        try (Connection database = DriverManager.getConnection("jdbc:h2:mem:")) {
            database.createStatement()
                    .execute("CREATE TABLE events(user_id VARCHAR, event_time TIMESTAMP, session_id VARCHAR)");
            try (PreparedStatement insert = database.prepareStatement(
                    "INSERT INTO events VALUES (?, DATEADD('SECOND', ?, TIMESTAMP '1970-01-01 00:00:00'), ?)")) {
                for (int userIdx = 0; userIdx < frame.userCount(); userIdx++) {
                    for (int row = frame.from(userIdx); row < frame.to(userIdx); row++) {
                        insert.setString(1, frame.users().text(userIdx));
                        insert.setLong(2, frame.time(row) / 1_000);
                        insert.setString(3, ids.isMissing(row) ? null : ids.display(row));
                        insert.executeUpdate();
                    }
                }
            }
            String query = "SELECT user_id, DATEDIFF('SECOND', TIMESTAMP '1970-01-01 00:00:00', event_time),"
                    + " session_number FROM (" + sql + ")";
            ResultSet rows = database.createStatement().executeQuery(query);
            while (rows.next()) {
                numbers.put(rows.getString(1) + " " + rows.getLong(2), rows.getDouble(3));
            }
        }
        return numbers;
    }

    private static Map<String, Double> byFrame(EventFrame frame, SessionRules rules) {
        double[] numbers = Sessions.of(frame, rules, Progress.none()).numbers().values();
        Map<String, Double> found = new TreeMap<>();
        for (int userIdx = 0; userIdx < frame.userCount(); userIdx++) {
            for (int row = frame.from(userIdx); row < frame.to(userIdx); row++) {
                found.put(frame.users().text(userIdx) + " " + frame.time(row) / 1_000, numbers[row]);
            }
        }
        return found;
    }

    @Test
    void sqlAndWorkbenchNumberTheSameSessions() throws SQLException {
        for (long seed = 1; seed <= 5; seed++) {
            EventFrame frame = frame(seed);
            for (SessionRules.Ids ids : SessionRules.Ids.values()) {
                SessionRules rules = new SessionRules(Duration.ofMinutes(10L * seed), ids);
                assertEquals(byFrame(frame, rules), bySql(frame, SessionSql.of(rules)), "seed " + seed + " " + ids);
            }
        }
    }

    @Test
    void numbersAreFoundAgainAmongFewerEventsUnlessAFileBroughtThem() {
        EventFrame frame = frame(1);
        EventFrame all = frame.with(
                Sessions.of(frame, SessionRules.DEFAULT, Progress.none()).numbers(), "all");
        EventFrame fewer = FrameFilter.of(all, row -> row != frame.from(0), "fewer", Progress.none());
        try (Database database = Database.inMemory("sessions-again")) {
            Migrations.bundled().apply(database);
            H2SessionStore store = new H2SessionStore(database);
            SessionService service = new SessionService(store, progress -> all, () -> false);
            EventFrame again = service.again(fewer, Progress.none());
            NumberColumn numbers =
                    (NumberColumn) again.property(Sessions.NUMBER).orElseThrow();
            assertEquals(1.0, numbers.values()[again.from(0)]);
            assertEquals(fewer.properties().size(), again.properties().size());
            assertEquals(Optional.of(SessionRules.DEFAULT), service.made(all));
            SessionService brought = new SessionService(store, progress -> all, () -> true);
            assertSame(fewer, brought.again(fewer, Progress.none()));
            assertEquals(Optional.empty(), brought.made(all));
        }
    }
}
