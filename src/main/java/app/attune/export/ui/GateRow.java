package app.attune.export.ui;

import app.attune.core.Problem;
import app.attune.export.Gate;
import app.attune.ui.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// One gate as a row: how it stands in a word and an icon, what stands against it, and where to fix that.
final class GateRow {
    private GateRow() {}

    /// A gate that the export has passed since, with what was checked.
    static Node passed(Gate gate, Texts texts, String checked) {
        Label title = wrapped(texts.get("gate." + gate.id()) + ": " + checked);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox row = new HBox(icon(new Gate(gate.id(), Gate.State.PASSED, List.of(), Optional.empty())), title);
        row.getStyleClass().add("toolbar");
        return row;
    }

    /// @param fix opens the screen of the gate
    static Node of(Gate gate, Texts texts, Consumer<String> fix) {
        Label title = wrapped(texts.get("gate." + gate.id()) + ": " + texts.get("gate.state." + gate.state()));
        VBox words = new VBox(title);
        gate.findings().forEach(problem -> words.getChildren().add(finding(problem)));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(icon(gate), words);
        row.getStyleClass().add("toolbar");
        if (gate.state() == Gate.State.FAILED) {
            Button button = new Button(texts.get("gate.fix"));
            button.setAccessibleText(texts.get("gate.fix") + ": " + texts.get("gate." + gate.id()));
            button.setMinWidth(Button.USE_PREF_SIZE);
            button.setOnAction(event -> fix.accept(gate.id()));
            row.getChildren().add(button);
        }
        return row;
    }

    private static Label finding(Problem problem) {
        Label label = wrapped(problem.message() + " " + problem.remedy());
        label.getStyleClass().add("muted");
        return label;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    private static FontIcon icon(Gate gate) {
        FontIcon icon = new FontIcon(
                switch (gate.state()) {
                    case PASSED -> "mdoal-check_circle";
                    case FAILED -> "mdoal-error";
                    case WAIVED -> "mdomz-outlined_flag";
                    case NOTED -> "mdoal-info";
                    case LATER -> "mdomz-schedule";
                });
        icon.getStyleClass()
                .add(
                        switch (gate.state()) {
                            case PASSED -> "status-good";
                            case FAILED -> "status-bad";
                            case WAIVED, NOTED -> "status-warn";
                            case LATER -> "muted";
                        });
        return icon;
    }
}
