package app.attune.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.javafx.FontIcon;

final class KitTest extends FxTest {
    @Test
    void everySharedControlPassesTheWalkInEveryAppearance() {
        Scene scene = show(KitTest::gallery);
        ScreenWalk.check(scene, "kit");
    }

    @Test
    void theWalkFindsAButtonWithoutAName() {
        Scene scene = show(() -> new VBox(new Button("", new FontIcon("mdoal-close"))));
        AssertionError found = assertThrows(AssertionError.class, () -> ScreenWalk.check(scene, "broken"));
        assertTrue(String.valueOf(found.getMessage()).contains("no accessible name"));
    }

    @Test
    void theWalkFindsClippedTextPaleTextAndStyleErrors() {
        Logger javafx = Logger.getLogger("javafx");
        javafx.setUseParentHandlers(false);
        try {
            walkSomethingBroken();
        } finally {
            javafx.setUseParentHandlers(true);
        }
    }

    /// The style error is meant, so it must not reach the log, where one would fail the build.
    private void walkSomethingBroken() {
        Scene scene = show(() -> {
            Label clipped = new Label("A sentence that is too long for its room");
            clipped.setMaxWidth(60);
            Label pale = new Label("Pale");
            pale.setStyle("-fx-text-fill: #bbbbbb;");
            Label broken = new Label("Broken");
            broken.setStyle("-fx-text-fill: -no-such-colour;");
            return new VBox(clipped, pale, broken);
        });
        AssertionError found = assertThrows(AssertionError.class, () -> ScreenWalk.check(scene, "broken"));
        assertTrue(String.valueOf(found.getMessage()).contains("clipped to"));
        assertTrue(String.valueOf(found.getMessage()).contains("contrast"));
        assertTrue(String.valueOf(found.getMessage()).contains("style sheet"));
    }

    @Test
    void theKeyboardComesBackAfterADialogAndAfterAWaitAndTabLeavesTexts() {
        StringProperty reason = new SimpleStringProperty("");
        List<Boolean> answers = new ArrayList<>();
        FxDialogs dialogs = new FxDialogs(this::window);
        Dialogs.Question question = new Dialogs.Question("Delete it?", "It goes.", "Delete");
        TextArea words = new TextArea();
        Button delete = new Button("Delete");
        show(() -> {
            words.setId("words");
            delete.setId("delete");
            TabKey.writes(words);
            Action.of("kit.delete", "Delete", () -> answers.add(dialogs.confirm(question)))
                    .disabledBy(reason)
                    .attachTo(delete);
            return new VBox(words, delete, new Button("Other"));
        });
        tabTo("words");
        robot.press(KeyCode.CONTROL).type(KeyCode.TAB).release(KeyCode.CONTROL);
        robot.type(KeyCode.TAB);
        assertEquals("\t", onFx(words::getText), "only Ctrl+Tab writes one");
        assertEquals("delete", focused());
        robot.type(KeyCode.SPACE, KeyCode.ESCAPE);
        robot.type(KeyCode.SPACE, KeyCode.ENTER);
        assertEquals(List.of(false, true), onFx(() -> List.copyOf(answers)));
        assertEquals("delete", focused());
        runOnFx(() -> reason.set("It is being deleted"));
        ScreenWalk.rest(window().getScene());
        assertNotEquals("delete", focused());
        runOnFx(() -> reason.set(""));
        assertEquals("delete", focused());
        runOnFx(() -> reason.set("It is being deleted"));
        ScreenWalk.rest(window().getScene());
        tabTo("words");
        runOnFx(() -> reason.set(""));
        assertEquals("words", focused(), "somebody went on meanwhile");
    }

    @Test
    void enterRefusesWhereWorkMayBeLost() {
        List<Boolean> answers = new ArrayList<>();
        FxDialogs dialogs = new FxDialogs(this::window);
        Dialogs.Question question = new Dialogs.Question("Replace", "Edits are lost.", "Replace 2 files");
        Button replace = new Button("Replace");
        show(() -> {
            replace.setId("replace");
            replace.setOnAction(event -> answers.add(dialogs.confirm(question.refusedByEnter())));
            return new VBox(replace);
        });
        tabTo("replace");
        robot.type(KeyCode.SPACE, KeyCode.ENTER);
        assertEquals(List.of(false), onFx(() -> List.copyOf(answers)));
    }

    @Test
    void aProblemIsShownWithItsRemedyAndGoesWhenDismissed() {
        MessageBar bar = onFx(MessageBar::new);
        show(() -> new VBox(bar));
        runOnFx(() -> bar.show(new Problem("x.y", "It broke.", "Mend it.")));
        assertTrue(onFx(bar::isVisible));
        robot.clickOn(".banner .button");
        assertEquals(0, onFx(() -> bar.problems().size()));
        assertTrue(onFx(() -> !bar.isManaged()));
    }

    private static VBox gallery() {
        MessageBar bar = new MessageBar();
        bar.say("2,100,000 events imported.");
        bar.show(new Problem("a.b", "Can't read line 48,112: expected 9 columns, found 7.", "Skip it, or check it."));
        bar.show(new Problem(Tasks.UNEXPECTED, "Unexpected error: Training stopped.", "Copy the details."));
        bar.show(new Problem(Tasks.CANCELLED, "Cancelled: Training", "Start it again any time."));
        EmptyState empty = new EmptyState();
        empty.setSentence("Describe who you want.");
        empty.setPrimary("Add condition");
        empty.setSecondary("Use sample data");
        Label title = new Label("Segments");
        title.getStyleClass().add("page-title");
        Label caption = new Label("Data as of 14 Nov 2026");
        caption.getStyleClass().add("caption");
        VBox page = new VBox(title, caption, bar, controls(), table(), empty);
        page.getStyleClass().add("page");
        return page;
    }

    private static HBox controls() {
        TextField name = new TextField("Frequent buyers");
        name.setAccessibleText("Name");
        ComboBox<String> type = new ComboBox<>();
        type.getItems().addAll("purchase", "view");
        type.setValue("purchase");
        type.setAccessibleText("Event type");
        Slider slider = new Slider();
        slider.setAccessibleText("Threshold");
        Button primary = new Button("Import 2.1 M events", new FontIcon("mdoal-add"));
        primary.getStyleClass().add("accent");
        Button danger = new Button("Delete segment");
        danger.getStyleClass().add("danger");
        Button success = new Button("Activate");
        success.getStyleClass().add("success");
        CheckBox check = new CheckBox("Only with consent");
        check.setSelected(true);
        HBox row = new HBox(
                name, type, check, new RadioButton("All"), slider, primary, new Button("Cancel"), danger, success);
        row.getStyleClass().add("toolbar");
        row.setMinWidth(HBox.USE_PREF_SIZE);
        return row;
    }

    private static HBox table() {
        TableView<String> table = new TableView<>();
        table.setAccessibleText("Users");
        TableColumn<String, String> column = new TableColumn<>("User");
        column.setCellValueFactory(row -> new javafx.beans.property.SimpleStringProperty(row.getValue()));
        table.getColumns().add(column);
        table.getItems().addAll("u-1", "u-2", "u-3");
        table.getSelectionModel().select(1);
        ListView<String> list = new ListView<>();
        list.setAccessibleText("Segments");
        list.getItems().addAll("Frequent buyers", "Lapsed");
        list.getSelectionModel().select(0);
        HBox row = new HBox(table, list, new ProgressBar(0.4));
        row.getStyleClass().add("toolbar");
        row.setPrefHeight(170);
        return row;
    }
}
