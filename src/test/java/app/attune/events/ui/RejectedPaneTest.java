package app.attune.events.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.events.MendedRow;
import app.attune.events.RejectedRow;
import app.attune.events.RejectedRows;
import app.attune.events.read.RejectReason;
import app.attune.events.read.Rejection;
import app.attune.ui.FxTest;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.Test;

/// Rejected rows in the pane that edits them.
final class RejectedPaneTest extends FxTest {
    private final List<MendedRow> read = new ArrayList<>();

    private static RejectedRow row(long importId, long record, String raw) {
        return new RejectedRow(
                importId, record, "orders.json", "at", new Rejection(1, 3, RejectReason.BAD_TIME, "found 'soon'", raw));
    }

    private static RejectedRows rows(RejectedRow... rows) {
        return new RejectedRows(List.of(rows), rows.length, rows.length, List.of());
    }

    private RejectedPane open() {
        RejectedPane pane = onFx(() -> new RejectedPane("test", new SimpleStringProperty(""), read::addAll));
        show(pane::root);
        return pane;
    }

    private TextArea editor() {
        return onFx(() -> robot.lookup("#editor").queryAs(TextArea.class));
    }

    private void choose(int index) {
        runOnFx(() -> robot.lookup("#rejected")
                .<RejectedRow>queryTableView()
                .getSelectionModel()
                .select(index));
    }

    private List<String> texts() {
        TableView<RejectedRow> table = onFx(() -> robot.lookup("#rejected").<RejectedRow>queryTableView());
        return onFx(() -> table.getItems().stream()
                .map(row -> table.getColumns().getLast().getCellData(row).toString())
                .toList());
    }

    private boolean disabled(String button) {
        return onFx(() -> robot.lookup(button).queryButton().isDisabled());
    }

    @Test
    void anEditIsOfTheRecordAndStaysWhileAnotherImportIsLookedAt() {
        RejectedPane pane = open();
        TextArea editor = editor();
        RejectedRows first = rows(row(1, 1, "a"), row(1, 1, "a"), row(1, 2, "a"));
        runOnFx(() -> pane.show(first));
        choose(1);
        runOnFx(() -> editor.setText("b"));
        choose(0);
        assertEquals("b", onFx(editor::getText));
        assertEquals(List.of("b", "b", "a"), texts());
        runOnFx(() -> pane.show(rows(row(5, 1, "a"))));
        assertTrue(disabled("#readAgain"));
        runOnFx(() -> pane.show(first));
        assertEquals(List.of("b", "b", "a"), texts());
        robot.clickOn("#readAgain");
        assertEquals(List.of(new MendedRow(row(1, 1, "a"), "b")), onFx(() -> List.copyOf(read)));
        choose(1);
        robot.clickOn("#asWritten");
        assertEquals(List.of("a", "a", "a"), texts());
        assertTrue(disabled("#readAgain"));
    }

    @Test
    void whatCannotBeEditedWithoutLossIsOnlyLookedAt() {
        RejectedPane pane = open();
        TextArea editor = editor();
        runOnFx(() -> pane.show(rows(row(1, 1, "a,\"x\r\ny\""), row(1, 2, "x".repeat(70_000)), row(1, 3, "a"))));
        choose(0);
        assertFalse(onFx(editor::isEditable));
        assertTrue(label().contains("control characters"), label());
        choose(1);
        assertFalse(onFx(editor::isEditable));
        assertTrue(label().contains("65,536"), label());
        choose(2);
        assertTrue(onFx(editor::isEditable));
        assertTrue(disabled("#readAgain"));
    }

    private String label() {
        return onFx(() -> robot.lookup("#editorLabel").queryAs(Label.class).getText());
    }
}
