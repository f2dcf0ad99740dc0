package app.attune.segments.text;

import java.util.ArrayList;
import java.util.List;

/// Remarks of the text form, which are the comments of the parts below them.
final class TextRemarks {
    private static final String SIGN = "#";

    private record Remark(TextToken token, int indent) {}

    private final List<Remark> waiting = new ArrayList<>();

    /// Another one, on a line that starts so far in.
    void add(TextToken remark, int indent) {
        waiting.add(new Remark(remark, indent));
    }

    /// Those since the line before, for a line that starts so far in.
    List<String> above(int indent) {
        waiting.stream().filter(remark -> remark.indent() > indent).findFirst().ifPresent(TextRemarks::refuse);
        List<String> texts =
                waiting.stream().map(remark -> remark.token().text()).toList();
        waiting.clear();
        return texts;
    }

    /// Nothing follows.
    void end() {
        waiting.stream().findFirst().ifPresent(TextRemarks::refuse);
    }

    private static void refuse(Remark remark) {
        throw TextProblems.at(
                remark.token(),
                "no row stands below this remark, at its indentation",
                "Write a remark above the row it is about. To leave a row out, write muted before it.");
    }

    /// A comment as lines of the text; none for a blank one.
    static List<String> lines(String comment) {
        if (comment.isBlank()) {
            return List.of();
        }
        String[] lines = comment.split("\n", -1);
        boolean isPlain = !lines[0].isEmpty() && !lines[lines.length - 1].isEmpty();
        for (String line : lines) {
            isPlain &= line.chars().allMatch(letter -> TextWords.isVisible((char) letter))
                    && line.equals(line.strip())
                    && !line.startsWith("\"");
        }
        return isPlain
                ? List.of(lines).stream()
                        .map(line -> line.isEmpty() ? SIGN : SIGN + " " + line)
                        .toList()
                : List.of(SIGN + " " + TextWords.quoted(comment));
    }
}
