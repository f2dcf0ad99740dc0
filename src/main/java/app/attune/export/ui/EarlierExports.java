package app.attune.export.ui;

import app.attune.export.ExportLog;
import app.attune.export.LastExport;
import app.attune.ui.LetterColumns;
import app.attune.ui.Numbers;
import app.attune.ui.Reveal;
import app.attune.ui.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/// The table of earlier exports, and what changed since the last as lines.
final class EarlierExports {
    private static final int DIGITS = 16;
    private static final double WHEN = 10.5;
    private static final double NARROW = 6;
    private static final double COUNT = 9;
    private static final double HASH = 11;
    private static final double FOLDER = 16;
    private static final double EDGE = 1.2;
    private static final int TOLD = 50;

    private final Texts texts;

    /// @param letters as wide as those of the table
    EarlierExports(TableView<ExportLog.Entry> table, Label letters, Texts texts) {
        this.texts = texts;
        LetterColumns<ExportLog.Entry> columns = new LetterColumns<>(table, letters);
        columns.text(texts.get("exports.when"), WHEN, EarlierViewModel::when);
        columns.number(
                texts.get("exports.version"),
                NARROW,
                entry -> Integer.toString(entry.ruleSetVersion()),
                ExportLog.Entry::ruleSetVersion);
        columns.number(
                texts.get("exports.vectors"), COUNT, entry -> Numbers.count(entry.vectors()), ExportLog.Entry::vectors);
        columns.text(texts.get("exports.hash"), HASH, EarlierExports::hash);
        columns.fill(
                columns.lines(texts.get("exports.folder"), FOLDER, ExportLog.Entry::folder),
                FOLDER,
                WHEN + NARROW + COUNT + HASH + EDGE);
        table.setPlaceholder(new Label(texts.get("exports.none")));
    }

    private static String hash(ExportLog.Entry entry) {
        return entry.hash().substring(0, Math.min(DIGITS, entry.hash().length()));
    }

    /// Fills a box with what changed and scrolls to it.
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
        Reveal.of(box.getParent());
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
