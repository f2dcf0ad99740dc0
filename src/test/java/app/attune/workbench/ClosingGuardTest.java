package app.attune.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import app.attune.ui.FakeDialogs;
import app.attune.ui.FxTasks;
import app.attune.ui.FxTest;
import app.attune.ui.TaskRow;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window asks before it goes while a job runs.
final class ClosingGuardTest extends FxTest {
    @TempDir
    private Path folder = Path.of(".");

    private final FxTasks tasks = new FxTasks();
    private final FakeDialogs dialogs = new FakeDialogs();
    private final FakeWorkspaces workspaces = new FakeWorkspaces();
    private final List<Problem> told = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Boolean> stopped = new CompletableFuture<>();

    @AfterEach
    void closeTasks() {
        tasks.close();
    }

    private Stage guarded() {
        return guarded(session -> {});
    }

    private Stage guarded(Consumer<Session> prepare) {
        show(() -> new Label("A window"));
        Parts parts =
                new Parts(tasks, workspaces, new SettingsFile(folder.resolve("settings.json")), List.of(), dialogs);
        runOnFx(() -> {
            Session session = new Session(parts, Settings.initial(), told::add);
            ClosingGuard.watch(window(), parts, session, told::add);
            prepare.accept(session);
        });
        return window();
    }

    /// Starts a job that runs until it is cancelled, and waits until the task pane shows it.
    private void startLongJob() {
        CompletableFuture<Boolean> shown = new CompletableFuture<>();
        runOnFx(() -> {
            tasks.rows().addListener((ListChangeListener<TaskRow>) change -> shown.complete(true));
            tasks.run(
                    new TaskSlot(),
                    "Importing events.csv",
                    progress -> {
                        while (!progress.isCancelled()) {
                            Thread.onSpinWait();
                        }
                        stopped.complete(true);
                        progress.checkpoint();
                        return "";
                    },
                    done -> {},
                    problem -> {});
        });
        await(shown);
    }

    private static void requestClose(Stage stage) {
        runOnFx(() -> {
            WindowEvent request = new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST);
            stage.fireEvent(request);
        });
    }

    @Test
    void withNothingRunningItGoesWithoutAQuestion() {
        requestClose(guarded());
        assertEquals(List.of(), dialogs.asked);
    }

    @Test
    void whoKeepsWorkingKeepsTheJob() {
        Stage stage = guarded();
        startLongJob();
        dialogs.confirms = false;
        requestClose(stage);
        assertEquals(
                List.of("“Importing events.csv” is still running. What is not finished is not kept."), dialogs.asked);
        assertTrue(onFx(stage::isShowing));
        assertFalse(stopped.isDone());
    }

    @Test
    void whoClosesCancelsTheJobFirst() {
        Stage stage = guarded();
        startLongJob();
        CompletableFuture<Boolean> hidden = new CompletableFuture<>();
        runOnFx(() -> stage.setOnHidden(event -> hidden.complete(stopped.isDone())));
        requestClose(stage);
        assertTrue(await(hidden), "the job stopped before the window went");
        assertEquals(
                List.of(TaskRow.State.CANCELLED),
                onFx(() -> tasks.finished().stream()
                        .map(row -> row.stateProperty().get())
                        .toList()));
    }

    @Test
    void aWorkspaceThatIsSlowToCloseKeepsTheWindowButNotTheFxThread() {
        CountDownLatch backup = new CountDownLatch(1);
        workspaces.closing = backup;
        Stage stage = guarded(session -> session.openFolder(Path.of("/workspaces/Shop")));
        settle(tasks);
        CompletableFuture<Boolean> hidden = new CompletableFuture<>();
        runOnFx(() -> stage.setOnHidden(event -> hidden.complete(workspaces.closed.contains("Shop"))));
        requestClose(stage);
        assertTrue(onFx(stage::isShowing), "the FX thread answers while the workspace is closed");
        assertEquals(List.of(), workspaces.closed);
        requestClose(stage);
        assertTrue(onFx(stage::isShowing), "a second click does not break the closing off");
        backup.countDown();
        assertTrue(await(hidden), "the window goes when the workspace is closed");
    }

    @Test
    void whoHasToWaitIsToldWhy() {
        Stage stage = guarded();
        startLongJob();
        CompletableFuture<Boolean> hidden = new CompletableFuture<>();
        runOnFx(() -> stage.setOnHidden(event -> hidden.complete(true)));
        requestClose(stage);
        await(hidden);
        assertEquals(
                List.of("The window closes as soon as \u201cImporting events.csv\u201d has stopped."),
                told.stream().map(Problem::message).toList());
    }
}
