package app.attune.rules.ui;

import app.attune.rules.Rollout;
import app.attune.rules.Rule;
import app.attune.ui.Texts;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Edits for which part of its users a rule is.
final class RolloutEditor extends VBox {
    private static final double GAP = 6;

    private final Texts texts = Texts.of("rules");
    private final PercentField percent;
    private final TextField salt = new TextField();
    private Consumer<Rollout> edited = rollout -> {};
    private Rollout current = Rollout.everybody();

    RolloutEditor() {
        setSpacing(GAP);
        percent = new PercentField(
                "rollout", texts.get("rules.rollout"), texts, value -> set(new Rollout(value, current.salt())));
        salt.setId("rolloutSalt");
        salt.setAccessibleText(texts.get("rules.salt"));
        salt.textProperty().addListener((observed, before, now) -> set(new Rollout(current.percent(), now.strip())));
        labelled(texts.get("rules.rollout"), percent.field(), percent);
        labelled(texts.get("rules.salt"), salt, salt);
    }

    private void labelled(String text, TextField field, javafx.scene.Node node) {
        Label label = new Label(text);
        label.getStyleClass().add("form-label");
        label.setWrapText(true);
        label.setLabelFor(field);
        getChildren().addAll(label, node);
    }

    void onEdited(Consumer<Rollout> handler) {
        edited = handler;
    }

    void show(Rule rule) {
        current = rule.limits().rollout();
        percent.show(current.percent());
        salt.setPromptText(rule.id().value());
        if (!salt.getText().strip().equals(current.salt())) {
            salt.setText(current.salt());
        }
    }

    private void set(Rollout rollout) {
        if (!rollout.equals(current)) {
            current = rollout;
            edited.accept(rollout);
        }
    }
}
