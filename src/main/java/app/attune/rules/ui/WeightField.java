package app.attune.rules.ui;

import app.attune.rules.HitPolicy;
import app.attune.rules.Rule;
import app.attune.rules.RuleId;
import app.attune.ui.Texts;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// A field for the weight of a rule; empty for none. Another text is named and not taken.
final class WeightField extends VBox {
    private static final double GAP = 6;

    private final Texts texts = Texts.of("rules");
    private final TextField field = new TextField();
    private final Label problem = new Label(texts.get("rules.weight.bad"));
    private final Label hint = new Label();
    private Consumer<OptionalInt> edited = weight -> {};
    private Optional<RuleId> rule = Optional.empty();
    private boolean showing;

    WeightField() {
        setSpacing(GAP);
        Label label = new Label(texts.get("rules.weight"));
        label.getStyleClass().add("form-label");
        label.setLabelFor(field);
        field.setId("weight");
        field.setAccessibleText(texts.get("rules.weight"));
        field.setPromptText(texts.get("rules.weight.none"));
        field.textProperty().addListener((observed, before, now) -> typed(now));
        problem.getStyleClass().add("field-problem");
        problem.setWrapText(true);
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        mark(false);
        getChildren().addAll(label, field, problem, hint);
    }

    void onEdited(Consumer<OptionalInt> handler) {
        edited = handler;
    }

    /// Leaves what is typed for the same rule where it says the same.
    void show(Rule shown) {
        boolean same = Optional.of(shown.id()).equals(rule);
        rule = Optional.of(shown.id());
        if (!same || !read(field.getText()).equals(Optional.of(shown.weight()))) {
            showing = true;
            field.setText(
                    shown.weight().isEmpty()
                            ? ""
                            : Integer.toString(shown.weight().getAsInt()));
            showing = false;
        }
    }

    /// Says whether weights say anything.
    void show(HitPolicy policy) {
        hint.setText(texts.get(policy.isByWeight() ? "rules.weight.hint" : "rules.weight.ignored"));
    }

    private void typed(String text) {
        Optional<OptionalInt> weight = read(text);
        mark(weight.isEmpty());
        if (!showing) {
            weight.ifPresent(edited);
        }
    }

    private void mark(boolean wrong) {
        problem.setVisible(wrong);
        problem.setManaged(wrong);
    }

    /// Empty if it is no weight; within, empty if it says none.
    private static Optional<OptionalInt> read(String text) {
        if (text.isBlank()) {
            return Optional.of(OptionalInt.empty());
        }
        try {
            int weight = Integer.parseInt(text.strip());
            return weight >= 0 && weight <= Rule.HEAVIEST ? Optional.of(OptionalInt.of(weight)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
