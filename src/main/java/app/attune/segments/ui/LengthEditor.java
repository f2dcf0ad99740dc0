package app.attune.segments.ui;

import app.attune.segments.Window;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/// A whole number of units of time, never torn over two lines.
final class LengthEditor {
    private static final int DIGITS = 3;

    private LengthEditor() {}

    /// How long.
    record Length(int amount, Window.Unit unit) {
        Length with(int other) {
            return new Length(other, unit);
        }

        Length with(Window.Unit other) {
            return new Length(amount, other);
        }
    }

    static HBox of(Spot<Length> spot) {
        Length now = spot.now();
        TextField field =
                Choices.field(spot.place().name("amount", "window.amount"), Integer.toString(now.amount()), DIGITS);
        field.textProperty().addListener((observed, old, text) -> {
            spot.place()
                    .mark(field, amount(text).isPresent() ? "" : spot.place().text("wrong.amount"));
            amount(text).ifPresent(typed -> spot.typed(length -> length.with(typed)));
        });
        ComboBox<Window.Unit> units = Choices.of(
                spot.place().name("unit", "window.unit"),
                List.of(Window.Unit.values()),
                now.unit(),
                choice -> spot.place().text("unit." + choice.name().toLowerCase(Locale.ROOT)));
        Choices.onPick(units, picked -> spot.change(length -> length.with(picked)));
        HBox pair = new HBox(field, units);
        pair.getStyleClass().add("condition-pair");
        return pair;
    }

    private static Optional<Integer> amount(String text) {
        return text.strip().matches("[1-9]\\d{0,4}") ? Optional.of(Integer.valueOf(text.strip())) : Optional.empty();
    }
}
