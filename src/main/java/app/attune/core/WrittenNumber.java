package app.attune.core;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// Numbers as people write them: with a decimal point, perhaps with an exponent.
public final class WrittenNumber {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final int LONGEST = 40;

    private WrittenNumber() {}

    /// Empty if the text is no number, or one that is not finite.
    public static OptionalDouble of(String text) {
        String trimmed = text.strip();
        if (trimmed.length() > LONGEST || !NUMBER.matcher(trimmed).matches()) {
            return OptionalDouble.empty();
        }
        double number = Double.parseDouble(trimmed) + 0.0;
        return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    }
}
