package app.attune.core.json;

import java.util.HexFormat;
import java.util.OptionalInt;

/// Finds halves of characters in JSON texts, written out or escaped: no encoding can store them.
final class Surrogates {
    private static final int ESCAPED = 6;

    private Surrogates() {}

    /// The position of the first surrogate without its partner. Cost: one pass.
    static OptionalInt lone(String text) {
        int i = 0;
        while (i < text.length()) {
            int width = width(text, i);
            char here = unit(text, i, width);
            int next = i + width;
            if (!Character.isSurrogate(here)) {
                i = next;
                continue;
            }
            int second = next < text.length() ? width(text, next) : 0;
            if (second == 0 || !Character.isSurrogatePair(here, unit(text, next, second))) {
                return OptionalInt.of(i);
            }
            i = next + second;
        }
        return OptionalInt.empty();
    }

    /// How many characters of the text stand for one: six of a four-digit escape, two of another escape.
    private static int width(String text, int at) {
        if (text.charAt(at) != '\\' || at + 1 == text.length()) {
            return 1;
        }
        return text.charAt(at + 1) == 'u' && at + ESCAPED <= text.length() ? ESCAPED : 2;
    }

    private static char unit(String text, int at, int width) {
        if (width != ESCAPED) {
            return width == 1 ? text.charAt(at) : ' ';
        }
        String digits = text.substring(at + 2, at + ESCAPED);
        return digits.chars().allMatch(HexFormat::isHexDigit) ? (char) HexFormat.fromHexDigits(digits) : ' ';
    }
}
