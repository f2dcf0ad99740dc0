package app.attune.export.ui;

import app.attune.ui.DisabledHint;
import app.attune.ui.Texts;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ObservableSet;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

/// One target as a check box, with the reasons why it cannot be chosen.
final class TargetRow {
    private static final int TOLD = 3;

    private TargetRow() {}

    /// @param chosen names of the targets to be written, kept up to date
    static Node of(TargetChoice choice, ObservableSet<String> chosen, Texts texts) {
        String name = choice.target().name();
        CheckBox box = new CheckBox(texts.get("target", name, choice.target().format()));
        box.setId("target-" + name);
        box.setWrapText(true);
        box.setMinHeight(CheckBox.USE_PREF_SIZE);
        box.setSelected(chosen.contains(name));
        box.selectedProperty().addListener((observed, before, now) -> {
            if (now) {
                chosen.add(name);
            } else {
                chosen.remove(name);
            }
        });
        VBox row = new VBox(box);
        if (!choice.isPossible()) {
            int findings = choice.findings().size();
            DisabledHint.explain(box, new SimpleStringProperty(texts.get("target.not", name, findings)));
            choice.findings().stream()
                    .limit(TOLD)
                    .forEach(problem -> row.getChildren().add(GateRow.finding(problem)));
            if (findings > TOLD) {
                row.getChildren().add(GateRow.muted(texts.get("gate.more", findings - TOLD)));
            }
        }
        return row;
    }
}
