package app.attune.segments.text;

import app.attune.segments.AllOf;
import app.attune.segments.AnyOf;
import app.attune.segments.Condition;
import app.attune.segments.ConditionCheck;
import app.attune.segments.Mark;
import app.attune.segments.Marks;
import app.attune.segments.NoneOf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads the groups of the text form: who is indented further belongs to the group above, or continues the row above.
final class TextReader {
    private static final String HEAD =
            "Write a row such as: country is \"DE\", or: all of, with rows indented below it.";

    private final List<TextLine> lines;
    private int at;

    private TextReader(List<TextLine> lines) {
        this.lines = lines;
    }

    /// @throws UnreadableText where it cannot be read
    static Condition read(String text) {
        TextReader reader = new TextReader(TextLexer.lines(text));
        if (reader.lines.isEmpty()) {
            throw TextProblems.at(1, 1, "there is nothing but blank lines", HEAD);
        }
        Condition condition = reader.condition(0);
        if (reader.at < reader.lines.size()) {
            throw TextProblems.at(
                    reader.lines.get(reader.at).first(),
                    "a second condition starts",
                    "Write \"all of\" or \"any of\" above them, and indent both below it.");
        }
        return condition;
    }

    private Condition condition(int depth) {
        TextLine line = lines.get(at);
        if (depth > ConditionCheck.DEEPEST) {
            throw TextProblems.at(
                    line.first(),
                    "groups are nested more than " + ConditionCheck.DEEPEST + " deep",
                    "Take inner groups out, or make a segment of its own of them.");
        }
        TextCursor head = new TextCursor(List.of(line));
        Set<Mark> marks = marks(head);
        int start = at;
        Optional<Condition> group = group(head, depth);
        int end = group.isPresent() ? start + 1 : endOfRow();
        Condition part = group.orElseGet(() -> row(start, end));
        String comment = lines.subList(start, end).stream()
                .flatMap(one -> one.remarks().stream())
                .collect(Collectors.joining("\n"));
        return Marks.marked(part, marks, comment);
    }

    private static Set<Mark> marks(TextCursor row) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        for (boolean more = true; more; ) {
            more = Arrays.stream(Mark.values())
                    .filter(mark -> row.takes(TextWords.of(mark)))
                    .anyMatch(marks::add);
        }
        return marks;
    }

    private Optional<Condition> group(TextCursor head, int depth) {
        if (head.takes("all of")) {
            return Optional.of(new AllOf(parts(head, depth)));
        }
        if (head.takes("any of")) {
            return Optional.of(new AnyOf(parts(head, depth)));
        }
        return head.takes("none of") ? Optional.of(new NoneOf(parts(head, depth))) : Optional.empty();
    }

    private List<Condition> parts(TextCursor head, int depth) {
        if (!head.isAtEnd()) {
            throw head.expected("the end of the line is", List.of());
        }
        int outer = lines.get(at++).indent();
        List<Condition> parts = new ArrayList<>();
        int inner = at < lines.size() ? lines.get(at).indent() : 0;
        while (at < lines.size() && lines.get(at).indent() > outer) {
            if (lines.get(at).indent() != inner) {
                throw TextProblems.at(
                        lines.get(at).first(),
                        "it is indented by " + lines.get(at).indent() + ", the row above in its group by " + inner,
                        "Start all rows of a group below each other.");
            }
            parts.add(condition(depth + 1));
        }
        return parts;
    }

    private Condition row(int start, int end) {
        TextCursor row = new TextCursor(lines.subList(start, end));
        marks(row);
        at = end;
        return new RowReader(row).row();
    }

    /// After the line and those below it that are indented further.
    private int endOfRow() {
        int end = at + 1;
        while (end < lines.size() && lines.get(end).indent() > lines.get(at).indent()) {
            end++;
        }
        return end;
    }
}
