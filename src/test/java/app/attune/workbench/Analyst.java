package app.attune.workbench;

import static app.attune.ui.FxTest.onFx;
import static app.attune.ui.FxTest.runOnFx;

import app.attune.cli.Services;
import app.attune.core.Progress;
import app.attune.ui.Action;
import app.attune.ui.Destination;
import app.attune.ui.FakeDialogs;
import app.attune.ui.FxTasks;
import app.attune.ui.FxTest;
import app.attune.ui.ScreenWalk;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/// Someone who works with the whole window: launches it, clicks, types, looks, takes a picture of every step.
final class Analyst extends Hands implements AutoCloseable {
    private static final long SECONDS = 60;

    final FxTasks tasks = new FxTasks();
    final FakeDialogs dialogs = new FakeDialogs();
    private final String journey;
    private final ShellView shell;
    private final Scene scene;

    /// Launches the application as composed in production, with everything it keeps below `home`.
    Analyst(String journey, Path home, Clock clock) {
        this(journey, home, clock, Rooms.all());
    }

    /// @param rooms of the window, in place of the usual ones
    Analyst(String journey, Path home, Clock clock, List<Room> rooms) {
        this.journey = journey;
        Parts parts = new Parts(
                tasks,
                new ServiceWorkspaces(home.resolve("Outdoor shop (sample)"), clock),
                new SettingsFile(home.resolve("settings.json")),
                rooms,
                dialogs);
        Stage stage = onFx(Stage::new);
        this.shell = onFx(() -> AttuneApp.start(stage, parts));
        this.scene = onFx(stage::getScene);
        settle();
    }

    /// Does one step and takes its picture; a failure names the step.
    void step(String name, Runnable work) {
        try {
            work.run();
            settle();
            ScreenWalk.rest(scene);
            picture(name);
        } catch (RuntimeException | AssertionError e) {
            picture(name + "-failed");
            throw new AssertionError("Step " + name + " of the journey: " + e.getMessage(), e);
        }
    }

    void picture(String name) {
        ScreenWalk.picture(scene, Path.of(journey, name + ".png"));
    }

    /// Waits until no job runs.
    @Override
    void settle() {
        FxTest.settle(tasks);
    }

    /// @param condition asked off the FX thread
    void until(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, condition);
        } catch (TimeoutException e) {
            throw new AssertionError("It never came that " + what, e);
        }
    }

    /// Goes to a room by its button in the sidebar.
    void visit(String room) {
        click("#room-" + room);
        settle();
    }

    /// Finds an action in the palette and does it, without the mouse.
    void command(String words) {
        chord(KeyCode.SHORTCUT, KeyCode.K);
        until("the palette opens", () -> sees("#palette"));
        write(words);
        type(KeyCode.ENTER);
        until("the palette goes", () -> !sees("#palette"));
        settle();
    }

    /// Does an action by its id, as the palette would.
    void act(String id) {
        Action action = offered().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        runOnFx(action::fire);
        settle();
    }

    /// What the palette offers.
    List<Action> offered() {
        return onFx(shell::everyAction);
    }

    /// What a key can do now.
    List<Action> reachable() {
        return onFx(shell::reachable);
    }

    Services services() {
        return onFx(
                () -> shell.session().workspaceProperty().get().orElseThrow().services());
    }

    /// How many events the workspace holds.
    int events() {
        return services().populations().current(Progress.none()).events().eventCount();
    }

    @Override
    Scene scene() {
        return scene;
    }

    /// Every screen there is.
    List<String> rooms() {
        return Stream.concat(
                        Stream.of(Destination.HOME, Destination.SETTINGS, Destination.BACKUPS),
                        Rooms.all().stream().map(Room::id))
                .toList();
    }

    void resize(double width, double height) {
        runOnFx(() -> {
            scene.getWindow().setWidth(width);
            scene.getWindow().setHeight(height);
        });
        settle();
    }

    /// Drops files on the window.
    void drop(List<Path> files) {
        runOnFx(() -> new FileDrop(shell.session(), shell.desk(), new Label(), dialogs).dropped(files));
        settle();
    }

    void open(Destination destination) {
        runOnFx(() -> shell.desk().open(destination));
        settle();
    }

    /// Closes the window, and with it the workspace.
    @Override
    public void close() {
        settle();
        runOnFx(() -> scene.getWindow().hide());
        settle();
        tasks.close();
    }
}
