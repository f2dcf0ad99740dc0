package app.attune.export;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Reads SQL as the documentation of BigQuery and Snowflake says it is made of words, literals and comments.
///
/// BigQuery, "Lexical structure and syntax": texts between `'` or `"`, or three of either; a backslash and one of
/// `a b f n r t v \ ? " ' \``, or up to three octal digits, `x` and two, `u` and four, `U` and eight hexadecimal
/// digits;
/// surrogates are refused; no line ends in a text of one quote; `r` before it takes backslashes as they are; names
/// between backquotes; comments after `#` or `--`, and between `/*` and `*/`.
///
/// Snowflake, "String & binary data types": texts between `'`, where `''` is one; a backslash and one of
/// `' " \ b f n r t 0`, or three octal digits, `x` and two, `u` and four hexadecimal digits, and before any other
/// letter
/// it is left out; texts between `$$` as they are; comments after `--` or `//`, and between `/*` and `*/`; names
/// between
/// `"`.
final class SqlLiterals {
    private static final Map<Character, String> SHORT =
            Map.of('b', "\b", 'f', "\f", 'n', "\n", 'r', "\r", 't', "\t", '\\', "\\", '\'', "'", '"', "\"");
    private static final int OCTAL = 8;

    private final boolean isBigQuery;
    private final String text;
    private final List<String> words = new ArrayList<>();
    private final List<String> literals = new ArrayList<>();
    private int at;

    private SqlLiterals(String dialect, String text) {
        this.isBigQuery = dialect.equals("bigquery");
        this.text = text;
    }

    /// @param words    words and signs, `'` for each literal, without comments
    /// @param literals what each means
    record Read(List<String> words, List<String> literals) {}

    static Read read(String dialect, String text) {
        SqlLiterals reader = new SqlLiterals(dialect, text);
        while (reader.at < text.length()) {
            reader.next();
        }
        return new Read(reader.words, reader.literals);
    }

    private void next() {
        char letter = text.charAt(at);
        if (Character.isWhitespace(letter)) {
            at++;
        } else if (begins("--") || begins(isBigQuery ? "#" : "//")) {
            while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
                at++;
            }
        } else if (begins("/*")) {
            at = after("*/", at + 2);
        } else if (letter == '\'' || (isBigQuery && letter == '"')) {
            words.add("'");
            literals.add(literal(letter));
        } else if (letter == '"' || letter == '`') {
            int end = after(String.valueOf(letter), at + 1);
            words.add(text.substring(at, end));
            at = end;
        } else if (begins("$$") || begins("r'") || begins("b'") || begins("R'")) {
            throw new IllegalArgumentException("A literal of a kind that nobody writes, at " + at);
        } else {
            word();
        }
    }

    private void word() {
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_' || text.charAt(at) == '.')) {
            at++;
        }
        at = Math.max(at, start + 1);
        words.add(text.substring(start, at));
    }

    private boolean begins(String sign) {
        return text.startsWith(sign, at);
    }

    private int after(String end, int from) {
        int found = text.indexOf(end, from);
        if (found < 0) {
            throw new IllegalArgumentException("No " + end + " after " + from);
        }
        return found + end.length();
    }

    private String literal(char quote) {
        if (isBigQuery && begins(String.valueOf(quote).repeat(3))) {
            throw new IllegalArgumentException("A literal of three quotes, at " + at);
        }
        StringBuilder value = new StringBuilder();
        at++;
        while (true) {
            char letter = text.charAt(at++);
            if (letter == quote && !isBigQuery && begins(String.valueOf(quote))) {
                at++;
                value.append(quote);
            } else if (letter == quote) {
                return value.toString();
            } else if (letter == '\\') {
                escaped(value);
            } else if (isBigQuery && (letter == '\n' || letter == '\r')) {
                throw new IllegalArgumentException("A line ends within a text, at " + at);
            } else {
                value.append(letter);
            }
        }
    }

    private void escaped(StringBuilder value) {
        char letter = text.charAt(at++);
        if (SHORT.containsKey(letter)) {
            value.append(SHORT.getOrDefault(letter, ""));
        } else if (letter == 'x' || letter == 'u' || (isBigQuery && letter == 'U')) {
            int digits = letter == 'x' ? 2 : letter == 'u' ? 4 : 8;
            int code = HexFormat.fromHexDigits(text, at, at + digits);
            at += digits;
            if (isBigQuery && code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE) {
                throw new IllegalArgumentException("Half of a letter, at " + at);
            }
            value.appendCodePoint(code);
        } else if (letter >= '0' && letter <= '7') {
            octal(letter, value);
        } else if (isBigQuery && "av?`".indexOf(letter) >= 0) {
            value.append(letter == 'a' ? '\u0007' : letter == 'v' ? '\u000b' : letter);
        } else if (isBigQuery) {
            throw new IllegalArgumentException("An escape that there is not: " + letter);
        } else {
            value.append(letter);
        }
    }

    private void octal(char first, StringBuilder value) {
        boolean isThree = at + 1 < text.length()
                && Character.digit(text.charAt(at), OCTAL) >= 0
                && Character.digit(text.charAt(at + 1), OCTAL) >= 0;
        if (isThree) {
            value.append((char) Integer.parseInt(text.substring(at - 1, at + 2), OCTAL));
            at += 2;
        } else if (first == '0' && !isBigQuery) {
            value.append('\0');
        } else {
            throw new IllegalArgumentException("An octal escape of less than three digits, at " + at);
        }
    }
}
