package app.attune.events.read;

import java.util.OptionalDouble;

/// Numbers as files write them.
public final class NumberText {
    private static final int EXACT_DIGITS = 15;

    private NumberText() {}

    /// The finite number `text` stands for, or empty. With a decimal comma, points between groups of three digits
    /// are left out; with a decimal point, commas between groups of three digits are.
    public static OptionalDouble parse(String text, DecimalMark mark) {
        String plain = plain(text, mark);
        if (plain.isEmpty()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(plain);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /// The same number with a decimal point and no grouping, or empty text if it is no number.
    public static String plain(String text, DecimalMark mark) {
        String stripped = text.strip();
        boolean groups = mark == DecimalMark.COMMA && isGrouped(stripped, '.', ',');
        if (!groups && isPlain(stripped)) {
            return stripped;
        }
        char decimal = mark == DecimalMark.POINT ? '.' : ',';
        char group = mark == DecimalMark.POINT ? ',' : '.';
        String ungrouped = isGrouped(stripped, group, decimal) ? stripped.replace(String.valueOf(group), "") : stripped;
        String candidate = decimal == ',' && ungrouped.indexOf('.') < 0 ? ungrouped.replace(',', '.') : ungrouped;
        return isPlain(candidate) ? candidate : "";
    }

    private static boolean isGrouped(String text, char group, char decimal) {
        int whole = text.indexOf(decimal) < 0 ? text.length() : text.indexOf(decimal);
        int digits = 0;
        boolean any = false;
        for (int i = whole - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (c == group) {
                if (digits != 3) {
                    return false;
                }
                digits = 0;
                any = true;
            } else if (Character.isDigit(c)) {
                digits++;
            } else if (i > 0) {
                return false;
            }
        }
        return any && digits > 0 && digits <= 3 && text.indexOf(group, whole) < 0;
    }

    /// Optional sign, digits, optional fraction, optional exponent; nothing else that Java would take.
    static boolean isPlain(String text) {
        int i = digits(text, sign(text, 0));
        int whole = i - sign(text, 0);
        int fraction = 0;
        if (i < text.length() && text.charAt(i) == '.') {
            int end = digits(text, i + 1);
            fraction = end - i - 1;
            i = end;
        }
        if (whole + fraction == 0) {
            return false;
        }
        if (i < text.length() && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
            int from = sign(text, i + 1);
            int end = digits(text, from);
            return end > from && end == text.length();
        }
        return i == text.length();
    }

    /// Digits with an optional sign.
    static boolean isWhole(String text) {
        int from = sign(text, 0);
        return text.length() > from && digits(text, from) == text.length();
    }

    /// A whole number written with a fraction of zeros, such as `17850.0`.
    public static boolean isWholeWithPoint(String text) {
        int point = text.indexOf('.');
        return point > 0
                && isWhole(text.substring(0, point))
                && text.substring(point + 1).matches("0+");
    }

    /// Whether the text is a whole number that names something rather than counts it: as a number it would lose its
    /// leading zero, or some of its more than 15 digits.
    public static boolean isCode(String text) {
        int from = sign(text, 0);
        int digits = text.length() - from;
        return isWhole(text) && (digits > EXACT_DIGITS || (digits > 1 && text.charAt(from) == '0'));
    }

    /// The same number, written so that it is no code.
    public static String counted(String plain) {
        if (!isCode(plain)) {
            return plain;
        }
        String digits = plain.replaceFirst("^([+-]?)0+(?=\\d)", "$1");
        return isCode(digits) ? Double.toString(Double.parseDouble(digits)) : digits;
    }

    private static int sign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
    }

    private static int digits(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }
}
