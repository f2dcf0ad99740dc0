package app.attune.core.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsThereAfterReopening() {
        Path file = folder.resolve("store.mv.db");
        try (Database database = Database.open(file)) {
            makeTable(database);
            add(database, 1);
            database.checkpointSync();
        }
        try (Database database = Database.open(file)) {
            assertEquals(1, count(database));
        }
    }

    @Test
    void exceptionUndoesTheWholeWrite() {
        try (Database database = Database.inMemory("t")) {
            makeTable(database);
            assertThrows(
                    IllegalStateException.class,
                    () -> database.execute(connection -> {
                        insert(connection, 1);
                        insert(connection, 2);
                        throw new IllegalStateException("stop");
                    }));
            assertEquals(0, count(database));
        }
    }

    @Test
    void writeInsideAWriteBelongsToTheOuterOne() {
        try (Database database = Database.inMemory("t")) {
            makeTable(database);
            assertThrows(
                    IllegalStateException.class,
                    () -> database.execute(connection -> {
                        database.execute(inner -> insert(inner, 1));
                        assertEquals(1, count(database));
                        throw new IllegalStateException("stop");
                    }));
            assertEquals(0, count(database));
        }
    }

    @Test
    void readSeesOnlyWhatIsCommittedAndChangesNothing() {
        try (Database database = Database.inMemory("t")) {
            makeTable(database);
            database.read(connection -> {
                insert(connection, 1);
                return true;
            });
            assertEquals(0, count(database));
        }
    }

    @Test
    void writesFromManyThreadsAllArrive() throws Exception {
        try (Database database = Database.inMemory("t");
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            makeTable(database);
            List<Callable<Integer>> jobs = IntStream.range(0, 40)
                    .<Callable<Integer>>mapToObj(i -> () -> {
                        add(database, i);
                        return count(database);
                    })
                    .toList();
            for (Future<Integer> job : threads.invokeAll(jobs)) {
                assertTrue(job.get() > 0);
            }
            assertEquals(40, count(database));
        }
    }

    @Test
    void semicolonInAFolderNameIsRefusedAndInjectsNothing() throws Exception {
        Path script = folder.resolve("x.sql");
        Path proof = folder.resolve("proof.csv");
        Files.writeString(script, "CALL CSVWRITE('" + proof + "', 'SELECT 1')");
        Path hostile =
                folder.resolve("a;INIT=RUNSCRIPT FROM '" + script.toString().replace("/", "\\/") + "'");
        assertEquals("store.bad-path", codeOf(() -> Database.open(hostile.resolve("store.mv.db"))));
        assertEquals("store.bad-path", codeOf(() -> Database.open(Path.of("a\nb", "store.mv.db"))));
        assertEquals("store.bad-path", codeOf(() -> Database.open(folder.resolve("store.db"))));
        assertFalse(Files.exists(proof));
    }

    @Test
    void oddButHarmlessFolderNamesWork() {
        for (String name : List.of("it's \"mine\"", "~x", "a=b,c %41 ${user.home}", "umläut 日本 🙂", "mem:x", "zip!y")) {
            Path file = folder.resolve(name).resolve("store.mv.db");
            try (Database database = Database.open(file)) {
                makeTable(database);
            }
            assertTrue(Files.exists(file), name);
        }
    }

    @Test
    void secondProcessLikeOpeningNamesTheFile() throws Exception {
        Path file = folder.resolve("store.mv.db");
        Database.open(file).close();
        try (var channel = java.nio.channels.FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertTrue(lock.isValid());
            ProblemException e = assertThrows(ProblemException.class, () -> Database.open(file));
            assertEquals("store.locked", e.problem().code());
            assertTrue(e.problem().message().contains(file.toString()));
        }
    }

    @Test
    void fileThatIsNoStoreIsAPlainProblemAndStaysAsItIs() throws Exception {
        Path file = folder.resolve("store.mv.db");
        Files.writeString(file, "not a store ".repeat(1000));
        assertEquals("store.damaged", codeOf(() -> Database.open(file)));
        assertTrue(Files.readString(file).startsWith("not a store"));
    }

    @Test
    void wrongStatementIsAProblemWithTheErrorNumber() {
        try (Database database = Database.inMemory("t")) {
            ProblemException e = assertThrows(
                    ProblemException.class,
                    () -> database.read(connection -> connection.prepareStatement("SELECT * FROM nowhere")));
            assertEquals("store.failed", e.problem().code());
            assertTrue(e.problem().message().contains("42104"), e.problem().message());
        }
    }

    @Test
    void cancelStopsARunningStatement() {
        try (Database database = Database.inMemory("t")) {
            Progress cancelled = new CancelledAfterStart();
            assertThrows(CancellationException.class, () -> database.read(DatabaseTest::countForever, cancelled));
            assertThrows(
                    CancellationException.class,
                    () -> database.write(DatabaseTest::countForever, new CancelledAfterStart()));
            makeTable(database);
            assertEquals(0, count(database));
        }
    }

    @Test
    void closedStoreSaysSo() {
        Database database = Database.inMemory("t");
        database.close();
        database.close();
        assertEquals("store.closed", codeOf(() -> count(database)));
        assertEquals("store.closed", codeOf(() -> add(database, 1)));
    }

    private static String codeOf(org.junit.jupiter.api.function.Executable work) {
        return assertThrows(ProblemException.class, work).problem().code();
    }

    private static void makeTable(Database database) {
        database.execute(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE number (n INT)");
            }
        });
    }

    private static void add(Database database, int n) {
        database.execute(connection -> insert(connection, n));
    }

    private static void insert(Connection connection, int n) throws SQLException {
        try (var statement = connection.prepareStatement("INSERT INTO number VALUES (?)")) {
            statement.setInt(1, n);
            statement.executeUpdate();
        }
    }

    private static int count(Database database) {
        return database.read(connection -> one(connection, "SELECT count(*) FROM number"));
    }

    private static int countForever(Connection connection) throws SQLException {
        return one(
                connection,
                "SELECT count(*) FROM system_range(1, 10000000) a, system_range(1, 10000000) b WHERE a.x + b.x = 3");
    }

    private static int one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /// Wanted at the first look, and at no later one.
    private static final class CancelledAfterStart implements Progress {
        private final java.util.concurrent.atomic.AtomicInteger looks = new java.util.concurrent.atomic.AtomicInteger();

        @Override
        public void report(String stage, long done, long total) {
            // Nobody looks.
        }

        @Override
        public boolean isCancelled() {
            return looks.getAndIncrement() > 0;
        }
    }
}
