package app.attune.segments;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Puts marks on parts of conditions and takes them off.
public final class Marks {
    private Marks() {}

    public static boolean has(Condition part, Mark mark) {
        return of(part).contains(mark);
    }

    /// None for a part that is not marked.
    public static Set<Mark> of(Condition part) {
        return part instanceof MarkedCondition marked ? marked.marks() : Set.of();
    }

    /// Blank without one.
    public static String comment(Condition part) {
        return part instanceof MarkedCondition marked ? marked.comment() : "";
    }

    /// The part without its own marks.
    public static Condition bare(Condition part) {
        return part instanceof MarkedCondition marked ? marked.part() : part;
    }

    /// Whether the part at the path, or any around it, has the mark.
    public static boolean reach(Condition top, List<Integer> path, Mark mark) {
        return IntStream.rangeClosed(0, path.size())
                .mapToObj(length -> Conditions.at(top, path.subList(0, length)))
                .flatMap(Optional::stream)
                .anyMatch(part -> has(part, mark));
    }

    /// The part with these marks instead of its own; bare where there are none.
    public static Condition marked(Condition part, Set<Mark> marks, String comment) {
        return marks.isEmpty() && comment.isBlank()
                ? bare(part)
                : new MarkedCondition(bare(part), marks, comment.strip());
    }

    /// The part with one mark more.
    public static Condition with(Condition part, Mark mark) {
        return changed(part, marks -> marks.add(mark));
    }

    /// The part with one mark less.
    public static Condition without(Condition part, Mark mark) {
        return changed(part, marks -> marks.remove(mark));
    }

    private static Condition changed(Condition part, Consumer<Set<Mark>> change) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        marks.addAll(of(part));
        change.accept(marks);
        return marked(part, marks, comment(part));
    }

    /// The part with this comment, or none.
    public static Condition commented(Condition part, String comment) {
        return marked(part, of(part), comment);
    }

    /// Another part with the marks of this one.
    public static Condition keep(Condition marked, Condition part) {
        return marked(part, of(marked), comment(marked));
    }

    /// What is asked: without the muted parts, and without any marks. Muted as a whole it means everybody.
    public static Condition takenOut(Condition condition) {
        return has(condition, Mark.MUTED) ? new AllOf(List.of()) : plain(condition);
    }

    /// As [#takenOut], of a part that is asked on its own though it is muted itself.
    public static Condition plain(Condition part) {
        Condition bare = bare(part);
        return Conditions.withParts(
                bare,
                Conditions.parts(bare).stream()
                        .filter(inner -> !has(inner, Mark.MUTED))
                        .map(Marks::plain)
                        .toList());
    }
}
