package app.attune.cli;

import static app.attune.cli.Terminal.json;
import static app.attune.cli.Terminal.problem;
import static app.attune.cli.Terminal.refused;
import static app.attune.cli.Terminal.run;
import static app.attune.cli.Terminal.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.cli.Terminal.Ran;
import app.attune.core.workspace.Workspace;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Backups and the check of a workspace, as somebody without a window uses them.
final class BackupCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path folder;

    @Test
    void aBackupIsListedPreviewedRestoredAndNothingIsLost() throws IOException {
        SmallShop shop = new SmallShop(folder).filled();
        Path workspace = shop.workspace();
        shop.write("germans.json", "{\"attribute\":\"country\",\"comparison\":\"is\",\"values\":[\"DE\"]}");
        String name = json("backup", workspace, "--make").path("name").asText();
        text("segment", workspace, "save", "Germans", "--condition", shop.file("germans.json"));

        JsonNode newest = backup(json("backup", workspace), name);
        assertEquals(SmallShop.EVENTS, newest.path("events").asLong());
        assertEquals(3, newest.path("imports").asInt());
        assertEquals(0, newest.path("segments").asInt());
        assertEquals(SmallShop.USERS, newest.path("users").asInt());
        assertEquals("hand", newest.path("madeBy").asText());

        String preview = text("backup", workspace, "--restore", name, "--dry-run");
        assertTrue(preview.contains("0 segments instead of 1 (-1)."), preview);
        assertTrue(preview.contains("Newer than the backup: segment \u201cGermans\u201d version 1."), preview);

        String restored = text("backup", workspace, "--restore", name);
        assertTrue(restored.contains("kept as backups/store-"), restored);
        assertTrue(
                restored.contains(", made by hand (248 events, 12 users, 3 imports, 0 segments, 0 rules, 0 models)."),
                restored);
        assertEquals(0, json("segment", workspace, "list").size());
        assertEquals(248, json("events", workspace).path("matching").asLong(248));
        assertEquals(1, json("backup", workspace).path(0).path("segments").asInt(), "what was replaced is the newest");
        for (String part : List.of(name.substring(0, name.length() - 1), "store-" + name)) {
            assertFalse(problem("backup", workspace, "--delete", part).isEmpty());
            assertTrue(text("backup", workspace).contains(name));
        }
        text("backup", workspace, "--delete", name);
        assertFalse(text("backup", workspace).contains(name));
    }

    @Test
    void whatIsForARestoreOnlyIsRefusedWithAnythingElse() throws IOException {
        Path workspace = folder.resolve("shop");
        Workspace.create(workspace, "Shop", Terminal.CLOCK).close();
        Path copy = folder.resolve("copy");
        for (List<Object> words : List.<List<Object>>of(
                List.of("--make", "--dry-run"),
                List.of("--dry-run"),
                List.of("--make", "--to", copy),
                List.of("--list", "--to", copy),
                List.of("--restore", "newest", "--to", copy, "--dry-run"))) {
            List<Object> all = new ArrayList<>(List.of("backup", workspace));
            all.addAll(words);
            assertTrue(String.join("", refused(ExitCode.USAGE, all.toArray())).contains("--dry-run"), words.toString());
        }
        assertEquals(1, Workspace.backups(workspace).size(), "the one of the start");
        assertFalse(Files.exists(copy));
    }

    @Test
    void countsThatCannotBeKeptBesideABackupAreCountedAnew() throws IOException {
        Path workspace = folder.resolve("shop");
        Workspace.create(workspace, "Shop", Terminal.CLOCK).close();
        text("backup", workspace, "--make");
        // As in a folder one may not write in: there can be no file of this name.
        Files.createDirectory(Workspace.backups(workspace).getFirst().beside());
        assertEquals(0, json("backup", workspace).path(0).path("events").asInt(-1));
    }

    private static JsonNode backup(JsonNode all, String name) {
        for (JsonNode one : all) {
            if (one.path("name").asText().equals(name)) {
                return one;
            }
        }
        throw new AssertionError(name + " is not among " + all);
    }

    @Test
    void aDamagedWorkspaceIsRestoredFromItsNewestWholeBackup() throws IOException {
        Path workspace = new SmallShop(folder).filled().workspace();
        text("backup", workspace, "--make");
        Files.writeString(workspace.resolve("store.mv.db"), "damaged");
        String said = String.join("\n", problem("events", workspace));
        String newest = Workspace.newestWholeBackup(workspace).orElseThrow().name();
        assertTrue(said.contains("attune backup WORKSPACE --restore " + newest), said);
        Ran check = run("check", workspace);
        assertEquals(ExitCode.DIFFERENT, check.code(), check.toString());
        assertTrue(check.err().contains("--restore " + newest), check.err());
        assertTrue(run("backup", workspace, "--restore", "newest", "--dry-run")
                .out()
                .contains("248 events"));
        text("backup", workspace, "--restore", "newest");
        assertEquals(ExitCode.OK, run("check", workspace).code());
    }

    @Test
    void theCheckCountsTablesAndRowsAndSaysWhatToDoWhenOneDiffers() throws IOException, SQLException {
        Path workspace = new SmallShop(folder).filled().workspace();
        JsonNode whole = json("check", workspace);
        assertTrue(whole.path("tables").asInt() > 12, whole.toString());
        assertTrue(whole.path("rows").asLong() > 40, whole.toString());
        assertTrue(text("check", workspace).startsWith("Whole: 248 events, 12 users, 3 imports, 0 segments"));

        // As a program would that changes a row behind Attune's back, and a file in the backups folder.
        Path backup = Workspace.backups(workspace).getLast().file();
        Files.write(backup, new byte[] {1}, java.nio.file.StandardOpenOption.APPEND);
        String url = "jdbc:h2:file:" + workspace.resolve("store");
        try (var connection = DriverManager.getConnection(url, "sa", "");
                var statement = connection.createStatement()) {
            statement.execute("SET REFERENTIAL_INTEGRITY FALSE");
            statement.execute("UPDATE table_sum SET total = total + 1 WHERE name = 'IMPORT_RUN'");
            statement.execute("UPDATE chunk_column SET crc = crc + 1 WHERE name = 'time'");
        }
        Files.delete(workspace.resolve("store.seal"));
        Files.deleteIfExists(workspace.resolve("store.changes"));
        Ran ran = run("check", workspace);
        assertTrue(ran.err().contains("import_run"), ran.toString());
        assertEquals(ExitCode.DIFFERENT, ran.code(), ran.toString());
        assertTrue(ran.err().contains("attune backup WORKSPACE"), ran.toString());
    }
}
