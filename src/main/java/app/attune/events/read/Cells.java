package app.attune.events.read;

import java.util.ArrayList;
import java.util.List;

/// Cuts lines whose values stand between blanks, as many as there are.
final class Cells {
    private Cells() {}

    /// Values in double quotes may hold blanks. A tab is a separator of its own, so values between tabs may be empty.
    static List<String> cut(String line) {
        if (line.indexOf('\t') >= 0 && line.indexOf('"') < 0) {
            return List.of(line.strip().split("\t", -1)).stream()
                    .map(String::strip)
                    .toList();
        }
        List<String> cells = new ArrayList<>();
        int i = 0;
        while (true) {
            i = skipBlanks(line, i);
            if (i >= line.length()) {
                return cells;
            }
            int close = line.charAt(i) == '"' ? closing(line, i) : -1;
            int end = close < 0 ? nextBlank(line, i) : close + 1;
            cells.add(
                    close < 0
                            ? line.substring(i, end)
                            : line.substring(i + 1, close).replace("\"\"", "\""));
            i = end;
        }
    }

    /// Whether a line holds no value; other than [String#isBlank], blanks that forbid a line break are blank here.
    static boolean isBlank(String line) {
        return line.isBlank() || skipBlanks(line, 0) == line.length();
    }

    /// The quote that ends the value: one before a blank or the line's end.
    private static int closing(String line, int open) {
        int at = line.indexOf('"', open + 1);
        while (at >= 0 && at + 1 < line.length() && !isBlank(line.charAt(at + 1))) {
            at = line.indexOf('"', at + 1);
        }
        return at;
    }

    private static int skipBlanks(String line, int from) {
        int i = from;
        while (i < line.length() && isBlank(line.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int nextBlank(String line, int from) {
        int i = from;
        while (i < line.length() && !isBlank(line.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u00A0';
    }
}
