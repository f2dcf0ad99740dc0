package app.attune.segments.text;

import java.util.ArrayList;
import java.util.List;

/// Splits a text into lines of words, quoted texts, commas and brackets, each with its remarks.
final class TextLexer {
    private static final int TAB = 2;
    private static final int HEX = 16;
    private static final int HEX_DIGITS = 4;

    private final String line;
    private final int number;
    private final List<TextToken> tokens = new ArrayList<>();
    private int at;

    private TextLexer(String line, int number) {
        this.line = line;
        this.number = number;
    }

    /// The lines that say something. A remark belongs to the line it ends, or else to the next.
    static List<TextLine> lines(String text) {
        String[] all = ConditionText.withoutMark(text).split("\r\n|\r|\n", -1);
        List<TextLine> lines = new ArrayList<>();
        TextRemarks remarks = new TextRemarks();
        for (int i = 0; i < all.length; i++) {
            TextLexer lexer = new TextLexer(all[i], i + 1);
            int indent = lexer.indent();
            lexer.read();
            boolean hasRemark =
                    !lexer.tokens.isEmpty() && lexer.tokens.getLast().kind() == TextToken.Kind.REMARK;
            if (hasRemark) {
                remarks.add(lexer.tokens.removeLast(), indent);
            }
            if (!lexer.tokens.isEmpty()) {
                lines.add(new TextLine(i + 1, indent, lexer.tokens, remarks.above(indent)));
            }
        }
        remarks.end();
        return lines;
    }

    private int indent() {
        int indent = 0;
        for (; at < line.length() && isBlank(line.charAt(at)); at++) {
            indent += line.charAt(at) == '\t' ? TAB : 1;
        }
        return indent;
    }

    private void read() {
        while (at < line.length()) {
            char next = line.charAt(at);
            if (next == '#') {
                add(remark(), TextToken.Kind.REMARK, at);
                return;
            }
            if (isBlank(next)) {
                at++;
            } else if (next == '"') {
                quoted();
            } else if (isMark(next)) {
                add(String.valueOf(next), TextToken.Kind.MARK, at++);
            } else {
                word();
            }
        }
    }

    private void word() {
        int start = at;
        while (at < line.length() && !isBlank(line.charAt(at)) && !isMark(line.charAt(at)) && line.charAt(at) != '"') {
            at++;
        }
        add(line.substring(start, at), TextToken.Kind.WORD, start);
    }

    /// As it is written, or as a text in quotation marks where it is nothing else.
    private String remark() {
        String text = line.substring(at + 1).strip();
        if (!text.startsWith("\"")) {
            return text;
        }
        try {
            TextLexer inner = new TextLexer(text, number);
            inner.read();
            boolean isText = inner.tokens.size() == 1 && inner.tokens.getFirst().kind() == TextToken.Kind.QUOTED;
            return isText ? inner.tokens.getFirst().text() : text;
        } catch (UnreadableText e) {
            return text;
        }
    }

    private void quoted() {
        int start = at++;
        StringBuilder text = new StringBuilder();
        while (at < line.length() && line.charAt(at) != '"') {
            char next = line.charAt(at++);
            text.append(next == '\\' ? escaped() : next);
        }
        if (at == line.length()) {
            throw TextProblems.at(
                    number,
                    start + 1,
                    "this quotation mark is not closed on its line",
                    "Close it; a line break within a text is written \\n.");
        }
        at++;
        add(text.toString(), TextToken.Kind.QUOTED, start);
    }

    private char escaped() {
        char letter = at < line.length() ? line.charAt(at++) : ' ';
        return switch (letter) {
            case '"', '\\' -> letter;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default ->
                throw TextProblems.at(
                        number,
                        at - 1,
                        "a backslash stands before \", \\, n, r, t or u and four digits only",
                        "Write a backslash itself twice: \\\\.");
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < HEX_DIGITS; i++) {
            int digit = at < line.length() ? Character.digit(line.charAt(at++), HEX) : -1;
            if (digit < 0) {
                throw TextProblems.at(
                        number,
                        at,
                        "\\u is followed by four digits or letters from a to f",
                        "Write it as in \\u00e9, or the letter itself.");
            }
            code = code * HEX + digit;
        }
        return (char) code;
    }

    private void add(String text, TextToken.Kind kind, int start) {
        tokens.add(new TextToken(text, kind, number, start + 1));
    }

    private static boolean isBlank(char letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }

    private static boolean isMark(char letter) {
        return letter == ',' || letter == '(' || letter == ')';
    }
}
