package app.attune.core.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    private static final Migration ONE =
            Migration.of("001_one.sql", "CREATE TABLE a (x INT); -- first\nCREATE TABLE b (x INT);");
    private static final Migration TWO = Migration.of("002_two.sql", "ALTER TABLE a ADD y VARCHAR;\n\n");

    @Test
    void stepsAreAppliedInOrderAndOnce() {
        try (Database database = Database.inMemory("m")) {
            Migrations both = new Migrations(List.of(TWO, ONE));
            assertEquals(2, both.countPending(database));
            both.apply(database);
            both.apply(database);
            assertEquals(0, both.countPending(database));
            database.execute(connection -> connection.prepareStatement("SELECT a.x, a.y, b.x FROM a, b"));
        }
    }

    @Test
    void olderStoreGetsTheMissingSteps() {
        try (Database database = Database.inMemory("m")) {
            new Migrations(List.of(ONE)).apply(database);
            Migrations both = new Migrations(List.of(ONE, TWO));
            assertEquals(1, both.countPending(database));
            both.apply(database);
            assertEquals(0, both.countPending(database));
        }
    }

    @Test
    void stepUnknownHereMeansANewerAttune() {
        try (Database database = Database.inMemory("m")) {
            new Migrations(List.of(ONE, TWO)).apply(database);
            Migrations older = new Migrations(List.of(ONE));
            ProblemException e = assertThrows(ProblemException.class, () -> older.apply(database));
            assertEquals("store.newer", e.problem().code());
            assertTrue(e.problem().message().contains("newer Attune"));
        }
    }

    @Test
    void changedStepIsRefusedByName() {
        try (Database database = Database.inMemory("m")) {
            new Migrations(List.of(ONE)).apply(database);
            Migrations other = new Migrations(List.of(Migration.of("001_one.sql", "CREATE TABLE z (x INT)")));
            ProblemException e = assertThrows(ProblemException.class, () -> other.apply(database));
            assertEquals("store.changed-migration", e.problem().code());
            assertTrue(e.problem().message().contains("1 (one)"));
        }
    }

    @Test
    void lineEndsDoNotCount() {
        assertEquals(
                Migration.of("001_a.sql", "SELECT 1;\nSELECT 2;").checksum(),
                Migration.of("001_a.sql", "SELECT 1;\r\nSELECT 2;").checksum());
    }

    @Test
    void indexListsEveryStepOfTheFolder() throws Exception {
        Path folder = Path.of("src", "main", "resources", "db");
        try (Stream<Path> files = Files.list(folder)) {
            List<String> steps = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sql"))
                    .sorted()
                    .toList();
            assertEquals(steps, Files.readAllLines(folder.resolve("index.txt")));
        }
    }

    @Test
    void bundledStepsApplyToAnEmptyStore() {
        try (Database database = Database.inMemory("m")) {
            Migrations bundled = Migrations.bundled();
            assertFalse(bundled.steps().isEmpty());
            bundled.apply(database);
            assertEquals(0, bundled.countPending(database));
        }
    }
}
