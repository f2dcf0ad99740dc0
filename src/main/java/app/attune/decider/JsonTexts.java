package app.attune.decider;

/// Reads the texts of a JSON text, from one quotation mark to the next.
final class JsonTexts {
    private static final int HEXADECIMAL = 16;
    private static final int DIGITS = 4;

    private final String text;
    private final String what;
    private int at;

    JsonTexts(String text, String what) {
        this.text = text;
        this.what = what;
    }

    /// After the closing quotation mark of the text read last.
    int end() {
        return at;
    }

    /// @param start where its quotation mark stands
    String read(int start) {
        at = start + 1;
        int plain = at;
        while (peek() != '"' && peek() != '\\') {
            at++;
        }
        String value = text.substring(plain, at);
        if (peek() == '\\') {
            value = escaped(value);
        }
        requireWhole(value, start);
        at++;
        return value;
    }

    private String escaped(String before) {
        StringBuilder value = new StringBuilder(before);
        while (peek() != '"') {
            char here = text.charAt(at++);
            value.append(here == '\\' ? escape() : here);
        }
        return value.toString();
    }

    private char escape() {
        if (at >= text.length()) {
            throw JsonFault.end(what, text);
        }
        char letter = text.charAt(at++);
        return switch (letter) {
            case '"', '\\', '/' -> letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unit();
            default -> throw noEscape();
        };
    }

    private char unit() {
        int unit = 0;
        for (int i = 0; i < DIGITS; i++) {
            int digit = peek() < 128 ? Character.digit(peek(), HEXADECIMAL) : -1;
            if (digit < 0) {
                throw noEscape();
            }
            unit = unit * HEXADECIMAL + digit;
            at++;
        }
        return (char) unit;
    }

    private BundleException noEscape() {
        return JsonFault.at(
                what,
                text,
                at - 1,
                "a backslash stands before a character it cannot stand before",
                "Write \\\\ for one backslash.");
    }

    private void requireWhole(String value, int start) {
        for (int i = 0; i < value.length(); i++) {
            if (!Character.isSurrogate(value.charAt(i))) {
                continue;
            }
            boolean pair = i + 1 < value.length() && Character.isSurrogatePair(value.charAt(i), value.charAt(i + 1));
            if (!pair) {
                throw JsonFault.at(
                        what,
                        text,
                        start,
                        "found half of a character (a surrogate without its partner)",
                        "Replace the character there; the program that wrote the file cut it in two.");
            }
            i++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw JsonFault.end(what, text);
        }
        char here = text.charAt(at);
        if (here < ' ') {
            throw JsonFault.at(
                    what,
                    text,
                    at,
                    "a line break or control character stands inside a text",
                    "Write \\n for a line break inside a text, and close every text with a quotation mark.");
        }
        return here;
    }
}
