package app.attune.workbench;

import static app.attune.ui.FxTest.onFx;

import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;

/// What somebody does to the window, by mouse and by keys.
abstract class Hands extends Looker {
    private static final int TURNS = 60;

    /// Waits until no job runs.
    abstract void settle();

    final void click(String query) {
        if (query.startsWith("#part-")) {
            reveal(query);
        }
        robot.clickOn(query);
    }

    final void click(Node node) {
        robot.clickOn(node);
    }

    /// Drags what shows `text` to just above what shows `other`.
    final void dragAbove(String text, String other) {
        robot.drag(text).moveTo(other).moveBy(0, -8).drop();
        settle();
    }

    /// Turns the wheel over the pane that holds the node until all of it is in sight.
    final void reveal(String query) {
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
    final void drag(String query, String target, double below) {
        reveal(target);
        reveal(query);
        robot.drag(query).moveTo(target).moveBy(0, below).drop();
        settle();
    }

    final void type(KeyCode... keys) {
        robot.type(keys);
    }

    /// The last key while the others are held.
    final void chord(KeyCode... keys) {
        List<KeyCode> held = List.of(keys).subList(0, keys.length - 1);
        held.forEach(robot::press);
        robot.type(keys[keys.length - 1]);
        held.reversed().forEach(robot::release);
    }

    final void write(String text) {
        robot.write(text, 0);
    }

    /// Replaces what the field with the focus says.
    final void rewrite(String text) {
        chord(KeyCode.SHORTCUT, KeyCode.A);
        write(text);
    }

    /// Chooses by its first words in a combo box that has the focus or gets it by a click.
    final void choose(String query, String words) {
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
    final void chooseByKeys(String query, String words) {
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
    final void pickByKeys(String query, String words) {
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
    final void fillByKeys(String field, String text) {
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
    final void pick(String menu, String words) {
        click(menu);
        click(onFx(() -> robot.lookup((Node node) -> node instanceof Labeled item
                        && item.getText() != null
                        && item.getText().startsWith(words)
                        && !item.getScene().equals(scene()))
                .query()));
        settle();
    }

    /// Replaces what a field says, and leaves it.
    final void fill(String field, String text) {
        click(field);
        rewrite(text);
        type(KeyCode.TAB);
        settle();
    }

    /// Presses Tab until the node has the focus.
    final void tabTo(String query) {
        Node wanted = node(query, Node.class);
        for (int i = 0; i < 80 && !wanted.equals(focus()); i++) {
            type(KeyCode.TAB);
        }
        if (!wanted.equals(focus())) {
            throw new AssertionError("Tab never reaches " + query + "; it stays at " + focus());
        }
    }
}
