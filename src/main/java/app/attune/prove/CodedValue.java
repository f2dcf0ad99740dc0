package app.attune.prove;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/// Values as texts of small letters and digits, in whose order they are, for engines that fold texts or cut numbers.
///
/// A text is `t` and each of its bytes in UTF-8 as `x` and two digits; a number is `n` and 16 digits of its bits, the
/// sign turned so that order is kept; a date is `d` and the same of its milliseconds; what is of no kind asked for is
/// `o`.
public final class CodedValue {
    private static final HexFormat HEX = HexFormat.of();

    private CodedValue() {}

    /// @param kind of the field: `text`, `number`, `date` or `any`
    public static String of(String kind, JsonNode value) {
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "number" -> "n" + ordered(value.doubleValue() + 0.0);
            case "date" -> "d" + digits(value.longValue() ^ Long.MIN_VALUE);
            default -> value.isTextual() ? "t" + part(value.textValue()) : "o";
        };
    }

    /// A text inside another one.
    public static String part(String text) {
        StringBuilder code = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            code.append('x').append(HEX.toHexDigits(one));
        }
        return code.toString();
    }

    /// Numbers below zero have all bits turned, others the sign only.
    private static String ordered(double number) {
        long bits = Double.doubleToLongBits(number);
        return digits(bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
    }

    private static String digits(long bits) {
        return HEX.toHexDigits(bits);
    }
}
