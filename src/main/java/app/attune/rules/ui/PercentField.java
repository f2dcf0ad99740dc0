package app.attune.rules.ui;

import app.attune.ui.Texts;
import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// A field for a percentage from 0 to 100; another text is named and not taken.
final class PercentField extends VBox {
    private static final double MOST = 100;

    private final TextField field = new TextField();
    private final Label problem;
    private boolean showing;

    PercentField(String id, String name, Texts texts, DoubleConsumer taken) {
        problem = new Label(texts.get("rules.percent.bad"));
        problem.getStyleClass().add("field-problem");
        problem.setWrapText(true);
        mark(false);
        field.setId(id);
        field.setAccessibleText(name);
        field.textProperty().addListener((observed, before, now) -> typed(now, taken));
        getChildren().addAll(field, problem);
    }

    TextField field() {
        return field;
    }

    private void typed(String text, DoubleConsumer taken) {
        OptionalDouble number = number(text);
        mark(number.isEmpty());
        if (!showing) {
            number.ifPresent(taken);
        }
    }

    /// Leaves what is typed where it says the same.
    void show(double percent) {
        if (number(field.getText()).orElse(-1) != percent) {
            showing = true;
            field.setText(BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString());
            showing = false;
        }
    }

    private void mark(boolean wrong) {
        problem.setVisible(wrong);
        problem.setManaged(wrong);
    }

    private static OptionalDouble number(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            return value >= 0 && value <= MOST ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
