package app.attune.export.dmn;

import app.attune.export.flags.Field;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Locale;

/// Names and literals of FEEL, in printable ASCII only.
final class Feel {
    private Feel() {}

    /// A text as a literal.
    static String text(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"' || letter == '\\') {
                literal.append('\\').append(letter);
            } else if (letter >= ' ' && letter <= '~') {
                literal.append(letter);
            } else {
                literal.append(String.format(Locale.ROOT, "\\u%04x", (int) letter));
            }
        }
        return literal.append('"').toString();
    }

    /// A number as a literal, without an exponent.
    static String number(JsonNode number) {
        return number.isIntegralNumber()
                ? Long.toString(number.longValue())
                : BigDecimal.valueOf(number.doubleValue()).stripTrailingZeros().toPlainString();
    }

    /// A name for a field that no other field has and that is no word of FEEL: an underscore is doubled, and what else
    /// is not a letter or a digit of ASCII is written as its number.
    static String name(Field field) {
        StringBuilder name = new StringBuilder(field.kind() == Field.Kind.ANY ? "any_" : "");
        name.append(field.source().word()).append('_');
        for (int i = 0; i < field.name().length(); i++) {
            char letter = field.name().charAt(i);
            boolean isPlain = letter < 128 && Character.isLetterOrDigit(letter);
            String coded = letter == '_' ? "__" : String.format(Locale.ROOT, "_%04x", (int) letter);
            name.append(isPlain ? String.valueOf(letter) : coded);
        }
        return name.toString();
    }

    /// A name for a flag; keys have no underscores.
    static String name(String key) {
        return key.replace('-', '_');
    }
}
