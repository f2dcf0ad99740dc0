package app.attune.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.ui.Action;
import app.attune.ui.Destination;
import app.attune.ui.FakeDialogs;
import app.attune.ui.FxTasks;
import app.attune.ui.FxTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A workspace is left once its screens have stored what is edited, and not without a question where they cannot.
final class LeavingGuardTest extends FxTest {
    private static final Path SHOP = Path.of("/workspaces/Shop");
    private static final String LOST = "One field of Buyers is not taken.";

    private final FxTasks tasks = new FxTasks();
    private final FakeWorkspaces workspaces = new FakeWorkspaces();
    private final FakeDialogs dialogs = new FakeDialogs();

    @TempDir
    private Path folder = Path.of(".");

    @SuppressWarnings("NullAway.Init") // set before each test
    private ShellView shell;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Stage stage;

    @SuppressWarnings("NullAway.Init") // set before each test
    private FakeScreen segments;

    @BeforeEach
    void openSegmentsOfAWorkspace() {
        show(() -> new Label("A window"));
        segments = onFx(() -> new FakeScreen(Destination.SEGMENTS));
        Room room = new Room(Destination.SEGMENTS, "mdoal-group", Room.Place.SIDEBAR, (workspace, kit) -> segments);
        Parts parts =
                new Parts(tasks, workspaces, new SettingsFile(folder.resolve("settings.json")), List.of(room), dialogs);
        stage = window();
        shell = onFx(() -> {
            ShellView made = new ShellView(parts, Settings.initial());
            ClosingGuard.watch(stage, parts, made.session(), made::tell);
            made.session().openFolder(SHOP);
            return made;
        });
        settle(tasks);
        runOnFx(() -> shell.desk().open(Destination.of(Destination.SEGMENTS)));
        segments.calls.clear();
    }

    @AfterEach
    void closeTasks() {
        tasks.close();
    }

    private void closeWindow() {
        runOnFx(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        settle(tasks);
    }

    private boolean isOpen() {
        return onFx(() -> shell.session().workspaceProperty().get().isPresent());
    }

    @Test
    void whatCanBeStoredIsStoredWithoutAQuestion() {
        closeWindow();
        assertTrue(segments.calls.contains("settle"), segments.calls.toString());
        assertEquals(List.of(), dialogs.asked);
        assertEquals(List.of("Shop"), workspaces.closed);
    }

    @Test
    void whatCannotBeStoredIsAskedFor() {
        segments.unkept.add(LOST);
        dialogs.confirms = false;
        closeWindow();
        assertEquals(List.of(LOST + "\nIt is lost if this workspace is left now."), dialogs.asked);
        assertTrue(isOpen());
        assertTrue(onFx(stage::isShowing));
        dialogs.confirms = true;
        closeWindow();
        assertEquals(List.of("Shop"), workspaces.closed);
    }

    @Test
    void closingTheWorkspaceOrOpeningAnotherAsksAsWell() {
        segments.unkept.add(LOST);
        dialogs.confirms = false;
        List<Runnable> ways = List.of(
                () -> shell.session().openFolder(Path.of("/workspaces/Other")),
                () -> shell.session().openSample(),
                () -> shell.session().restore(SHOP, () -> {}),
                () -> shell.session().closeAsked());
        for (Runnable way : ways) {
            dialogs.asked.clear();
            runOnFx(way);
            settle(tasks);
            assertEquals(1, dialogs.asked.size());
            assertTrue(isOpen());
        }
        dialogs.confirms = true;
        runOnFx(ways.getLast());
        settle(tasks);
        assertFalse(isOpen());
    }

    @Test
    void aScreenThatIsStillStoringIsWaitedForOnce() {
        segments.isSlow = true;
        closeWindow();
        assertEquals(List.of(), workspaces.closed, "not before it is done");
        runOnFx(segments.settling.getFirst());
        settle(tasks);
        assertEquals(List.of("Shop"), workspaces.closed);
    }

    @Test
    void whoClosesAgainDoesNotWait() {
        segments.isSlow = true;
        closeWindow();
        segments.unkept.addAll(new ArrayList<>(List.of(LOST, LOST, LOST, LOST, LOST, LOST)));
        closeWindow();
        assertTrue(dialogs.asked.getFirst().contains("And 1 more."), dialogs.asked.toString());
        assertEquals(List.of("Shop"), workspaces.closed);
        runOnFx(segments.settling.getFirst());
        assertEquals(1, dialogs.asked.size());
    }

    @Test
    void whatWasRefusedIsNotDoneOnceSomethingElseIsAskedFor() {
        segments.isSlow = true;
        segments.unkept.add(LOST);
        dialogs.confirms = false;
        runOnFx(() -> shell.session().openFolder(Path.of("/workspaces/Other")));
        runOnFx(() -> shell.session().openFolder(Path.of("/workspaces/Other")));
        closeWindow();
        dialogs.confirms = true;
        runOnFx(segments.settling.getFirst());
        settle(tasks);
        assertTrue(isOpen());
        assertEquals(1, dialogs.asked.size());
        runOnFx(segments.settling.getLast());
        settle(tasks);
        assertEquals(List.of("Shop"), workspaces.closed);
        assertEquals(2, dialogs.asked.size());
    }

    @Test
    void theActionThatClosesAsks() {
        segments.unkept.add(LOST);
        dialogs.confirms = false;
        runOnFx(() -> shell.everyAction().stream()
                .filter(action -> action.id().equals("workspace.close"))
                .forEach(Action::fire));
        settle(tasks);
        assertEquals(1, dialogs.asked.size());
    }
}
