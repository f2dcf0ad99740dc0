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
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// Someone who works with the whole window: launches it, clicks, types, looks, takes a picture of every step.
final class Analyst implements AutoCloseable {
    private static final long SECONDS = 60;
    private static final int TURNS = 60;

    final FxTasks tasks = new FxTasks();
    final FakeDialogs dialogs = new FakeDialogs();
    private final FxRobot robot = new FxRobot();
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

    void click(String query) {
        if (query.startsWith("#part-")) {
            reveal(query);
        }
        robot.clickOn(query);
    }

    void click(Node node) {
        robot.clickOn(node);
    }

    /// Drags what shows `text` to just above what shows `other`.
    void dragAbove(String text, String other) {
        robot.drag(text).moveTo(other).moveBy(0, -8).drop();
        settle();
    }

    /// Turns the wheel over the pane that holds the node until all of it is in sight.
    void reveal(String query) {
        Node wanted = node(query, Node.class);
        for (Node up = wanted; up != null; up = up.getParent()) {
            if (up instanceof ScrollPane pane) {
                for (int turn = 0; turn < TURNS && outside(wanted, pane) != 0; turn++) {
                    robot.moveTo(pane)
                            .scroll(outside(wanted, pane) > 0 ? VerticalDirection.DOWN : VerticalDirection.UP);
                }
            }
        }
    }

    /// Below zero where the node is above what is shown, above zero where it is below.
    private static int outside(Node node, ScrollPane pane) {
        return onFx(() -> {
            Bounds shown = pane.localToScene(pane.getBoundsInLocal());
            Bounds bounds = node.localToScene(node.getBoundsInLocal());
            return bounds.getMaxY() > shown.getMaxY() ? 1 : bounds.getMinY() < shown.getMinY() ? -1 : 0;
        });
    }

    /// Drags one node to another, or some pixels below its middle.
    void drag(String query, String target, double below) {
        reveal(target);
        reveal(query);
        robot.drag(query).moveTo(target).moveBy(0, below).drop();
        settle();
    }

    void type(KeyCode... keys) {
        robot.type(keys);
    }

    /// The last key while the others are held.
    void chord(KeyCode... keys) {
        List<KeyCode> held = List.of(keys).subList(0, keys.length - 1);
        held.forEach(robot::press);
        robot.type(keys[keys.length - 1]);
        held.reversed().forEach(robot::release);
    }

    void write(String text) {
        robot.write(text, 0);
    }

    /// Replaces what the field with the focus says.
    void rewrite(String text) {
        chord(KeyCode.SHORTCUT, KeyCode.A);
        write(text);
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

    /// Chooses by its first words in a combo box that has the focus or gets it by a click.
    void choose(String query, String words) {
        reveal(query);
        ComboBox<?> box = node(query, ComboBox.class);
        int steps = onFx(() -> stepsTo(box, words));
        robot.clickOn(box);
        for (int i = 0; i < Math.abs(steps); i++) {
            type(steps > 0 ? KeyCode.DOWN : KeyCode.UP);
        }
        type(KeyCode.ENTER);
        settle();
    }

    /// As `choose`, without the mouse: Tab to it, Space opens it, arrows and Enter.
    void chooseByKeys(String query, String words) {
        tabTo(query);
        ComboBox<?> box = node(query, ComboBox.class);
        type(KeyCode.SPACE);
        for (int turn = 0, steps = 1; turn < TURNS && steps != 0; turn++) {
            steps = onFx(() -> stepsTo(box, words));
            if (steps != 0) {
                type(steps > 0 ? KeyCode.DOWN : KeyCode.UP);
            }
        }
        type(KeyCode.ENTER);
        settle();
    }

    /// As `pick`, without the mouse.
    void pickByKeys(String query, String words) {
        tabTo(query);
        MenuButton menu = node(query, MenuButton.class);
        int steps = onFx(() -> IntStream.range(0, menu.getItems().size())
                .filter(place -> menu.getItems().get(place).getText().startsWith(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError(words + " is not in " + query)));
        type(KeyCode.SPACE);
        for (int i = 0; i <= steps; i++) {
            type(KeyCode.DOWN);
        }
        type(KeyCode.ENTER);
        settle();
    }

    /// As `fill`, without the mouse.
    void fillByKeys(String field, String text) {
        tabTo(field);
        rewrite(text);
        type(KeyCode.TAB);
        settle();
    }

    private static <T> int stepsTo(ComboBox<T> box, String words) {
        List<String> offered = box.getItems().stream()
                .map(item -> box.getConverter() == null
                        ? String.valueOf(item)
                        : box.getConverter().toString(item))
                .toList();
        int wanted = IntStream.range(0, offered.size())
                .filter(place -> offered.get(place).startsWith(words))
                .findFirst()
                .orElse(-1);
        if (wanted < 0) {
            throw new AssertionError(words + " is not among " + offered);
        }
        return wanted - Math.max(0, box.getSelectionModel().getSelectedIndex());
    }

    /// Opens a menu and clicks the item whose words begin so.
    void pick(String menu, String words) {
        click(menu);
        click(onFx(() -> robot.lookup((Node node) -> node instanceof Labeled item
                        && item.getText() != null
                        && item.getText().startsWith(words)
                        && !item.getScene().equals(scene))
                .query()));
        settle();
    }

    /// Replaces what a field says, and leaves it.
    void fill(String field, String text) {
        click(field);
        rewrite(text);
        type(KeyCode.TAB);
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

    /// Presses Tab until the node has the focus.
    void tabTo(String query) {
        Node wanted = node(query, Node.class);
        for (int i = 0; i < 80 && !wanted.equals(focus()); i++) {
            type(KeyCode.TAB);
        }
        if (!wanted.equals(focus())) {
            throw new AssertionError("Tab never reaches " + query + "; it stays at " + focus());
        }
    }

    Node focus() {
        return onFx(scene::getFocusOwner);
    }

    /// Whether it is there and can be seen.
    boolean sees(String query) {
        return onFx(() -> {
            Node found = scene.lookup(query);
            return found != null
                    && robot.lookup(query).match(Analyst::isShown).tryQuery().isPresent();
        });
    }

    /// Whether something that can be seen says so.
    boolean says(String words) {
        return onFx(() -> robot.lookup((Node node) -> node instanceof Label label
                        && label.getText() != null
                        && label.getText().contains(words)
                        && isShown(label))
                .tryQuery()
                .isPresent());
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    <T> T node(String query, Class<T> type) {
        return type.cast(onFx(() -> robot.from(scene.getRoot())
                .lookup(query)
                .match(Analyst::isShown)
                .query()));
    }

    String text(String query) {
        Node found = node(query, Node.class);
        return onFx(() -> switch (found) {
            case Labeled label -> label.getText();
            case TextInputControl field -> field.getText();
            default -> found.getAccessibleText();
        });
    }

    String clipboard() {
        return onFx(
                () -> Objects.requireNonNullElse(Clipboard.getSystemClipboard().getString(), ""));
    }

    Services services() {
        return onFx(
                () -> shell.session().workspaceProperty().get().orElseThrow().services());
    }

    /// How many events the workspace holds.
    int events() {
        return services().populations().current(Progress.none()).events().eventCount();
    }

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
