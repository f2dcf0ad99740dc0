package app.attune.export.ui;

import app.attune.core.Problem;
import app.attune.export.Gate;
import app.attune.ui.Texts;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// One gate as a row: how it stands in a word and an icon, what stands against it, where to fix that, and the waiver.
final class GateRow {
    private static final int TOLD = 10;

    private GateRow() {}

    /// What the buttons of a row do.
    record Handlers(Consumer<Gate> fix, Consumer<Gate> waive, Consumer<Gate> withdraw) {}

    /// A gate that the export has passed since, with what was checked.
    static Node passed(Gate gate, Texts texts, String checked) {
        return row(Gate.State.PASSED, new VBox(wrapped(texts.get("gate." + gate.id()) + ": " + checked)));
    }

    static Node of(Gate gate, Texts texts, Handlers handlers) {
        VBox words = new VBox(wrapped(texts.get("gate." + gate.id()) + ": " + texts.get("gate.state." + gate.state())));
        gate.waiver()
                .ifPresent(waiver ->
                        words.getChildren().add(muted(texts.get("gate.waiver", waiver.author(), waiver.reason()))));
        gate.findings().stream()
                .limit(TOLD)
                .forEach(problem -> words.getChildren().add(finding(problem)));
        if (gate.findings().size() > TOLD) {
            words.getChildren().add(muted(texts.get("gate.more", gate.findings().size() - TOLD)));
        }
        HBox row = row(gate.state(), words);
        if (gate.state() == Gate.State.FAILED) {
            row.getChildren().add(button("gate.fix", gate, texts, handlers.fix()));
        }
        if (gate.state() == Gate.State.FAILED && gate.isWaivable()) {
            row.getChildren().add(button("gate.waive", gate, texts, handlers.waive()));
        }
        if (gate.state() == Gate.State.WAIVED) {
            row.getChildren().add(button("gate.withdraw", gate, texts, handlers.withdraw()));
        }
        return row;
    }

    private static HBox row(Gate.State state, VBox words) {
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(icon(state), words);
        row.getStyleClass().add("toolbar");
        return row;
    }

    private static Button button(String key, Gate gate, Texts texts, Consumer<Gate> handler) {
        Button button = new Button(texts.get(key));
        button.setId(key.replace('.', '-') + "-" + gate.id());
        button.setAccessibleText(texts.get(key) + ": " + texts.get("gate." + gate.id()));
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(event -> handler.accept(gate));
        return button;
    }

    /// What stands against something and what to do.
    static Label finding(Problem problem) {
        return muted((problem.message() + " " + problem.remedy()).replaceAll("\\p{Cntrl}", " "));
    }

    static Label muted(String text) {
        Label label = wrapped(text);
        label.getStyleClass().add("muted");
        return label;
    }

    static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    private static FontIcon icon(Gate.State state) {
        FontIcon icon = new FontIcon(
                switch (state) {
                    case PASSED -> "mdoal-check_circle";
                    case FAILED -> "mdoal-error";
                    case WAIVED -> "mdomz-outlined_flag";
                    case NOTED -> "mdoal-info";
                    case LATER -> "mdomz-schedule";
                });
        icon.getStyleClass()
                .add(
                        switch (state) {
                            case PASSED -> "status-good";
                            case FAILED -> "status-bad";
                            case WAIVED, NOTED -> "status-warn";
                            case LATER -> "muted";
                        });
        return icon;
    }
}
