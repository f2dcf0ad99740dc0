package app.attune.events;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the numbers of a column count: whole amounts, or parts of them such as cents.
public enum AmountUnit {
    ONES(1, "As written"),
    HUNDREDTHS(100, "Hundredths (cents)"),
    THOUSANDTHS(1_000, "Thousandths"),
    MILLIONTHS(1_000_000, "Millionths (micros)");

    private static final List<String> CENTS = List.of("cents", "pence", "minor");
    private static final List<String> TIMES = List.of("time", "timestamp", "ts", "duration", "latency", "at");

    private final int parts;
    private final String label;

    AmountUnit(int parts, String label) {
        this.parts = parts;
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// Such as "hundredths".
    public String words() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// How many of them are one whole.
    int parts() {
        return parts;
    }

    /// The whole amount that so many are.
    double of(double number) {
        return number / parts;
    }

    /// The same of a number written with a decimal point and no grouping. Without an exponent no digit is lost.
    String of(String number) {
        if (this == ONES) {
            return number;
        }
        return number.indexOf('e') >= 0 || number.indexOf('E') >= 0
                ? Double.toString(of(Double.parseDouble(number)))
                : plain(new BigDecimal(number).divide(BigDecimal.valueOf(parts)));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /// What a column counts by its name, such as `price_cents`; times have no amounts.
    static Optional<AmountUnit> namedBy(String column) {
        List<String> words = List.of(MappingGuess.keptName(column).split("[_.]"));
        if (words.stream().anyMatch(TIMES::contains)) {
            return Optional.empty();
        }
        return words.stream().anyMatch(CENTS::contains)
                ? Optional.of(HUNDREDTHS)
                : words.contains("micros") ? Optional.of(MILLIONTHS) : Optional.empty();
    }
}
