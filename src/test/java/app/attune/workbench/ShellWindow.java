package app.attune.workbench;

import app.attune.ui.Destination;
import app.attune.ui.FakeDialogs;
import app.attune.ui.FxTasks;
import app.attune.ui.FxTest;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// The window with rooms that remember what they were told.
abstract class ShellWindow extends FxTest {
    static final List<String> ROOMS = List.of(
            Destination.DATA,
            Destination.SEGMENTS,
            Destination.RULES,
            Destination.MODELS,
            Destination.PREVIEW,
            Destination.EXPORT);

    final FxTasks tasks = new FxTasks();
    final FakeWorkspaces workspaces = new FakeWorkspaces();
    final FakeDialogs dialogs = new FakeDialogs();
    final Map<String, FakeScreen> screens = new LinkedHashMap<>();

    @TempDir
    Path folder = Path.of(".");

    @SuppressWarnings("NullAway.Init") // set before each test
    ShellView shell;

    @SuppressWarnings("NullAway.Init") // set before each test
    Scene scene;

    @BeforeEach
    final void openWindow() {
        Parts parts = new Parts(
                tasks,
                workspaces,
                new SettingsFile(folder.resolve("settings.json")),
                ROOMS.stream().map(this::room).toList(),
                dialogs);
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

    private Room room(String id) {
        return new Room(id, "mdoal-group", Room.Place.SIDEBAR, (workspace, kit) -> {
            FakeScreen screen = new FakeScreen(id);
            screens.put(id, screen);
            return screen;
        });
    }

    @AfterEach
    final void closeTasks() {
        tasks.close();
    }

    final void openSample() {
        runOnFx(() -> shell.session().openSample());
        settle(tasks);
    }

    final void open(Destination destination) {
        runOnFx(() -> shell.desk().open(destination));
        settle(tasks);
    }

    final FakeScreen built(String id) {
        FakeScreen screen = screens.get(id);
        if (screen == null) {
            throw new AssertionError("The room " + id + " was not built");
        }
        return screen;
    }

    final Node node(String selector) {
        return scene.lookup(selector);
    }

    final String text(String selector) {
        return onFx(() -> ((Label) node(selector)).getText());
    }
}
