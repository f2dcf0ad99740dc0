package app.attune.events.ui;

import javafx.scene.control.Control;
import javafx.scene.control.TableCell;

/// Selects the row of a table whose control has the focus, so what is beside the table is about that row.
final class SelectedRow {
    private SelectedRow() {}

    static void follow(TableCell<?, ?> cell, Control control) {
        control.focusedProperty().addListener((observed, before, now) -> {
            if (now && cell.getTableView() != null && !cell.isEmpty()) {
                cell.getTableView().getSelectionModel().clearAndSelect(cell.getIndex());
            }
        });
    }
}
