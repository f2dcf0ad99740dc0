package app.attune.events.ui;

import java.util.function.LongConsumer;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Keeps the selection of a long table to what can be copied: more rows would freeze the window.
final class SelectionCap {
    private final TableView<?> table;
    private final int most;
    private final LongConsumer refused;

    private SelectionCap(TableView<?> table, int most, LongConsumer refused) {
        this.table = table;
        this.most = most;
        this.refused = refused;
    }

    /// @param refused is told how many rows were asked for
    static void on(TableView<?> table, int most, LongConsumer refused) {
        SelectionCap cap = new SelectionCap(table, most, refused);
        table.addEventFilter(KeyEvent.KEY_PRESSED, cap::key);
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, cap::mouse);
    }

    private void key(KeyEvent event) {
        int rows = table.getItems().size();
        int focused = Math.max(0, table.getFocusModel().getFocusedIndex());
        if (event.isShortcutDown() && event.getCode() == KeyCode.A) {
            event.consume();
            selectAll(rows);
        } else if (event.isShiftDown() && event.getCode() == KeyCode.END) {
            refuse(event, rows - focused);
        } else if (event.isShiftDown() && event.getCode() == KeyCode.HOME) {
            refuse(event, focused + 1);
        }
    }

    private void selectAll(int rows) {
        if (rows > most) {
            refused.accept(rows);
        } else if (rows > 0) {
            table.getSelectionModel().selectRange(0, rows);
        }
    }

    private void mouse(MouseEvent event) {
        if (event.isShiftDown() && event.getTarget() instanceof Node target) {
            int clicked = rowOf(target);
            int focused = Math.max(0, table.getFocusModel().getFocusedIndex());
            if (clicked >= 0) {
                refuse(event, Math.abs(clicked - focused) + 1);
            }
        }
    }

    private void refuse(Event event, int wanted) {
        if (wanted > most) {
            event.consume();
            refused.accept(wanted);
        }
    }

    private static int rowOf(Node target) {
        for (@Nullable Node up = target; up != null; up = up.getParent()) {
            if (up instanceof TableRow<?> row) {
                return row.getIndex();
            }
        }
        return -1;
    }
}
