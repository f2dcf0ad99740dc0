package app.attune.events;

import app.attune.core.ProblemException;
import java.util.Locale;

/// What a filter's text asks for: an operator and one or two operands.
///
/// @param high only of a range
record FilterText(Operator operator, String low, String high) {
    /// How a cell is held against the operands.
    enum Operator {
        EMPTY,
        FILLED,
        EQUAL,
        NOT_EQUAL,
        ABOVE,
        AT_LEAST,
        BELOW,
        AT_MOST,
        BETWEEN,
        OUTSIDE,
        REPEATED,
        PART
    }

    static FilterText of(String written) {
        String text = written.strip();
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "empty" -> new FilterText(Operator.EMPTY, "", "");
            case "repeated" -> new FilterText(Operator.REPEATED, "", "");
            case "filled" -> new FilterText(Operator.FILLED, "", "");
            default -> compared(text);
        };
    }

    private static FilterText compared(String text) {
        if (text.startsWith("!=")) {
            return new FilterText(Operator.NOT_EQUAL, text.substring(2).strip(), "");
        }
        if (text.startsWith(">=")) {
            return new FilterText(Operator.AT_LEAST, text.substring(2).strip(), "");
        }
        if (text.startsWith("<=")) {
            return new FilterText(Operator.AT_MOST, text.substring(2).strip(), "");
        }
        if (text.startsWith("=")) {
            return new FilterText(Operator.EQUAL, text.substring(1).strip(), "");
        }
        if (text.startsWith(">")) {
            return new FilterText(Operator.ABOVE, text.substring(1).strip(), "");
        }
        if (text.startsWith("<")) {
            return new FilterText(Operator.BELOW, text.substring(1).strip(), "");
        }
        boolean outside = text.startsWith("!");
        int dots = text.indexOf("..");
        return dots > 0 && dots + 2 < text.length()
                ? new FilterText(
                        outside ? Operator.OUTSIDE : Operator.BETWEEN,
                        text.substring(outside ? 1 : 0, dots).strip(),
                        text.substring(dots + 2).strip())
                : new FilterText(Operator.PART, text, "");
    }

    static ProblemException bad(String written, String why) {
        return ProblemException.of(
                "data.bad-filter",
                "The filter \"" + written + "\" cannot be read: " + why + ".",
                "Write for example =view, =view|cart, !=view, >100, 1..5, !1..5, 2026-10-01, empty, filled, repeated or part of a text.");
    }
}
