package app.attune.segments.ui;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import javafx.scene.control.TextField;

/// Percentages as they are written in fields.
final class Percent {
    private static final int DIGITS = 4;
    private static final double ALL = 100;

    private Percent() {}

    static TextField field(Choices.Name name, double percent) {
        return Choices.field(
                name, BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString(), DIGITS);
    }

    /// From 0 to 100; empty for anything else.
    static OptionalDouble of(String text) {
        String digits = text.strip();
        if (!digits.matches("\\d{1,3}(\\.\\d{1,6})?")) {
            return OptionalDouble.empty();
        }
        double percent = Double.parseDouble(digits);
        return percent <= ALL ? OptionalDouble.of(percent) : OptionalDouble.empty();
    }
}
