package app.attune.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.archive.KnownBackup;
import app.attune.core.workspace.Workspace;
import app.attune.ui.Destination;
import app.attune.ui.FakeDialogs;
import app.attune.ui.FxTasks;
import app.attune.ui.FxTest;
import app.attune.ui.MessageBar;
import app.attune.ui.ScreenWalk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Backups, the check and archives in the window.
final class BackupsTest extends FxTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-02T09:00:00Z"), ZoneOffset.UTC);

    private final FxTasks tasks = new FxTasks();
    private final FakeWorkspaces workspaces = new FakeWorkspaces();
    private final FakeDialogs dialogs = new FakeDialogs();

    @TempDir
    private Path folder = Path.of(".");

    @SuppressWarnings("NullAway.Init") // set before each test
    private ShellView shell;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Scene scene;

    @BeforeEach
    void openWindow() {
        show(workspaces);
    }

    private void show(Workspaces opened) {
        Parts parts = new Parts(tasks, opened, new SettingsFile(folder.resolve("settings.json")), List.of(), dialogs);
        shell = onFx(() -> new ShellView(parts, Settings.initial()));
        scene = onFx(() -> {
            Stage stage = new Stage();
            AttuneApp.open(stage, shell);
            stage.setMinWidth(0);
            stage.setWidth(WIDTH);
            return stage.getScene();
        });
        settle(tasks);
    }

    @AfterEach
    void closeTasks() {
        runOnFx(() -> shell.session().closeNow());
        tasks.close();
    }

    private void openBackups() {
        runOnFx(() -> shell.session().openSample());
        settle(tasks);
        act("workspace.backups");
    }

    private void act(String id) {
        runOnFx(() -> fire(id));
        settle(tasks);
    }

    private void fire(String id) {
        action(id).fire();
    }

    private app.attune.ui.Action action(String id) {
        return shell.everyAction().stream()
                .filter(action -> action.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private boolean isOffered(String id) {
        return onFx(() -> shell.everyAction().stream()
                .filter(action -> action.id().equals(id))
                .allMatch(app.attune.ui.Action::isEnabled));
    }

    private Node node(String query) {
        return scene.lookup(query);
    }

    @SuppressWarnings("unchecked") // The table of the screen.
    private TableView<KnownBackup> table() {
        return (TableView<KnownBackup>) node("#table");
    }

    private List<String> preview() {
        return onFx(() -> ((VBox) node("#previewLines"))
                .getChildren().stream().map(line -> ((Label) line).getText()).toList());
    }

    private String news() {
        return onFx(() -> ((MessageBar) node("#messages"))
                .lookupAll(".banner-message").stream()
                        .map(label -> ((Label) label).getText())
                        .reduce("", (a, b) -> a + b));
    }

    private String backupNews() {
        return onFx(() -> node("#content").lookupAll(".banner-message").stream()
                .map(label -> ((Label) label).getText())
                .reduce("", (a, b) -> a + b));
    }

    @Test
    void theNewestBackupIsChosenAndSaysWhatRestoringItWouldChange() {
        openBackups();
        assertEquals(4, onFx(() -> table().getItems().size()));
        assertEquals(
                List.of(
                        "2 imports instead of 3 (-1).",
                        "5 segments instead of 6 (-1).",
                        "6 rules instead of 5 (+1).",
                        "Newer than the backup: segment \u201cVIP customers\u201d version 4, rules version 7."),
                preview());
        ScreenWalk.check(scene, "backups");
        ScreenWalk.checkSmallest(scene, "backups");
    }

    @Test
    void aBackupThatCannotBeReadIsNotRestored() {
        openBackups();
        runOnFx(() -> table().getSelectionModel().select(2));
        assertEquals(List.of("The backup cannot be read."), preview());
        assertTrue(onFx(() -> ((Button) node("#restoreButton")).isDisabled()));
        assertFalse(isOffered("backups.restore"));
    }

    @Test
    void whileABackupIsBeingMadeNothingElseIsAndTheReasonIsSaid() {
        openBackups();
        List<String> actions = List.of("backups.make", "backups.check", "backups.archive", "backups.restore");
        // The backup cannot be done before this piece of work on the same thread is.
        runOnFx(() -> {
            fire("backups.make");
            actions.forEach(id -> assertEquals(
                    "A backup is being made", action(id).disabledReason().getValue(), id));
            fire("backups.make");
        });
        settle(tasks);
        assertEquals(5, onFx(() -> table().getItems().size()));
        actions.forEach(id -> assertTrue(isOffered(id), id));
    }

    @Test
    void theKeyboardAloneMakesChecksAndRestores() {
        openBackups();
        robot.press(KeyCode.SHORTCUT).type(KeyCode.N).release(KeyCode.SHORTCUT);
        settle(tasks);
        assertEquals(5, onFx(() -> table().getItems().size()));
        assertTrue(backupNews().contains("20261114-110000-000-1a2b3c4d"), backupNews());
        robot.press(KeyCode.SHORTCUT, KeyCode.SHIFT).type(KeyCode.V).release(KeyCode.SHIFT, KeyCode.SHORTCUT);
        settle(tasks);
        assertTrue(backupNews().contains("2,345 rows of 17 tables"), backupNews());
        assertEquals(1, onFx(() -> table().getSelectionModel().getSelectedIndex()), "the choice stays");
        assertEquals("table", onFx(() -> scene.getFocusOwner().getId()));
        robot.type(KeyCode.DOWN);
        robot.press(KeyCode.SHORTCUT).type(KeyCode.R).release(KeyCode.SHORTCUT);
        settle(tasks);
        assertTrue(dialogs.asked.getLast().contains("13 Nov 2026, 17:05"), dialogs.asked.toString());
        assertTrue(dialogs.asked.getLast().contains("398,001 events instead of 412,330 (-14,329)."));
        assertEquals(List.of("restore Trailhead backup-2026-11-13T17:05:00Z"), workspaces.keeping.calls);
        assertEquals(List.of("Trailhead"), workspaces.closed);
        assertTrue(backupNews().contains("13 Nov 2026, 17:05 was restored"), backupNews());
    }

    @Test
    void theChosenBackupIsDeletedAndWhatAllTakeIsSaid() {
        openBackups();
        assertEquals("Backups: 4, 48.0 MiB together.", onFx(() -> ((Label) node("#total")).getText()));
        robot.type(KeyCode.DOWN, KeyCode.DOWN);
        robot.press(KeyCode.SHORTCUT).type(KeyCode.DELETE).release(KeyCode.SHORTCUT);
        settle(tasks);
        assertEquals("table", onFx(() -> scene.getFocusOwner().getId()), "the keyboard is back");
        assertTrue(dialogs.asked.getLast().contains("12 Nov 2026, 09:00"), dialogs.asked.toString());
        assertTrue(dialogs.asked.getLast().contains("takes 12.0 MiB and holds: This backup cannot be read"));
        assertEquals(List.of("delete 2026-11-12T09:00:00Z"), workspaces.keeping.calls);
        assertEquals(3, onFx(() -> table().getItems().size()));
        assertEquals("Backups: 3, 36.0 MiB together.", onFx(() -> ((Label) node("#total")).getText()));
        assertEquals("The backup of 12 Nov 2026, 09:00 was deleted.", backupNews());
        dialogs.confirms = false;
        for (int i = 0;
                i < 20
                        && !"deleteButton"
                                .equals(onFx(() -> scene.getFocusOwner().getId()));
                i++) {
            robot.type(KeyCode.TAB);
        }
        robot.type(KeyCode.SPACE);
        settle(tasks);
        assertEquals(2, dialogs.asked.size());
        assertEquals("deleteButton", onFx(() -> scene.getFocusOwner().getId()));
        assertEquals(3, onFx(() -> table().getItems().size()));
    }

    @Test
    void whatWasRefusedInTheDialogIsNotDone() {
        openBackups();
        dialogs.confirms = false;
        act("backups.restore");
        act("backups.copy");
        act("backups.archive");
        assertEquals(List.of(), workspaces.keeping.calls);
        assertEquals(List.of(), workspaces.closed);
    }

    @Test
    void aCheckThatFindsDamageSaysAtOnceWhatToDo() {
        openBackups();
        workspaces.keeping.damaged = true;
        act("backups.check");
        assertTrue(backupNews().contains("table rule_set have changed"), backupNews());
        ScreenWalk.picture(scene, "backups-damaged");
    }

    @Test
    void aCopyAndAnArchiveBecomeWorkspacesOfTheirOwn() {
        openBackups();
        dialogs.path = Optional.of(folder.resolve("shop.zip"));
        act("backups.archive");
        assertTrue(backupNews().contains("23 files"), backupNews());
        dialogs.path = Optional.of(folder.resolve("copy"));
        act("backups.copy");
        dialogs.path = Optional.of(folder.resolve("full.zip"));
        act("workspace.unarchive");
        assertEquals(
                List.of("archive shop.zip", "copy backup-2026-11-14T10:42:00Z", "unarchive full.zip"),
                workspaces.keeping.calls);
        act("workspace.backups");
        act("backups.archive");
        assertTrue(backupNews().contains("cannot be written"), backupNews());
    }

    @Test
    void aDamagedWorkspaceIsOfferedItsNewestBackup() {
        runOnFx(() -> shell.session().openFolder(Path.of("/workspaces/damaged")));
        settle(tasks);
        assertTrue(
                dialogs.asked
                        .getLast()
                        .contains("is of 14 Nov 2026, 10:42 (20261114-104200-000-1a2b3c4d), with 412,330"
                                + " events, 5 segments and 6 rules."),
                dialogs.asked.toString());
        assertEquals(List.of("restore damaged backup-2026-11-14T10:42:00Z"), workspaces.keeping.calls);
        dialogs.asked.clear();
        runOnFx(() -> shell.session().openFolder(Path.of("/workspaces/locked")));
        settle(tasks);
        assertEquals(List.of(), dialogs.asked, "a locked workspace is not damaged");
    }

    @Test
    void aStoreThatIsReallyDamagedComesBackWithOneClickAndIsKept() throws IOException {
        Path home = folder.resolve("shop");
        Workspace.create(home, "Shop", CLOCK).close();
        try (Workspace workspace = Workspace.open(home, CLOCK)) {
            workspace.saveSettings(java.util.Map.of("a", "b"));
            workspace.backUp(CLOCK);
        }
        Files.writeString(home.resolve("store.mv.db"), "damaged");
        show(new ServiceWorkspaces(folder.resolve("sample"), CLOCK));
        runOnFx(() -> shell.session().openFolder(home));
        settle(tasks);
        assertTrue(dialogs.asked.getLast().contains("The damaged file is kept beside it."), dialogs.asked.toString());
        assertEquals(
                "Shop",
                onFx(() ->
                        shell.session().workspaceProperty().get().orElseThrow().name()));
        try (Stream<Path> files = Files.list(home)) {
            Path aside = files.filter(file -> file.getFileName().toString().startsWith("store-replaced-"))
                    .findFirst()
                    .orElseThrow();
            assertEquals("damaged", Files.readString(aside));
        }
        runOnFx(() -> shell.desk().open(Destination.of(Destination.BACKUPS)));
        settle(tasks);
        act("backups.check");
        assertTrue(backupNews().contains("Everything is as it was saved"), backupNews());
        assertEquals("", news().replace(backupNews(), ""), "the damage is mended, so nothing says it any more");
    }
}
