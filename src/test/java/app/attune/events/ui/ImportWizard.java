package app.attune.events.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.events.ColumnRole;
import app.attune.events.EventsFixture;
import app.attune.ui.FakeDialogs;
import app.attune.ui.FxTasks;
import app.attune.ui.FxTest;
import app.attune.ui.Kit;
import app.attune.ui.ScreenWalk;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/// The import wizard on a workspace of its own, worked by its controls.
abstract class ImportWizard extends FxTest {
    final FxTasks tasks = new FxTasks();
    final EventsFixture fixture = new EventsFixture();
    final FakeDialogs dialogs = new FakeDialogs();

    @TempDir
    Path folder = Path.of(".");

    @AfterEach
    void stop() {
        settle(tasks);
        tasks.close();
        fixture.close();
    }

    ImportView open(Path file) {
        ImportView view = open();
        choose(view, file);
        return view;
    }

    ImportView open() {
        ImportView view = onFx(() -> new ImportView(
                fixture.service,
                fixture.mappings,
                new Kit(tasks, destination -> {}, dialogs, () -> {}),
                EventsFixture.CLOCK));
        show(view::root);
        return view;
    }

    void choose(ImportView view, Path file) {
        runOnFx(() -> view.dropped(List.of(file)));
        settle(tasks);
    }

    Node node(String id) {
        return onFx(() -> robot.lookup((Node node) -> id.equals(node.getId())).query());
    }

    void click(String id) {
        robot.clickOn(node(id));
        settle(tasks);
    }

    String text(String id) {
        Labeled labeled = (Labeled) node(id);
        return onFx(labeled::getText);
    }

    /// Chooses by the words of the choice.
    <T> void set(String id, String words) {
        @SuppressWarnings("unchecked") // What is chosen is one of the box's own items.
        ComboBox<T> box = (ComboBox<T>) node(id);
        runOnFx(() -> box.setValue(box.getItems().stream()
                .filter(item -> label(box, item).equals(words))
                .findFirst()
                .orElseThrow()));
        settle(tasks);
    }

    private static <T> String label(ComboBox<T> box, T item) {
        return box.getConverter() == null
                ? String.valueOf(item)
                : box.getConverter().toString(item);
    }

    ComboBox<?> box(String id) {
        return (ComboBox<?>) node(id);
    }

    void role(String column, ColumnRole role) {
        set("role-" + column, role.label());
    }

    Path write(String name, String text, Charset charset) throws IOException {
        return Files.writeString(folder.resolve(name), text, charset);
    }

    List<String> events() {
        return EventsFixture.lines(fixture.frame());
    }

    /// Saves the mapping in the columns step, then imports.
    void saveAndImport(String name, String button, String result) {
        dialogs.text = Optional.of(name);
        press("saveMapping");
        click("next");
        assertEquals(button, text("next"));
        ScreenWalk.picture(window().getScene(), "made-up-" + name + "-check");
        click("next");
        assertEquals(result, text("title"));
    }

    /// The mapping is applied to this file without a question.
    void importAgain(ImportView view, Path file, String name, String result) {
        choose(view, file);
        assertEquals("Mapping '" + name + "' applied, because it was saved for these columns.", text("appliedName"));
        click("next");
        click("next");
        click("next");
        assertEquals(result, text("title"));
    }

    /// Also where it has to be scrolled to.
    void press(String id) {
        Button button = (Button) node(id);
        runOnFx(button::fire);
        settle(tasks);
    }

    void select(String column) {
        TableView<?> table = (TableView<?>) node("columnTabs").lookup("#table");
        runOnFx(() -> table.getSelectionModel().select(table.getItems().indexOf(column)));
        settle(tasks);
    }

    void write(String field, String words) {
        TextField into = (TextField) node(field);
        runOnFx(() -> into.setText(words));
        settle(tasks);
    }

    void tab(int position) {
        tabTo("columnTabs");
        TabPane tabs = (TabPane) node("columnTabs");
        for (int i = 0; i < position; i++) {
            robot.type(KeyCode.RIGHT);
        }
        assertEquals(position, onFx(() -> tabs.getSelectionModel().getSelectedIndex()));
        settle(tasks);
    }

    List<String> labels(String box) {
        VBox samples = (VBox) node(box);
        return onFx(() -> samples.getChildren().stream()
                .map(node -> ((Labeled) node).getText())
                .toList());
    }
}
