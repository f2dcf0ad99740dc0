package app.attune.segments.text;

import app.attune.segments.AllOf;
import app.attune.segments.AnyOf;
import app.attune.segments.AttributeCondition;
import app.attune.segments.BucketCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.ConsentCondition;
import app.attune.segments.EventCondition;
import app.attune.segments.Mark;
import app.attune.segments.MarkedCondition;
import app.attune.segments.NoneOf;
import app.attune.segments.RankCondition;
import app.attune.segments.SegmentCondition;
import app.attune.segments.UserCondition;
import app.attune.segments.UserListCondition;
import app.attune.segments.WhenMissing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Writes conditions as text.
final class TextWriter {
    private static final int WIDTH = 100;
    private static final String STEP = "  ";
    private static final String CONTINUED = "    ";

    private final StringBuilder text = new StringBuilder();

    private TextWriter() {}

    static String write(Condition condition) {
        TextWriter writer = new TextWriter();
        writer.write(condition, "", "");
        return writer.text.toString();
    }

    private void write(Condition condition, String indent, String marks) {
        switch (condition) {
            case AllOf group -> group(indent + marks + "all of", group.parts(), indent);
            case AnyOf group -> group(indent + marks + "any of", group.parts(), indent);
            case NoneOf group -> group(indent + marks + "none of", group.parts(), indent);
            case MarkedCondition marked -> marked(marked, indent);
            case AttributeCondition row -> row(marks, attribute(row), indent);
            case EventCondition row -> row(marks, EventWriter.pieces(row), indent);
            case UserCondition row -> row(marks, person(row), indent);
        }
    }

    private void marked(MarkedCondition marked, String indent) {
        TextRemarks.lines(marked.comment())
                .forEach(line -> text.append(indent).append(line).append('\n'));
        String marks = Arrays.stream(Mark.values())
                .filter(marked.marks()::contains)
                .map(mark -> TextWords.of(mark) + " ")
                .collect(Collectors.joining());
        write(marked.part(), indent, marks);
    }

    private void group(String line, List<Condition> parts, String indent) {
        text.append(line).append('\n');
        parts.forEach(part -> write(part, indent + STEP, ""));
    }

    /// On one line where that is not too long, else one piece a line.
    private void row(String marks, List<String> pieces, String indent) {
        String line = String.join(" ", pieces);
        text.append(indent)
                .append(marks)
                .append(line.length() <= WIDTH ? line : String.join("\n" + indent + CONTINUED, pieces))
                .append('\n');
    }

    private static List<String> attribute(AttributeCondition row) {
        return named(
                TextWords.name(row.attribute()), TestWriter.pieces(row.comparison(), row.values(), row.whenMissing()));
    }

    /// `pieces` with a name before the first of them.
    static List<String> named(String name, List<String> pieces) {
        List<String> named = new ArrayList<>(pieces);
        named.set(0, name + " " + pieces.getFirst());
        return named;
    }

    private static List<String> person(UserCondition row) {
        return switch (row) {
            case UserListCondition list -> named("id", TestWriter.pieces(listed(list), list.ids(), WhenMissing.NO));
            case BucketCondition bucket ->
                List.of("random part " + percent(bucket.from()) + " to " + percent(bucket.to()) + " of "
                        + TextWords.quoted(bucket.salt()));
            case ConsentCondition consent ->
                List.of((consent.consented() == ConsentCondition.Consented.GRANTED ? "" : "no ") + "consent to "
                        + TextWords.name(consent.purpose()));
            case RankCondition rank -> rank(rank);
            case SegmentCondition segment ->
                List.of("segment " + TextWords.name(segment.segment().value()));
        };
    }

    private static Comparison listed(UserListCondition list) {
        return list.listed() == UserListCondition.Listed.IS ? Comparison.IS : Comparison.IS_NOT;
    }

    private static List<String> rank(RankCondition rank) {
        String start = rank.rank().name().toLowerCase(Locale.ROOT) + " " + percent(rank.percent()) + " by";
        return switch (rank.by()) {
            case RankCondition.Ranked.Attribute one -> List.of(start + " " + TextWords.name(one.attribute()));
            case RankCondition.Ranked.Events events -> named(start, EventWriter.measured(events.condition()));
        };
    }

    private static String percent(double percent) {
        return BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString() + "%";
    }
}
