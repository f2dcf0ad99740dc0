package app.attune.events.read.log;

import java.util.List;

/// Takes a pattern apart into fields and the texts between them.
final class PatternScanner {
    private final String pattern;
    private final StringBuilder text = new StringBuilder();
    private int at;

    PatternScanner(String pattern) {
        this.pattern = pattern;
    }

    /// @param texts gets one more than there are fields
    void scan(List<String> texts, List<String> fields) {
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c == '%' && pattern.startsWith("%%", at)) {
                text.append('%');
                at += 2;
            } else if (c == '%' || (c == '$' && at + 1 < pattern.length() && isWord(pattern.charAt(at + 1)))) {
                int from = at;
                String field = c == '%' ? apache() : nginx();
                boolean bracketed = pattern.startsWith("%t", from) && !endsWith(text, "[");
                texts.add(text + (bracketed ? "[" : ""));
                text.setLength(0);
                text.append(bracketed ? "]" : "");
                fields.add(field);
            } else {
                text.append(c);
                at++;
            }
        }
        texts.add(text.toString());
    }

    /// `%>s`, `%{Referer}i`, `%!200,304{User-agent}i`.
    private String apache() {
        int i = at + 1;
        while (i < pattern.length() && "<>!,0123456789".indexOf(pattern.charAt(i)) >= 0) {
            i++;
        }
        String argument = "";
        if (i < pattern.length() && pattern.charAt(i) == '{') {
            int end = pattern.indexOf('}', i);
            if (end < 0) {
                throw LinePattern.bad(pattern, "a brace is not closed");
            }
            argument = pattern.substring(i + 1, end);
            i = end + 1;
        }
        if (i >= pattern.length()) {
            throw LinePattern.bad(pattern, "it ends in the middle of a field");
        }
        // The older notations `%^FU` and the like have a letter more.
        int letters = pattern.charAt(i) == '^' ? Math.min(3, pattern.length() - i) : 1;
        String letter = pattern.substring(i, i + letters);
        at = i + letters;
        return FieldNames.apache(letter, argument);
    }

    private String nginx() {
        int end = at + 1;
        while (end < pattern.length() && isWord(pattern.charAt(end))) {
            end++;
        }
        String name = pattern.substring(at + 1, end);
        at = end;
        return FieldNames.nginx(name);
    }

    private static boolean isWord(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private static boolean endsWith(StringBuilder text, String end) {
        return text.length() >= end.length()
                && text.substring(text.length() - end.length()).equals(end);
    }
}
