package app.attune.core.sql;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.db.ValueDataType;
import org.h2.mvstore.tx.TransactionStore;
import org.h2.mvstore.type.MetaType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaGateTest {
    private static final String RAN = "attune.test.payload";
    private static final String PAYLOAD = "System.setProperty(\"" + RAN + "\", \"ran\");";
    private static final String ALIAS = "CREATE ALIAS f AS $$ int f() { " + PAYLOAD + " return 1; } $$";

    @TempDir
    Path folder;

    private static final SchemaGate GATE = SchemaGate.bundled();

    @Test
    void hostileStoresAreRefusedByNameAndRunNothing() throws Exception {
        Map<String, List<String>> hostile = new TreeMap<>();
        hostile.put(
                "TRIGGER",
                List.of("CREATE TRIGGER t BEFORE SELECT ON setting AS $$ org.h2.api.Trigger create() { " + PAYLOAD
                        + " return (c, o, n) -> {}; } $$"));
        hostile.put("ALIAS", List.of(ALIAS));
        hostile.put("VIEW", List.of(ALIAS, "CREATE VIEW v AS SELECT f() AS x"));
        hostile.put("TABLE", List.of(ALIAS, "ALTER TABLE setting ALTER COLUMN value_json SET DEFAULT f()"));
        hostile.put("CONSTRAINT", List.of(ALIAS, "ALTER TABLE setting ADD CHECK (f() = 1)"));
        hostile.put("GENERATED", List.of(ALIAS, "ALTER TABLE setting ADD g INT AS (f())"));
        hostile.put("DOMAIN", List.of(ALIAS, "CREATE DOMAIN d AS INT DEFAULT f()"));
        hostile.put("CONSTANT", List.of("CREATE CONSTANT c VALUE 1"));
        hostile.put("USER", List.of("CREATE USER eve PASSWORD 'x' ADMIN"));
        hostile.put("TABLE 2", List.of("CREATE TABLE other (x INT)"));
        hostile.put("SETTING", List.of("SET MAX_MEMORY_ROWS 5"));
        int executed = 0;
        for (Map.Entry<String, List<String>> one : hostile.entrySet()) {
            Path file = folder.resolve(one.getKey().replace(' ', '-')).resolve("store.mv.db");
            ours(file);
            tamper(file, one.getValue());
            byte[] before = Files.readAllBytes(file);
            System.clearProperty(RAN);
            ProblemException e = assertThrows(ProblemException.class, () -> GATE.check(file), one.getKey());
            assertEquals("workspace.foreign-schema", e.problem().code(), one.getKey());
            executed += System.getProperty(RAN) == null ? 0 : 1;
            assertArrayEquals(before, Files.readAllBytes(file), "the gate changes nothing");
        }
        assertEquals(0, executed, "of " + hostile.size() + " hostile stores");
        report("hostile stores tried " + hostile.size() + ", executed " + executed);
    }

    @Test
    void thePayloadWouldHaveRunWithoutTheGate() throws Exception {
        Path file = folder.resolve("store.mv.db");
        ours(file);
        tamper(
                file,
                List.of("CREATE TRIGGER t BEFORE SELECT ON setting AS $$ org.h2.api.Trigger create() { " + PAYLOAD
                        + " return (c, o, n) -> {}; } $$"));
        System.clearProperty(RAN);
        try {
            Database.open(file).close();
        } catch (ProblemException e) {
            // H2 may refuse the trigger after running its source.
        }
        assertEquals("ran", System.getProperty(RAN));
        System.clearProperty(RAN);
    }

    @Test
    void foreignObjectIsNamed() throws Exception {
        Path file = folder.resolve("store.mv.db");
        ours(file);
        tamper(file, List.of("CREATE ALIAS steal AS $$ int f() { return 1; } $$"));
        ProblemException e = assertThrows(ProblemException.class, () -> GATE.check(file));
        assertTrue(
                e.problem().message().contains("ALIAS \"PUBLIC\".\"STEAL\""),
                e.problem().message());
    }

    @Test
    void ownStoreWithDataPasses() {
        Path file = folder.resolve("store.mv.db");
        ours(file);
        try (Database database = Database.open(file)) {
            database.execute(connection -> {
                try (var insert = connection.prepareStatement("INSERT INTO setting VALUES (?, ?)")) {
                    for (int i = 0; i < 5000; i++) {
                        insert.setString(1, "name" + i);
                        insert.setString(2, "{\"value\": " + i % 7 + "}");
                        insert.executeUpdate();
                    }
                }
                try (Statement analyze = connection.createStatement()) {
                    analyze.execute("ANALYZE");
                }
            });
        }
        assertDoesNotThrow(() -> GATE.check(file));
    }

    @Test
    void sequencesAndOlderStoresPass() {
        Migration one = Migration.of("001_a.sql", "CREATE TABLE a (id BIGINT GENERATED ALWAYS AS IDENTITY, x INT)");
        Migration two = Migration.of("002_b.sql", "ALTER TABLE a ADD y VARCHAR; CREATE INDEX iy ON a (y);");
        Path file = folder.resolve("store.mv.db");
        try (Database database = Database.open(file)) {
            new Migrations(List.of(one)).apply(database);
            database.execute(connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("INSERT INTO a (x) SELECT x FROM system_range(1, 100)");
                }
            });
        }
        SchemaGate newer = SchemaGate.of(new Migrations(List.of(one, two)));
        assertDoesNotThrow(() -> newer.check(file));
        ProblemException e = assertThrows(ProblemException.class, () -> GATE.check(file));
        assertEquals("workspace.foreign-schema", e.problem().code());
    }

    @Test
    void everyKindOfValueAndIndexOfOursPasses() {
        Migration kinds = Migration.of("001_kinds.sql", """
                CREATE TABLE kind (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, bytes BLOB, text CLOB,
                    at TIMESTAMP WITH TIME ZONE, amount DECIMAL(20, 4), flag BOOLEAN, numbers INT ARRAY, token UUID);
                CREATE UNIQUE INDEX kind_at ON kind (at, amount DESC);
                CREATE TABLE child (kind BIGINT REFERENCES kind (id) ON DELETE CASCADE, name VARCHAR UNIQUE);
                """);
        Path file = folder.resolve("store.mv.db");
        Migrations migrations = new Migrations(List.of(kinds));
        try (Database database = Database.open(file)) {
            migrations.apply(database);
            database.execute(connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("INSERT INTO kind (bytes, text, at, amount, flag, numbers, token) "
                            + "SELECT CAST(REPEAT('ab', 9000) AS BLOB), REPEAT('long', 9000), "
                            + "DATEADD(SECOND, x, TIMESTAMP WITH TIME ZONE '2026-06-01 00:00:00Z'), x, TRUE, "
                            + "ARRAY[1, 2], RANDOM_UUID() FROM system_range(1, 50)");
                    statement.execute("INSERT INTO child SELECT id, 'n' || id FROM kind");
                    statement.execute("DELETE FROM kind WHERE MOD(id, 3) = 0");
                }
            });
        }
        assertDoesNotThrow(() -> SchemaGate.of(migrations).check(file));
    }

    @Test
    void classNamedInTheTypeRegistryIsRefusedAndNotLoaded() throws Exception {
        Path file = folder.resolve("store.mv.db");
        ours(file);
        try (MVStore store = MVStore.open(file.toString())) {
            TransactionStore transactions =
                    new TransactionStore(store, new MetaType<>(null, null), new ValueDataType(), 0);
            transactions.begin().openMap("x", new HostileType(), new HostileType());
        }
        System.clearProperty(RAN);
        ProblemException e = assertThrows(ProblemException.class, () -> GATE.check(file));
        assertEquals("workspace.foreign-schema", e.problem().code(), e.problem().message());
        assertTrue(e.problem().message().contains("HostileType"), e.problem().message());
        assertEquals(null, System.getProperty(RAN));
    }

    @Test
    void statementAnUnfinishedTransactionWouldBringBackIsSeen() throws Exception {
        Path file = folder.resolve("store.mv.db");
        ours(file);
        tamper(file, List.of(ALIAS));
        removeForeignRowsWithoutCommitting(file);
        ProblemException e = assertThrows(ProblemException.class, () -> GATE.check(file));
        assertEquals("workspace.foreign-schema", e.problem().code());
        assertTrue(e.problem().message().contains("ALIAS"), e.problem().message());
    }

    @Test
    void committedValueBelowAnUnfinishedOneOfAnUndoRecordIsSeen() throws Exception {
        Path file = folder.resolve("store.mv.db");
        ours(file);
        tamper(file, List.of(ALIAS));
        hideForeignRowInAnUndoRecord(file);
        ProblemException e = assertThrows(ProblemException.class, () -> GATE.check(file));
        assertEquals("workspace.foreign-schema", e.problem().code(), e.problem().message());
        assertTrue(e.problem().message().contains("ALIAS"), e.problem().message());
    }

    @Test
    void damagedFilesArePlainProblems() throws Exception {
        Path file = folder.resolve("store.mv.db");
        ours(file);
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 1, 100, 4096, 8192}) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            ProblemException e = assertThrows(ProblemException.class, () -> GATE.check(file), length + " bytes");
            assertEquals("store.damaged", e.problem().code());
            assertEquals(length, Files.size(file));
        }
    }

    @Test
    void openStoreIsLocked() {
        Path file = folder.resolve("store.mv.db");
        try (Database database = Database.open(file)) {
            Migrations.bundled().apply(database);
            ProblemException e = assertThrows(ProblemException.class, () -> GATE.check(file));
            assertEquals("store.locked", e.problem().code());
        }
    }

    @Test
    void noTraceIsLeftBesideTheFile() throws Exception {
        Path file = folder.resolve("store.mv.db");
        ours(file);
        GATE.check(file);
        try (var files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
        assertFalse(Files.exists(Path.of("memFS:gate")));
    }

    private static void ours(Path file) {
        try (Database database = Database.open(file)) {
            Migrations.bundled().apply(database);
        }
    }

    private static void tamper(Path file, List<String> statements) throws SQLException {
        String url = "jdbc:h2:file:" + file.toString().replace(".mv.db", "") + ";WRITE_DELAY=0";
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static void removeForeignRowsWithoutCommitting(Path file) {
        try (MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .open()) {
            TransactionStore transactions =
                    new TransactionStore(store, new MetaType<>(null, null), new ValueDataType(), 0);
            var rows = transactions.begin().<Long, org.h2.result.Row>openMap("table.0");
            List<Long> foreign = new java.util.ArrayList<>();
            rows.map.forEach((id, value) -> {
                if (value.getCurrentValue().getValue(3).getString().contains("ALIAS")) {
                    foreign.add(id);
                }
            });
            assertEquals(1, foreign.size());
            foreign.forEach(rows::remove);
            store.commit();
        }
    }

    /// Changes the row twice in one unfinished transaction, then takes away the first undo record and the row itself.
    private static void hideForeignRowInAnUndoRecord(Path file) {
        try (MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .open()) {
            TransactionStore transactions =
                    new TransactionStore(store, new MetaType<>(null, null), new ValueDataType(), 0);
            var transaction = transactions.begin();
            var rows = transaction.<Long, org.h2.result.Row>openMap("table.0");
            List<Long> foreign = new java.util.ArrayList<>();
            List<org.h2.result.Row> own = new java.util.ArrayList<>();
            rows.map.forEach((id, value) -> {
                if (value.getCurrentValue().getValue(3).getString().contains("ALIAS")) {
                    foreign.add(id);
                } else {
                    own.add(value.getCurrentValue());
                }
            });
            long hidden = foreign.getFirst();
            rows.put(hidden, own.getFirst());
            rows.put(hidden, own.getLast());
            org.h2.mvstore.MVMap<Long, Object> log = store.openMap("undoLog." + transaction.getId());
            log.remove(log.firstKey());
            rows.map.remove(hidden);
            store.commit();
        }
    }

    private static void report(String line) {
        java.util.logging.Logger.getLogger("attune.figures").info(line);
    }
}
