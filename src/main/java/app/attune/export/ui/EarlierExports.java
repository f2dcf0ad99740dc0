package app.attune.export.ui;

import app.attune.export.ExportLog;
import app.attune.export.LastExport;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/// The table of earlier exports, and what changed since the last as lines.
final class EarlierExports {
    private static final int DIGITS = 16;
    private static final double EM = 14;
    private static final double NARROW = 6;
    private static final double WIDE = 11;
    private static final double WIDEST = 20;
    private static final int TOLD = 50;

    private final Texts texts;
    private final TableView<ExportLog.Entry> table;

    EarlierExports(TableView<ExportLog.Entry> table, Texts texts) {
        this.table = table;
        this.texts = texts;
        column("exports.when", WIDE, EarlierViewModel::when);
        column("exports.version", NARROW, entry -> Integer.toString(entry.ruleSetVersion()));
        column("exports.vectors", WIDE, entry -> Numbers.count(entry.vectors()));
        column(
                "exports.hash",
                WIDE,
                entry -> entry.hash().substring(0, Math.min(DIGITS, entry.hash().length())));
        column("exports.folder", WIDEST, ExportLog.Entry::folder);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label(texts.get("exports.none")));
    }

    private void column(String key, double ems, Function<ExportLog.Entry, String> value) {
        TableColumn<ExportLog.Entry, String> column = new TableColumn<>(texts.get(key));
        column.setCellValueFactory(row -> new SimpleStringProperty(value.apply(row.getValue())));
        column.setMinWidth(ems * EM);
        table.getColumns().add(column);
    }

    /// Fills a box with what changed.
    ///
    /// @param head sentences on all of it
    void show(LastExport.Change change, List<String> head, VBox box) {
        box.getChildren().clear();
        head.forEach(line -> box.getChildren().add(GateRow.wrapped(line)));
        if (change.diff().isEmpty()) {
            box.getChildren().add(GateRow.muted(texts.get("since.same")));
        }
        part("since.rules", change.diff().rules(), box);
        part("since.segments", change.diff().segments(), box);
        part("since.models", change.diff().models(), box);
    }

    private void part(String key, List<String> changes, VBox box) {
        if (!changes.isEmpty()) {
            Label heading = GateRow.wrapped(texts.get(key, changes.size()));
            heading.getStyleClass().add("form-label");
            box.getChildren().add(heading);
            changes.stream().limit(TOLD).forEach(change -> box.getChildren().add(GateRow.wrapped(change)));
            if (changes.size() > TOLD) {
                box.getChildren().add(GateRow.muted(texts.get("gate.more", changes.size() - TOLD)));
            }
        }
    }
}
