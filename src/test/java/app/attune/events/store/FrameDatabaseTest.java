package app.attune.events.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.events.ColumnTable;
import app.attune.events.EventFrame;
import app.attune.events.EventFrameBuilder;
import app.attune.events.QueryDesk;
import app.attune.events.QueryTables;
import app.attune.events.SqlAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FrameDatabaseTest {
    private static final Instant START = Instant.parse("2026-10-01T08:00:00Z");

    private final EventFrame frame = frame();
    private final QueryDesk desk = FrameDatabase.open(new QueryTables(
            frame,
            new ColumnTable(
                    frame.userCount(),
                    EventFrameBuilder.columnsOf(IntStream.range(0, frame.userCount())
                            .mapToObj(user -> Map.of("country", user % 2 == 0 ? "DE" : "AT"))
                            .toList())),
            frame.dataHash()));

    @AfterEach
    void close() {
        desk.close();
    }

    private static EventFrame frame() {
        EventFrameBuilder builder = new EventFrameBuilder()
                .item("sku-1", Map.of("name", "Green tea"))
                .item("sku-2", Map.of("name", "Black tea"));
        for (int i = 0; i < 300; i++) {
            builder.event(
                    "u" + i % 30,
                    START.plusSeconds(i * 3600L),
                    i % 3 == 0 ? "purchase" : "view",
                    i % 7 == 0 ? "" : "sku-" + (1 + i % 2),
                    i % 3 == 0 ? i : Double.NaN,
                    Map.of("device", i % 5 == 0 ? "phone" : "desktop", "time", "x"));
        }
        return builder.build();
    }

    private List<List<String>> rows(String sql) {
        return desk.run(sql, 1000, Progress.none()).rows();
    }

    private Problem problem(String sql) {
        return assertThrows(ProblemException.class, () -> rows(sql), sql).problem();
    }

    @Test
    void countsAreThoseOfTheFrame() {
        assertEquals(
                List.of(List.of("300", "257", "100")),
                rows("SELECT COUNT(*), COUNT(item_id), COUNT(value) FROM events"));
        assertEquals(
                List.of(List.of("purchase", "100", "14850"), List.of("view", "200", "")),
                rows("select TYPE, count(*), sum(Value) from EVENTS group by type order by type;"));
        assertEquals(List.of(List.of("30")), rows("SELECT COUNT(DISTINCT user_id) FROM events"));
    }

    @Test
    void usersAndItemsJoinTheirEvents() {
        assertEquals(List.of(List.of("AT", "150"), List.of("DE", "150")), rows("""
                        SELECT u.country, COUNT(*) FROM users u JOIN events e ON e.user_id = u.user_id
                        GROUP BY u.country ORDER BY 1"""));
        assertEquals(
                List.of(List.of("Black tea"), List.of("Green tea")),
                rows("SELECT DISTINCT i.name FROM events e JOIN items i ON i.item_id = e.item_id ORDER BY 1"));
        assertEquals(List.of(List.of("10")), rows("SELECT COUNT(*) FROM events WHERE user_id = 'u7'"));
        assertEquals(List.of(List.of("0")), rows("SELECT COUNT(*) FROM events WHERE user_id = 'nobody'"));
        assertEquals(List.of(List.of("20")), rows("SELECT COUNT(*) FROM events WHERE user_id IN ('u7', 'u8')"));
    }

    @Test
    void timesCompareAsTimesInUtc() {
        assertEquals(
                List.of(List.of("24", "2026-10-02 00:00:00", "2026-10-02 23:00:00")),
                rows("SELECT COUNT(*), MIN(time), MAX(time) FROM events"
                        + " WHERE time >= '2026-10-02' AND time < DATE '2026-10-03'"));
    }

    @Test
    void aColumnWithATakenNameGetsANumber() {
        assertEquals(List.of(List.of("x")), rows("SELECT DISTINCT time_2 FROM events"));
        assertTrue(
                desk.tables().startsWith("events: user_id, time, type, item_id, value, device, time_2"), desk.tables());
    }

    @Test
    void moreRowsThanAskedForAreCutAndItIsSaid() {
        SqlAnswer cut = desk.run("SELECT * FROM events", 100, Progress.none());
        assertEquals(100, cut.rows().size());
        assertTrue(cut.cut());
        assertFalse(desk.run("SELECT * FROM events", 300, Progress.none()).cut());
    }

    @Test
    void mistakesAreToldWithTheirPlace() {
        assertEquals(
                "Line 2, column 1: the query cannot be read from here on",
                start(problem("SELECT *\nFORM events x").message(), 55));
        assertEquals(
                "Line 1, column 8: there is no column prize.",
                problem("SELECT prize FROM events").message());
        assertEquals(
                "Line 3, column 6: there is no table event.",
                problem("\nSELECT 1\nFROM event").message());
        assertTrue(problem("SELECT prize FROM events").remedy().contains("item_id"));
        assertEquals(
                "Line 1, column 8: there is no function SHOUT.",
                problem("SELECT SHOUT(type) FROM events").message());
    }

    private static String start(String text, int letters) {
        return text.substring(0, Math.min(letters, text.length()));
    }

    @Test
    void everyStatementThatReachesFilesOrCodeIsDenied(@TempDir Path folder) throws IOException {
        String file = folder.resolve("out").toString();
        Path secret = Files.writeString(folder.resolve("secret.csv"), "a,b\n1,2\n");
        List<String> hostile = List.of(
                "SELECT FILE_READ('" + secret + "')",
                "SELECT FILE_WRITE('x', '" + file + "')",
                "SELECT * FROM CSVREAD('" + secret + "')",
                "CALL CSVWRITE('" + file + "', 'SELECT 1')",
                "SELECT CSVWRITE('" + file + "', 'SELECT 1')",
                "SELECT * FROM LINK_SCHEMA('T', '', 'jdbc:h2:mem:x', 'sa', '', 'PUBLIC')",
                "CREATE LINKED TABLE l('', 'jdbc:h2:mem:x', 'sa', '', 'T')",
                "CREATE ALIAS run FOR \"java.lang.Runtime.getRuntime\"",
                "CREATE ALIAS run AS 'void run() { System.exit(1); }'",
                "CREATE AGGREGATE a FOR \"java.lang.Object\"",
                "CREATE TRIGGER t BEFORE SELECT ON events CALL \"java.lang.Object\"",
                "RUNSCRIPT FROM '" + secret + "'",
                "SCRIPT TO '" + file + "'",
                "SCRIPT",
                "BACKUP TO '" + file + "'",
                "CREATE TABLE t(x INT) ENGINE \"java.lang.Object\"",
                "CREATE LOCAL TEMPORARY TABLE t(x INT)",
                "CREATE TABLE t AS SELECT * FROM events",
                "CREATE VIEW v AS SELECT * FROM events",
                "CREATE USER intruder PASSWORD '' ADMIN",
                "ALTER USER reader ADMIN TRUE",
                "GRANT ALL ON SCHEMA PUBLIC TO reader",
                "SET DB_CLOSE_DELAY -1",
                "SET JAVA_OBJECT_SERIALIZER NULL",
                "SET TRACE_LEVEL_FILE 3",
                "SET @x = 1",
                "SHUTDOWN",
                "CHECKPOINT SYNC",
                "EXECUTE IMMEDIATE 'DROP ALL OBJECTS'",
                "PREPARE p AS SELECT 1",
                "DROP TABLE events",
                "DROP ALL OBJECTS",
                "DELETE FROM events",
                "INSERT INTO users(user_id) VALUES('x')",
                "UPDATE events SET type = 'x'",
                "MERGE INTO users KEY(user_id) VALUES('x', 'y')",
                "TRUNCATE TABLE events",
                "SELECT * FROM FINAL TABLE (INSERT INTO users(user_id) VALUES('x'))",
                "EXPLAIN ANALYZE DELETE FROM events",
                "SELECT 1; DROP TABLE events",
                "SELECT 1; CREATE LOCAL TEMPORARY TABLE t(x INT)",
                "SELECT CAST(X'aced0005' AS JAVA_OBJECT)",
                "");
        List<String> passed = new ArrayList<>();
        for (String sql : hostile) {
            try {
                passed.add(sql + " gave " + rows(sql));
            } catch (ProblemException denied) {
                assertTrue(
                        List.of("sql.not-allowed", "sql.not-understood")
                                .contains(denied.problem().code()),
                        sql);
            }
        }
        assertEquals(List.of(), passed, hostile.size() + " tried");
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(secret), files.toList());
        }
        assertEquals(List.of(List.of("300")), rows("SELECT COUNT(*) FROM events"));
    }

    @Test
    void aQueryThatNobodyWantsAnyMoreStops() {
        AtomicInteger asked = new AtomicInteger();
        Progress impatient = new Progress() {
            @Override
            public void report(String stage, long done, long total) {}

            @Override
            public boolean isCancelled() {
                return asked.incrementAndGet() > 2;
            }
        };
        assertThrows(
                CancellationException.class,
                () -> desk.run(
                        "SELECT COUNT(*) FROM SYSTEM_RANGE(1, 100000000000) WHERE MOD(x, 3) = 5", 10, impatient));
        assertEquals(List.of(List.of("300")), rows("SELECT COUNT(*) FROM events"));
    }
}
