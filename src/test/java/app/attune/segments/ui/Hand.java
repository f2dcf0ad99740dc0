package app.attune.segments.ui;

import app.attune.segments.SegmentId;
import app.attune.ui.Destination;
import app.attune.ui.FakeDialogs;
import app.attune.ui.FxTasks;
import app.attune.ui.FxTest;
import app.attune.ui.Kit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.testfx.util.WaitForAsyncUtils;

/// Works the segment screens with mouse and keyboard.
abstract class Hand extends FxTest {
    final FxTasks tasks = new FxTasks();
    final FakeDialogs dialogs = new FakeDialogs();
    final List<Destination> elsewhere = new ArrayList<>();
    private Optional<SegmentsView> view = Optional.empty();

    @AfterEach
    void stop() {
        view.ifPresent(shown -> fire("segments.edit.save"));
        settle(tasks);
        tasks.close();
    }

    final SegmentsView open(Desk desk) {
        return open(desk.context);
    }

    final SegmentsView open(SegmentsContext context) {
        Kit kit = new Kit(tasks, this::go, dialogs, () -> {});
        SegmentsView made = onFx(() -> new SegmentsView(context, kit));
        view = Optional.of(made);
        show(made::root);
        runOnFx(made::shown);
        settle(tasks);
        return made;
    }

    private void go(Destination destination) {
        if (destination.screen().equals(Destination.SEGMENTS)) {
            view.orElseThrow().shown();
            destination.object().ifPresent(view.orElseThrow()::opened);
        } else {
            elsewhere.add(destination);
        }
    }

    final void open(SegmentId id) {
        runOnFx(() -> go(Destination.of(Destination.SEGMENTS, id.value())));
        settle(tasks);
    }

    final void fire(String action) {
        runOnFx(() -> view.orElseThrow().actions().stream()
                .filter(known -> known.id().equals(action))
                .forEach(app.attune.ui.Action::fire));
    }

    /// Counts and saves now instead of after a pause.
    final void settled() {
        fire("segments.edit.save");
        settle(tasks);
    }

    /// A new segment by the button, named in the dialog.
    final void create(String name) {
        dialogs.text = Optional.of(name);
        runOnFx(() -> go(Destination.of(Destination.SEGMENTS)));
        settle(tasks);
        robot.clickOn("#newButton");
        settle(tasks);
    }

    /// Opens the list and walks to the item whose words are `words`.
    final void choose(String id, String words) {
        WaitForAsyncUtils.waitForFxEvents();
        choose(id, words, () -> robot.clickOn("#" + id));
    }

    /// As [#choose], without a mouse.
    final void pick(String id, String words) {
        choose(id, words, () -> {
            runOnFx(() -> robot.lookup("#" + id).query().requestFocus());
            robot.type(KeyCode.DOWN);
        });
    }

    private void choose(String id, String words, Runnable open) {
        ComboBox<?> box = robot.lookup("#" + id).queryAs(ComboBox.class);
        int steps = onFx(() -> {
            List<String> offered = words(box);
            int wanted = offered.indexOf(words);
            if (wanted < 0) {
                throw new AssertionError(words + " is not among " + offered);
            }
            return wanted - box.getSelectionModel().getSelectedIndex();
        });
        open.run();
        for (int i = 0; i < Math.abs(steps); i++) {
            robot.type(steps > 0 ? KeyCode.DOWN : KeyCode.UP);
        }
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static <T> List<String> words(ComboBox<T> box) {
        return box.getItems().stream()
                .map(item -> box.getConverter().toString(item))
                .toList();
    }

    /// Ticks or unticks an event type in its menu.
    final void type(String part, String type) {
        robot.clickOn("#" + part + "-types");
        robot.clickOn((Labeled) robot.lookup((javafx.scene.Node node) -> node instanceof Labeled item
                        && item.getText() != null
                        && item.getText().startsWith(type + "   "))
                .query());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Replaces what a field says.
    final void write(String id, String text) {
        robot.clickOn("#" + id);
        robot.press(KeyCode.SHORTCUT).type(KeyCode.A).release(KeyCode.SHORTCUT);
        robot.write(text, 0);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Looks at another tab of the editor.
    final void tab(String id) {
        runOnFx(() -> {
            TabPane pane = robot.lookup("#tabs").queryAs(TabPane.class);
            pane.getTabs().stream().filter(tab -> id.equals(tab.getId())).forEach(pane.getSelectionModel()::select);
        });
        settle(tasks);
    }

    final String text(String id) {
        return onFx(() -> robot.lookup("#" + id).queryLabeled().getText());
    }

    final void focus(String id) {
        runOnFx(() -> robot.lookup("#" + id).query().requestFocus());
    }
}
