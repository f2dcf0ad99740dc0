package app.attune.segments.text;

import app.attune.core.Problem;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where something stands in a text of a condition; the first line is line 1, its first letter column 1.
public record TextPlace(int line, int column) {
    private static final Pattern WORDS = Pattern.compile("line (\\d{1,9}), column (\\d{1,9})");

    /// As problems name it.
    String words() {
        return "line " + line + ", column " + column;
    }

    /// The place that the problem of a text names first; empty where it names none.
    public static Optional<TextPlace> of(Problem problem) {
        Matcher found = WORDS.matcher(problem.message());
        return problem.code().equals(TextProblems.CODE) && found.find()
                ? Optional.of(new TextPlace(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))))
                : Optional.empty();
    }

    /// How many letters of `text` stand before it, at most all.
    public int in(String text) {
        int start = 0;
        for (int i = 1; i < line && text.indexOf('\n', start) >= 0; i++) {
            start = text.indexOf('\n', start) + 1;
        }
        return Math.min(start + column - 1, text.length());
    }
}
