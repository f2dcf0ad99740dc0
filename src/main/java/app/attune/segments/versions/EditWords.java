package app.attune.segments.versions;

import app.attune.core.Progress;
import app.attune.segments.AllOf;
import app.attune.segments.AnyOf;
import app.attune.segments.Condition;
import app.attune.segments.ConditionSentence;
import app.attune.segments.Conditions;
import app.attune.segments.Mark;
import app.attune.segments.Marks;
import app.attune.segments.SegmentAbout;
import app.attune.segments.SegmentDefinition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What became of a segment in words, one line for each change.
public final class EditWords {
    private EditWords() {}

    /// Everything two versions say otherwise: the name, the purpose and the condition.
    static List<String> of(
            SegmentDefinition before, SegmentDefinition after, ConditionSentence words, Progress progress) {
        List<String> lines = new ArrayList<>();
        text(lines, "Name", before.name(), after.name());
        SegmentAbout was = before.about();
        SegmentAbout is = after.about();
        text(lines, "Goal", was.goal(), is.goal());
        text(lines, "Key figure", figure(was), figure(is));
        text(lines, "Target", target(was), target(is));
        text(lines, "Owner", was.owner(), is.owner());
        text(lines, "Note", was.note(), is.note());
        ConditionDiff.between(before.condition(), after.condition(), progress)
                .forEach(edit -> lines.add(of(edit, words)));
        return List.copyOf(lines);
    }

    private static void text(List<String> lines, String what, String before, String after) {
        if (before.equals(after)) {
            return;
        }
        if (before.isEmpty()) {
            lines.add(what + " set to " + quoted(after) + ".");
        } else if (after.isEmpty()) {
            lines.add(what + " " + quoted(before) + " taken away.");
        } else {
            lines.add(what + " changed from " + quoted(before) + " to " + quoted(after) + ".");
        }
    }

    private static String quoted(String text) {
        return "\u201c" + text + "\u201d";
    }

    /// As it is shown; empty for none.
    public static String figure(SegmentAbout about) {
        return switch (about.figure()) {
            case NONE -> "";
            case CONVERSION -> "conversion";
            case REVENUE -> "revenue a user";
            case EVENTS -> "events a user";
        };
    }

    /// As it is shown; empty for none.
    public static String target(SegmentAbout about) {
        return Double.isNaN(about.target())
                ? ""
                : BigDecimal.valueOf(about.target()).stripTrailingZeros().toPlainString()
                        + (about.figure() == SegmentAbout.Figure.CONVERSION ? "%" : "");
    }

    /// One change of the condition.
    static String of(Edit edit, ConditionSentence words) {
        return switch (edit) {
            case Edit.Added added -> "Added" + in(added.path()) + ": " + part(added.part(), words) + ".";
            case Edit.Removed removed -> "Removed" + in(removed.path()) + ": " + part(removed.part(), words) + ".";
            case Edit.Changed changed ->
                "Changed" + in(changed.path()) + " from: " + part(changed.before(), words) + "; to: "
                        + part(changed.after(), words) + ".";
            case Edit.Regrouped group ->
                (group.path().isEmpty() ? "The rows" : "Group " + place(group.path())) + " changed from "
                        + kind(group.before()) + " to " + kind(group.after()) + ".";
            case Edit.Marked marked ->
                marks(marked) + in(marked.path()) + ": " + part(Marks.bare(marked.after()), words) + ".";
            case Edit.Moved moved ->
                "Moved" + out(moved.from()) + into(moved.to()) + ": " + part(moved.part(), words) + ".";
            case Edit.Reordered order ->
                "The order of " + (order.path().isEmpty() ? "the rows" : "group " + place(order.path()))
                        + " changed, which means the same users.";
        };
    }

    private static String marks(Edit.Marked edit) {
        List<String> said = new ArrayList<>();
        for (Mark mark : Mark.values()) {
            String word = word(mark);
            if (Marks.has(edit.before(), mark) != Marks.has(edit.after(), mark)) {
                said.add(Marks.has(edit.after(), mark) ? word : "no longer " + word);
            }
        }
        String comment = Marks.comment(edit.after());
        if (!comment.equals(Marks.comment(edit.before()))) {
            said.add(comment.isEmpty() ? "comment taken away" : "commented on with " + quoted(comment));
        }
        String words = String.join(" and ", said);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String part(Condition part, ConditionSentence words) {
        boolean bare = Conditions.isGroup(part) && Conditions.parts(part).isEmpty();
        String marks = Arrays.stream(Mark.values())
                .filter(mark -> Marks.has(part, mark))
                .map(EditWords::word)
                .collect(Collectors.joining(" and "));
        if (bare) {
            return "a " + (marks.isEmpty() ? "" : marks + " ") + "group, " + kind(Marks.bare(part));
        }
        return (marks.isEmpty() ? "" : marks + ", ") + words.part(part);
    }

    private static String word(Mark mark) {
        return mark == Mark.MUTED ? "muted" : "locked";
    }

    private static String kind(Condition group) {
        return group instanceof AllOf ? "all of these" : group instanceof AnyOf ? "any of these" : "none of these";
    }

    /// Of the group a part is in.
    private static String in(List<Integer> path) {
        return path.size() < 2 ? "" : " in group " + place(path.subList(0, path.size() - 1));
    }

    private static String out(List<Integer> path) {
        return path.size() < 2 ? "" : " out of group " + place(path.subList(0, path.size() - 1));
    }

    private static String into(List<Integer> path) {
        return path.size() < 2 ? " to the top" : " into group " + place(path.subList(0, path.size() - 1));
    }

    private static String place(List<Integer> path) {
        return path.stream()
                .map(step -> String.format(Locale.ROOT, "%d", step + 1))
                .collect(Collectors.joining("."));
    }
}
