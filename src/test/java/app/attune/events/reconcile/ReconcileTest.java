package app.attune.events.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.events.EventsFixture;
import app.attune.events.RowKind;
import app.attune.events.StoredEvents;
import app.attune.events.reconcile.Reconciliation.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReconcileTest {
    private static final String EVENTS = """
            user_id,time,event,item_id,value
            ann,1969-12-31T23:59:59.999Z,view,sku-1,
            ann,2026-10-01T08:00:00.123Z,purchase,sku-1,19.99
            jörg,2026-10-01T08:00:00Z,purchase,"a,b",-3.00005
            ann,2026-10-02T00:00:00Z,cart,,0.1
            ann,2026-10-02T00:00:00Z,cart,,0.1
            東京,2026-10-02T23:59:59.999Z,view,sku-2,1234567.125
            """;

    /// Functions that the other engines have and DuckDB has not, in their own words.
    private static final List<String> MACROS = List.of(
            "CREATE TYPE FLOAT64 AS DOUBLE",
            "CREATE MACRO unix_millis(t) AS epoch_ms(t)",
            "CREATE MACRO to_hex(text) AS text",
            "CREATE MACRO format_date(form, day) AS strftime(day, form)",
            "CREATE MACRO conv(digits, a, b) AS CAST(CAST('0x' || digits AS BIGINT) AS VARCHAR)",
            "CREATE MACRO date_part(part, t) AS epoch_ms(t)",
            "CREATE MACRO dateadd(part, n, day) AS day + CAST(n AS INTEGER)",
            "CREATE MACRO to_char(day, form) AS strftime(day, '%Y-%m-%d')",
            "CREATE MACRO to_number(digits, form) AS CAST('0x' || digits AS BIGINT)");

    @TempDir
    Path folder;

    private List<DaySum> sums(String text) throws IOException {
        try (EventsFixture events = new EventsFixture()) {
            events.importText(folder, text);
            return new ReconcileService(events.store).sums(Progress.none());
        }
    }

    /// The recorded numbers are Python's: hashlib.md5 of each text, int(digits, 16) of its parts, added up by day.
    @Test
    void theSumsAreThoseThatPythonFinds() throws IOException {
        assertEquals(
                List.of(
                        new DaySum("file.csv", LocalDate.parse("1969-12-31"), 1, 1_422_235_163L, 4_195_631_229L),
                        new DaySum("file.csv", LocalDate.parse("2026-10-01"), 2, 2_320_319_503L, 5_377_362_433L),
                        new DaySum("file.csv", LocalDate.parse("2026-10-02"), 3, 10_750_115_101L, 3_175_077_846L)),
                sums(EVENTS));
    }

    /// Every engine's query runs as it is printed, on functions that mean what the engine says they mean.
    @ParameterizedTest
    @EnumSource
    void theQueryMakesTheSameManifest(ManifestSql dialect) throws IOException, SQLException {
        List<DaySum> expected =
                sums(EVENTS).stream().map(sum -> sum.of(DaySum.ALL)).toList();
        Path file = folder.resolve("file.csv");
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            if (dialect != ManifestSql.DUCKDB) {
                for (String macro : MACROS) {
                    statement.execute(macro);
                }
            }
            statement.execute("CREATE TABLE shop_events AS SELECT user_id, CAST(\"time\" AS TIMESTAMP) AS event_time,"
                    + " event AS event_type, item_id, CAST(value AS DOUBLE) AS value FROM read_csv('" + file
                    + "', all_varchar = true)");
            List<DaySum> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(inDuckDb(dialect.query("shop_events")))) {
                while (rows.next()) {
                    found.add(new DaySum(
                            rows.getString("source"),
                            LocalDate.parse(rows.getString("day")),
                            rows.getLong("events"),
                            rows.getLong("sum_high"),
                            rows.getLong("sum_low")));
                }
            }
            assertEquals(expected, found);
        }
    }

    /// DuckDB knows no bits made of hexadecimal digits, and the macro of Snowflake's is what EXTRACT asks.
    /// PostgreSQL 15 itself gives the same sums for these events.
    private static String inDuckDb(String query) {
        return query.replace("EXTRACT(EPOCH FROM event_time) * 1000", "epoch_ms(event_time)")
                .replaceAll("CAST\\(CONCAT\\('x', (SUBSTR\\(hash, \\d, 8\\))\\) AS BIT\\(32\\)\\)", "'0x' || $1");
    }

    /// Snowflake divides whole numbers with six decimals, rounded: the last milliseconds of a day were the next one's.
    @Test
    void everyQueryDividesMillisecondsSoThatNoDayRoundsUpAndKnowsEventsWithoutAType() {
        assertTrue(ManifestSql.SNOWFLAKE.query("t").contains("FLOOR(millis::DOUBLE / 86400000)"));
        for (ManifestSql dialect : ManifestSql.values()) {
            assertTrue(dialect.query("t").contains("COALESCE(CAST(event_type AS "), dialect.engine());
        }
    }

    @Test
    void eventsOfAnImportThatFinishesMeanwhileAreNotKnown() throws IOException {
        try (EventsFixture events = new EventsFixture()) {
            events.importText(folder, EVENTS);
            StoredEvents before = new StoredEvents(events.store);
            events.importText(folder, EVENTS.replace("ann", "new").replace("2026", "2027"));
            List<Boolean> known = new ArrayList<>();
            events.store.readChunks(
                    RowKind.EVENTS,
                    List.of(),
                    chunk -> {
                        StoredEvents.Rows rows = before.of(chunk);
                        for (int row = 0; row < rows.size(); row++) {
                            known.add(rows.isKnown(row));
                        }
                    },
                    Progress.none());
            assertTrue(known.contains(true) && known.contains(false), known.toString());
        }
    }

    @Test
    void anotherOrderMakesTheSameSumsAndAnotherEventDoesNot() throws IOException {
        List<String> lines = EVENTS.lines().toList();
        List<String> turned = new ArrayList<>(lines.subList(1, lines.size()).reversed());
        turned.addFirst(lines.getFirst());
        assertEquals(sums(EVENTS), sums(String.join("\n", turned) + "\n"));
        Reconciliation other = Reconciliation.of(sums(EVENTS), sums(EVENTS.replace("19.99", "19.98")));
        assertEquals(1, other.differences().size());
        assertEquals(Verdict.OTHER_EVENTS, other.differences().getFirst().verdict());
    }

    @Test
    void daysAreComparedBySourceOrTogether() {
        LocalDate first = LocalDate.parse("2026-10-01");
        List<DaySum> ours = List.of(
                new DaySum("a.csv", first, 2, 10, 20),
                new DaySum("a.csv", first.plusDays(1), 3, 5, 5),
                new DaySum("b.csv", first, 1, 1, 1));
        Reconciliation together = Reconciliation.of(
                ours, List.of(new DaySum("*", first, 3, 11, 21), new DaySum("*", first.plusDays(2), 1, 0, 0)));
        assertEquals(
                List.of(Verdict.SAME, Verdict.ONLY_HERE, Verdict.ONLY_THERE),
                together.days().stream().map(Reconciliation.Day::verdict).toList());
        assertEquals(6, together.here());
        assertEquals(4, together.there());
        Reconciliation named = Reconciliation.of(ours, List.of(new DaySum("a.csv", first, 3, 10, 20)));
        assertEquals(
                List.of(Verdict.FEWER_HERE, Verdict.ONLY_HERE, Verdict.ONLY_HERE),
                named.days().stream().map(Reconciliation.Day::verdict).toList());
    }

    @Test
    void aManifestIsWrittenAndReadBackAndMistakesAreNamed() throws IOException {
        Path file = folder.resolve("manifest.csv");
        List<DaySum> sums = List.of(new DaySum("=a.csv", LocalDate.parse("2026-10-01"), 2, 10, 1L << 60));
        Manifest.write(sums, file);
        assertEquals(sums, Manifest.read(file));
        Files.writeString(file, "SOURCE,DAY,EVENTS,SUM_HIGH,SUM_LOW\n*,2026-10-01,2.0,1,2\n");
        assertEquals(2, Manifest.read(file).getFirst().events());
        Files.writeString(file, "source,day,events,sum_high,sum_low\n*,soon,2,1,2\n");
        ProblemException bad = assertThrows(ProblemException.class, () -> Manifest.read(file));
        assertTrue(
                bad.problem().message().startsWith("Line 2 of "), bad.problem().message());
        Files.writeString(file, "source,day\n*,2026-10-01\n");
        assertEquals(
                "reconcile.no-column",
                assertThrows(ProblemException.class, () -> Manifest.read(file))
                        .problem()
                        .code());
    }
}
