package app.attune.segments.ui;

import app.attune.segments.AllOf;
import app.attune.segments.Condition;
import app.attune.segments.Conditions;
import app.attune.segments.Mark;
import app.attune.segments.Marks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Edits of a condition tree as pure functions. Paths lead to existing parts; the top is always a group.
final class ConditionEdits {
    private ConditionEdits() {}

    /// A tree and where the edited part is in it now.
    record Moved(Condition top, List<Integer> path) {}

    /// Which way a part moves.
    enum Direction {
        UP,
        DOWN
    }

    /// The same tree with a group without marks at its top.
    static Condition grouped(Condition top) {
        return Conditions.isGroup(top) && Marks.bare(top).equals(top) ? top : new AllOf(List.of(top));
    }

    static Condition replace(Condition top, List<Integer> path, Condition part) {
        return path.isEmpty()
                ? part
                : inParent(top, path, parts -> {
                    parts.set(path.getLast(), part);
                    return parts;
                });
    }

    static Condition delete(Condition top, List<Integer> path) {
        return inParent(top, path, parts -> {
            parts.remove(path.getLast().intValue());
            return parts;
        });
    }

    /// Inserts before whatever is at `path` now; one past the last is allowed.
    static Condition insert(Condition top, List<Integer> path, Condition part) {
        return inParent(top, path, parts -> {
            parts.add(path.getLast(), part);
            return parts;
        });
    }

    static Moved duplicate(Condition top, List<Integer> path) {
        List<Integer> copy = sibling(path, 1);
        return new Moved(insert(top, copy, part(top, path)), copy);
    }

    /// One step through the tree as it is read: past a row or a locked group, into a group, out of a group.
    static Moved move(Condition top, List<Integer> path, Direction direction) {
        int step = direction == Direction.UP ? -1 : 1;
        List<Integer> neighbour = sibling(path, step);
        Condition part = part(top, path);
        if (Conditions.at(top, neighbour).isEmpty()) {
            return moveOut(top, path, direction);
        }
        Condition next = part(top, neighbour);
        if (Conditions.isGroup(next) && !Marks.has(next, Mark.LOCKED)) {
            int end = direction == Direction.UP ? Conditions.parts(next).size() : 0;
            Condition entered = insert(top, Conditions.child(neighbour, end), part);
            List<Integer> inside = direction == Direction.UP ? neighbour : path;
            return new Moved(delete(entered, path), Conditions.child(inside, end));
        }
        return new Moved(insert(delete(top, path), neighbour, part), neighbour);
    }

    private static Moved moveOut(Condition top, List<Integer> path, Direction direction) {
        if (path.size() < 2) {
            return new Moved(top, path);
        }
        List<Integer> group = path.subList(0, path.size() - 1);
        List<Integer> outside = direction == Direction.UP ? group : sibling(group, 1);
        Condition part = part(top, path);
        return new Moved(insert(delete(top, path), outside, part), List.copyOf(outside));
    }

    /// Into the gap before whatever is at `gap` now, or after the last; nowhere when that is within the part itself.
    static Moved moveTo(Condition top, List<Integer> path, List<Integer> gap) {
        if (isWithin(gap, path)) {
            return new Moved(top, path);
        }
        Condition inserted = insert(top, gap, part(top, path));
        return new Moved(delete(inserted, shifted(path, gap, 1)), shifted(gap, path, -1));
    }

    /// Whether `path` leads into the part at `around`.
    static boolean isWithin(List<Integer> path, List<Integer> around) {
        return path.size() >= around.size() && path.subList(0, around.size()).equals(around) && !path.equals(around);
    }

    /// The same place after something came or went at `other`.
    private static List<Integer> shifted(List<Integer> path, List<Integer> other, int by) {
        int depth = other.size() - 1;
        boolean beside = path.size() > depth && path.subList(0, depth).equals(other.subList(0, depth));
        if (!beside
                || path.get(depth) < other.getLast()
                || (by < 0 && path.get(depth).equals(other.getLast()))) {
            return path;
        }
        List<Integer> shifted = new ArrayList<>(path);
        shifted.set(depth, path.get(depth) + by);
        return List.copyOf(shifted);
    }

    static Condition part(Condition top, List<Integer> path) {
        return Conditions.at(top, path).orElseThrow(() -> new IllegalArgumentException("Nothing at " + path));
    }

    /// The place so many steps further in the same group.
    static List<Integer> sibling(List<Integer> path, int step) {
        List<Integer> sibling = new ArrayList<>(path);
        sibling.set(path.size() - 1, path.getLast() + step);
        return List.copyOf(sibling);
    }

    private static Condition inParent(Condition top, List<Integer> path, UnaryOperator<List<Condition>> edit) {
        List<Integer> parent = path.subList(0, path.size() - 1);
        Condition group = part(top, parent);
        List<Condition> parts = edit.apply(new ArrayList<>(Conditions.parts(group)));
        return replace(top, parent, Conditions.withParts(group, parts));
    }
}
