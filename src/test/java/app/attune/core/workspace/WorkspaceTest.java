package app.attune.core.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
    private static final Instant START = Instant.parse("2026-06-01T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(START, ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void newWorkspaceHasItsFilesAndFolders() throws Exception {
        Path home = folder.resolve("it's mine, 日本 🙂");
        try (Workspace workspace = Workspace.create(home, "  Spring campaign ", CLOCK)) {
            assertEquals("Spring campaign", workspace.name());
            assertEquals("2026-06-01T10:00:00Z", workspace.file().created());
            assertEquals(List.of(), workspace.findings());
        }
        try (Stream<Path> entries = Files.list(home)) {
            assertEquals(
                    List.of(
                            "backups",
                            "cache",
                            "exports",
                            "models",
                            "store.changes",
                            "store.mv.db",
                            "store.seal",
                            "workspace.attune",
                            "workspace.lock"),
                    entries.map(path -> path.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void editsAndSettingsAreThereAfterOpeningByFolderOrFile() {
        Path home = made();
        try (Workspace workspace = Workspace.open(home, CLOCK)) {
            Edits.add(workspace.database(), "a", "1");
            workspace.saveSettings(Map.of("zone", "Europe/Paris"));
        }
        try (Workspace workspace = Workspace.open(home.resolve("workspace.attune"), CLOCK)) {
            assertEquals(Map.of("a", "1"), Edits.all(workspace.database()));
            assertEquals(Map.of("zone", "Europe/Paris"), workspace.file().settings());
        }
    }

    @Test
    void folderThatHoldsSomethingIsNotTaken() throws Exception {
        Files.writeString(folder.resolve("holiday.jpg"), "x");
        assertEquals("workspace.folder-not-empty", codeOf(() -> Workspace.create(folder, "Mine", CLOCK)));
        assertEquals("workspace.folder-not-empty", codeOf(() -> Workspace.create(made(), "Mine", CLOCK)));
        assertEquals("workspace.bad-name", codeOf(() -> Workspace.create(folder.resolve("x"), " ", CLOCK)));
        assertEquals("store.bad-path", codeOf(() -> Workspace.create(folder.resolve("a;b"), "Mine", CLOCK)));
    }

    @Test
    void folderWithoutAWorkspaceSaysSoAndStaysEmpty() throws Exception {
        assertEquals("workspace.not-found", codeOf(() -> Workspace.open(folder, CLOCK)));
        assertEquals("workspace.not-found", codeOf(() -> Workspace.open(folder.resolve("nowhere"), CLOCK)));
        try (Stream<Path> entries = Files.list(folder)) {
            assertEquals(0, entries.count());
        }
    }

    @Test
    void newerFormatOrStoreIsRefusedInWords() throws Exception {
        Path home = made();
        String text = Files.readString(home.resolve("workspace.attune"));
        for (String newer : List.of(
                text.replace("\"format\" : 1", "\"format\" : 99"),
                text.replaceAll("\"storeStep\" : \\d+", "\"storeStep\" : 99"))) {
            Files.writeString(home.resolve("workspace.attune"), newer);
            ProblemException e = assertThrows(ProblemException.class, () -> Workspace.open(home, CLOCK));
            assertEquals("workspace.newer", e.problem().code());
            assertTrue(e.problem().message().contains("newer Attune"));
        }
        Files.writeString(home.resolve("workspace.attune"), text);
        Workspace.open(home, CLOCK).close();
    }

    @Test
    void unreadableDescriptionNamesTheFile() throws Exception {
        Path home = made();
        for (String text :
                List.of("", "{", "[]", "{\"format\": 1}", "{\"format\": 1, \"format\": 1, \"name\": \"x\"}")) {
            Files.writeString(home.resolve("workspace.attune"), text);
            ProblemException e = assertThrows(ProblemException.class, () -> Workspace.open(home, CLOCK), text);
            assertEquals("workspace.unreadable", e.problem().code());
            assertTrue(e.problem().message().contains("workspace.attune"));
        }
    }

    @Test
    void missingStoreIsNotReplacedByAnEmptyOne() throws Exception {
        Path home = made();
        Files.delete(home.resolve("store.mv.db"));
        assertEquals("workspace.store-missing", codeOf(() -> Workspace.open(home, CLOCK)));
        assertFalse(Files.exists(home.resolve("store.mv.db")));
    }

    @Test
    void foreignStoreIsRefusedAndTheLockIsFreeAfterwards() throws Exception {
        Path home = made();
        Files.delete(home.resolve("store.seal"));
        String url = "jdbc:h2:file:" + home.resolve("store");
        try (var connection = DriverManager.getConnection(url, "sa", "");
                var statement = connection.createStatement()) {
            statement.execute("CREATE ALIAS f AS 'int f() { System.setProperty(\"attune.w\", \"ran\"); return 1; }'");
            statement.execute("CREATE VIEW v AS SELECT f() AS x");
        }
        System.clearProperty("attune.w");
        for (int i = 0; i < 2; i++) {
            assertEquals("workspace.foreign-schema", codeOf(() -> Workspace.open(home, CLOCK)));
        }
        assertEquals(null, System.getProperty("attune.w"));
        assertEquals(List.of(), Workspace.backups(home).stream().skip(1).toList());
    }

    @Test
    void restoringBringsBackTheCopyAndKeepsTheOtherStore() throws Exception {
        Path home = made();
        try (Workspace workspace = Workspace.open(home, CLOCK)) {
            Edits.add(workspace.database(), "first", "1");
        }
        try (Workspace workspace = Workspace.open(home, Clock.offset(CLOCK, Duration.ofDays(1)))) {
            Edits.add(workspace.database(), "second", "2");
            Path newest = Workspace.backups(home).getFirst().file();
            assertEquals("workspace.locked", codeOf(() -> Workspace.restore(home, newest, CLOCK)));
        }
        byte[] broken = Files.readAllBytes(home.resolve("store.mv.db"));
        broken[broken.length / 2] ^= 1;
        Files.write(home.resolve("store.mv.db"), broken);
        assertEquals("workspace.damaged", codeOf(() -> Workspace.open(home, CLOCK)));
        Workspace.restore(home, Workspace.backups(home).getFirst().file(), CLOCK);
        try (Workspace workspace = Workspace.open(home, CLOCK)) {
            assertEquals(Map.of("first", "1"), Edits.all(workspace.database()));
        }
        assertTrue(Files.exists(home.resolve("store-replaced-20260601-100000.mv.db")));
    }

    @Test
    void damagedBackupIsNotRestored() throws Exception {
        Path home = made();
        Workspace.open(home, CLOCK).close();
        Path backup = Workspace.backups(home).getFirst().file();
        byte[] store = Files.readAllBytes(home.resolve("store.mv.db"));
        Files.writeString(backup, "broken");
        assertEquals("workspace.bad-backup", codeOf(() -> Workspace.restore(home, backup, CLOCK)));
        assertTrue(java.util.Arrays.equals(store, Files.readAllBytes(home.resolve("store.mv.db"))));
    }

    private Path made() {
        Path home = folder.resolve("workspace");
        if (!Files.exists(home)) {
            Workspace.create(home, "Mine", CLOCK).close();
        }
        return home;
    }

    private static String codeOf(Executable work) {
        return assertThrows(ProblemException.class, work).problem().code();
    }
}
