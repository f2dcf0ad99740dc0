package app.attune.events.read.shape;

import java.math.BigDecimal;
import java.util.Optional;

/// Exact numbers of a length that stays harmless.
final class Decimals {
    private static final int MAX_LENGTH = 60;
    private static final int MAX_SCALE = 60;

    private Decimals() {}

    static Optional<BigDecimal> parse(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH || !text.matches("[+-]?[0-9.]+([eE][+-]?[0-9]{1,3})?")) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(text);
            return Math.abs(number.scale()) > MAX_SCALE ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// Without an exponent and without zeros at the end.
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
