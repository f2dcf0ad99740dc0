package app.attune.events.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.Seeds;
import app.attune.core.sql.Database;
import app.attune.events.ColumnCodec;
import app.attune.events.EventFrame;
import app.attune.events.EventsFixture;
import app.attune.events.FrameCache;
import app.attune.events.ImportReport;
import app.attune.profiles.Population;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2EventStoreTest {
    private static final String EVENTS = """
            user_id,time,event,item_id,value,quantity,query,shipped
            b,2026-01-02T00:00:00Z,view,i1,,,größe,2026-01-05
            a,2026-01-03T00:00:00Z,purchase,i2,9.50,2,,
            b,2026-01-01T00:00:00Z,view,,0.1234567,1,,2026-01-05
            """;

    @TempDir
    Path folder;

    @Test
    void theMappedFrameEqualsTheAssembledOne() throws IOException {
        try (EventsFixture events =
                new EventsFixture(Database.inMemory("t"), new MappedFrameCache(folder.resolve("cache")))) {
            events.importText(folder, "item_id,category\ni1,Tents\ni9,Boots\n");
            events.importText(folder, EVENTS);
            EventFrame assembled = events.frame();
            EventFrame mapped = events.frame();
            assertNotSame(assembled, mapped);
            assertEquals(EventsFixture.lines(assembled), EventsFixture.lines(mapped));
            assertEquals(assembled.items().texts(), mapped.items().texts());
            assertEquals(
                    "Tents", mapped.catalogue().column("category").orElseThrow().display(0));
            assertEquals(assembled.dataHash(), mapped.dataHash());
        }
    }

    @Test
    void aDamagedOrStaleCacheIsRebuilt() throws IOException {
        MappedFrameCache cache = new MappedFrameCache(folder);
        try (EventsFixture events = new EventsFixture(Database.inMemory("t"), cache)) {
            events.importText(folder, EVENTS);
            List<String> lines = EventsFixture.lines(events.frame());
            Path file = folder.resolve("events.frame");
            byte[] whole = Files.readAllBytes(file);
            SplittableRandom random = Seeds.stream(1, "damage");
            for (int round = 0; round < 50; round++) {
                byte[] bytes = whole.clone();
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, round % 5 == 0 ? new byte[random.nextInt(100)] : bytes);
                assertEquals(lines, EventsFixture.lines(events.frame()));
            }
            assertTrue(cache.load("another state").isEmpty());
        }
    }

    @Test
    void aDamagedChunkIsNamedAndImportingAgainAddsItsRows() throws IOException {
        try (EventsFixture events = new EventsFixture()) {
            ImportReport report = events.importText(folder, EVENTS);
            events.database.execute(connection -> {
                try (PreparedStatement update =
                        connection.prepareStatement("UPDATE chunk_column SET content = ? WHERE name = 'value'")) {
                    update.setBytes(1, new byte[] {1, 2, 3});
                    update.executeUpdate();
                }
            });
            List<Problem> damaged = events.store.verify(Progress.none());
            assertEquals("events.damaged-chunk", damaged.getFirst().code());
            assertTrue(damaged.getFirst().message().contains("3 rows of file.csv (lines 2 to 4)"));
            assertEquals(0, events.frame().eventCount());
            assertEquals(3, report.accepted());
            assertEquals(3, events.importText(folder, EVENTS).accepted());
            assertEquals(3, events.frame().eventCount());
            assertTrue(events.store.verify(Progress.none()).isEmpty());
        }
    }

    @Test
    void damagedNamesAndRowsKeptAsideAreFoundByTheCheck() throws IOException {
        try (EventsFixture events = new EventsFixture()) {
            events.importText(folder, EVENTS + "c,never,view,,,,,\n");
            assertEquals(List.of(), events.store.verify(Progress.none()));
            events.database.execute(connection -> {
                for (String table : List.of("dictionary_piece", "rejection_piece")) {
                    try (PreparedStatement update =
                            connection.prepareStatement("UPDATE " + table + " SET content = content || X'00'")) {
                        assertTrue(update.executeUpdate() > 0, table);
                    }
                }
            });
            List<Problem> damaged = events.store.verify(Progress.none());
            assertEquals(
                    List.of("events.damaged-texts", "events.damaged-texts"),
                    damaged.stream().map(Problem::code).toList());
            assertEquals(
                    "Damaged pieces of the store with rejected rows: 1.",
                    damaged.getLast().message());
        }
    }

    @Test
    void leftoversOfAnUnfinishedImportAreRemovedAtOpening() throws IOException {
        try (EventsFixture events = new EventsFixture()) {
            events.importText(folder, EVENTS);
            String hash = events.store.dataHash();
            events.database.execute(connection -> {
                for (String sql : List.of(
                        "INSERT INTO import_run SELECT 99, 'RUNNING', source_name, row_kind, format_json, mapping_json,"
                                + " columns_json, '' FROM import_run",
                        "INSERT INTO chunk_column SELECT 99, row_kind, chunk_no, name, crc, content FROM chunk_column",
                        "INSERT INTO dictionary_piece SELECT 99, name, 1000, text_count, crc, content"
                                + " FROM dictionary_piece")) {
                    try (PreparedStatement insert = connection.prepareStatement(sql)) {
                        insert.executeUpdate();
                    }
                }
            });
            assertEquals(hash, events.store.dataHash());
            H2EventStore reopened = new H2EventStore(events.database, FrameCache.none());
            assertEquals(hash, reopened.dataHash());
            int users = reopened.dictionaries().getOrDefault("users", List.of()).size();
            assertEquals(2, users);
        }
    }

    @Test
    void thePopulationIsBuiltOnceUntilTheDataChanges() throws IOException {
        try (EventsFixture events = new EventsFixture()) {
            events.importText(folder, EVENTS);
            Population first = events.people();
            assertSame(first, events.people());
            events.importText(folder, EVENTS);
            assertSame(first, events.people());
            events.importText(folder, "user_id,country\nnew,DE\n");
            assertEquals(3, events.people().size());
            assertFalse(events.people().dataHash().equals(first.dataHash()));
        }
    }

    @Test
    void columnsSurviveTheCodec() {
        SplittableRandom random = Seeds.stream(3, "codec");
        for (int round = 0; round < 200; round++) {
            int rows = random.nextInt(1, 300);
            double unit = random.nextInt(3) == 0 ? 0 : Math.pow(10, random.nextInt(0, 9));
            double[] amounts = new double[rows];
            int[] codes = new int[rows];
            long[] times = new long[rows];
            for (int i = 0; i < rows; i++) {
                amounts[i] = random.nextInt(10) == 0
                        ? Double.NaN
                        : unit == 0 ? random.nextDouble(-1e9, 1e9) : random.nextInt(-9_999, 9_999) / unit;
                codes[i] = random.nextInt(-1, 70_000);
                times[i] = random.nextLong(-1_000_000_000_000L, 4_000_000_000_000L);
            }
            assertArrayEquals(amounts, ColumnCodec.amounts(ColumnCodec.amounts(amounts, rows), rows));
            assertArrayEquals(codes, ColumnCodec.codes(ColumnCodec.codes(codes, rows), rows));
            assertArrayEquals(times, ColumnCodec.times(ColumnCodec.times(times, rows), rows));
        }
    }
}
