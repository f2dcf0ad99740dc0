package app.attune.decide.ui;

import app.attune.ui.Tips;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;

/// Shows a line of the timeline; heads of visits are bold, events are indented.
final class TimelineCell extends ListCell<TimelineRow> {
    private static final double INDENT = 16;

    /// As wide as the list, whatever it says.
    TimelineCell() {
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(TimelineRow row, boolean empty) {
        super.updateItem(row, empty);
        setText("");
        setGraphic(empty || row == null ? null : line(row));
        setTooltip(empty || row == null ? null : Tips.of(row.text().strip()));
        setAccessibleText(empty || row == null ? "" : row.text());
    }

    private static Label line(TimelineRow row) {
        Label label = new Label(row.text());
        label.getStyleClass().addAll("body-compact", "may-clip");
        switch (row) {
            case TimelineRow.Head ignored -> label.getStyleClass().add("strong");
            case TimelineRow.Line ignored -> label.setPadding(new Insets(0, 0, 0, INDENT));
        }
        return label;
    }
}
