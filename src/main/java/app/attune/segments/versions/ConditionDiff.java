package app.attune.segments.versions;

import app.attune.core.Progress;
import app.attune.segments.AllOf;
import app.attune.segments.Condition;
import app.attune.segments.Conditions;
import app.attune.segments.Marks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What one condition says otherwise than another, part by part; marks of parts are told apart from what they ask.
///
/// Within two groups that belong together, equal parts are matched first, then groups that share rows, then rows about
/// the same subject. What is left was removed or added; what was removed in one place and is equal to what was added in
/// another was moved.
public final class ConditionDiff {
    private final Progress progress;
    private final List<Edit> edits = new ArrayList<>();
    private final List<Loose> removed = new ArrayList<>();
    private final List<Loose> added = new ArrayList<>();

    private ConditionDiff(Progress progress) {
        this.progress = progress;
    }

    /// A part without a partner.
    private record Loose(Condition part, List<Integer> path) {}

    /// In the order of the parts; none where both say the same in the same order.
    public static List<Edit> between(Condition before, Condition after, Progress progress) {
        ConditionDiff diff = new ConditionDiff(progress);
        diff.groups(grouped(before), grouped(after), List.of(), List.of());
        diff.loose();
        return List.copyOf(diff.edits);
    }

    private static Condition grouped(Condition condition) {
        return Conditions.isGroup(condition) ? condition : new AllOf(List.of(condition));
    }

    private void groups(Condition before, Condition after, List<Integer> from, List<Integer> to) {
        marks(before, after, to);
        if (Marks.bare(before).getClass() != Marks.bare(after).getClass()) {
            edits.add(new Edit.Regrouped(Marks.bare(before), Marks.bare(after), to));
        }
        List<Condition> old = Conditions.parts(before);
        List<Condition> now = Conditions.parts(after);
        PartMatch match = PartMatch.of(
                old.stream().map(Marks::bare).toList(),
                now.stream().map(Marks::bare).toList(),
                progress);
        if (match.isReordered()) {
            edits.add(new Edit.Reordered(to));
        }
        for (int i = 0; i < old.size(); i++) {
            List<Integer> path = Conditions.child(from, i);
            int partner = match.partner(i);
            if (partner == PartMatch.NONE) {
                removed.add(new Loose(old.get(i), path));
            } else {
                pair(old.get(i), now.get(partner), path, Conditions.child(to, partner));
            }
        }
        match.unmatched().forEach(i -> added.add(new Loose(now.get(i), Conditions.child(to, i))));
    }

    private void pair(Condition before, Condition after, List<Integer> from, List<Integer> to) {
        if (before.equals(after)) {
            return;
        }
        if (Conditions.isGroup(before)) {
            groups(before, after, from, to);
            return;
        }
        marks(before, after, to);
        if (!Marks.bare(before).equals(Marks.bare(after))) {
            edits.add(new Edit.Changed(Marks.bare(before), Marks.bare(after), to));
        }
    }

    private void marks(Condition before, Condition after, List<Integer> path) {
        if (!Marks.of(before).equals(Marks.of(after)) || !Marks.comment(before).equals(Marks.comment(after))) {
            edits.add(new Edit.Marked(before, after, path));
        }
    }

    private void loose() {
        match();
        open(removed, added);
        open(added, removed);
        match();
        removed.forEach(one -> edits.add(new Edit.Removed(one.part(), one.path())));
        added.forEach(one -> edits.add(new Edit.Added(one.part(), one.path())));
    }

    private void match() {
        for (Loose gone : List.copyOf(removed)) {
            progress.checkpoint();
            Optional<Loose> found = added.stream()
                    .filter(one -> Marks.bare(one.part()).equals(Marks.bare(gone.part())))
                    .min(Comparator.comparing(one -> !one.part().equals(gone.part())));
            found.ifPresent(one -> {
                removed.remove(gone);
                added.remove(one);
                if (!isBare(gone.part())) {
                    edits.add(new Edit.Moved(Marks.bare(gone.part()), gone.path(), one.path()));
                }
                marks(gone.part(), one.part(), one.path());
            });
        }
    }

    private static boolean isBare(Condition part) {
        return Conditions.isGroup(part) && Conditions.parts(part).isEmpty();
    }

    /// Takes groups apart of which a row is also loose on the other side.
    private void open(List<Loose> side, List<Loose> other) {
        Set<Condition> rows =
                other.stream().flatMap(one -> Rows.of(one.part()).stream()).collect(Collectors.toSet());
        List<Loose> opened = new ArrayList<>();
        for (Loose one : side) {
            progress.checkpoint();
            boolean shares = Conditions.isGroup(one.part())
                    && Rows.of(one.part()).stream().anyMatch(rows::contains);
            if (shares) {
                takeApart(one, opened);
            } else {
                opened.add(one);
            }
        }
        side.clear();
        side.addAll(opened);
    }

    private static void takeApart(Loose one, List<Loose> into) {
        if (!Conditions.isGroup(one.part())) {
            into.add(one);
            return;
        }
        into.add(new Loose(Conditions.withParts(one.part(), List.of()), one.path()));
        List<Condition> parts = Conditions.parts(one.part());
        for (int i = 0; i < parts.size(); i++) {
            takeApart(new Loose(parts.get(i), Conditions.child(one.path(), i)), into);
        }
    }
}
