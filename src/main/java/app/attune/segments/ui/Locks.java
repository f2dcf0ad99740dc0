package app.attune.segments.ui;

import app.attune.segments.Condition;
import app.attune.segments.Conditions;
import app.attune.segments.Mark;
import app.attune.segments.Marks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The locked parts of a condition, and how the groups around them have them count.
final class Locks {
    private Locks() {}

    /// A locked part.
    ///
    /// @param around the groups it is in, from the top down, without their parts, and marked only where muted
    record Lock(List<Integer> path, List<Condition> around, Condition part) {
        boolean isAskedAs(Lock other) {
            return part.equals(other.part()) && around.equals(other.around());
        }
    }

    /// From the top down, and in order.
    static List<Lock> of(Condition top) {
        List<Lock> locks = new ArrayList<>();
        collect(new Lock(List.of(), List.of(), top), locks);
        return locks;
    }

    private static void collect(Lock here, List<Lock> into) {
        if (Marks.has(here.part(), Mark.LOCKED)) {
            into.add(here);
        }
        List<Condition> parts = Conditions.parts(here.part());
        List<Condition> around = new ArrayList<>(here.around());
        around.add(emptied(here.part()));
        for (int i = 0; i < parts.size(); i++) {
            collect(new Lock(Conditions.child(here.path(), i), List.copyOf(around), parts.get(i)), into);
        }
    }

    private static Condition emptied(Condition group) {
        Condition bare = Conditions.withParts(Marks.bare(group), List.of());
        return Marks.has(group, Mark.MUTED) ? Marks.with(bare, Mark.MUTED) : bare;
    }

    /// The first locked part that another condition no longer asks in the same way, or not as often.
    static Optional<List<Integer>> lost(Condition before, Condition after) {
        List<Lock> left = of(after);
        for (Lock lock : of(before)) {
            Optional<Lock> kept = left.stream().filter(lock::isAskedAs).findFirst();
            if (kept.isEmpty()) {
                return Optional.of(lock.path());
            }
            left.remove(kept.get());
        }
        return Optional.empty();
    }

    /// The part and all in it, without locks.
    static Condition off(Condition part) {
        return Conditions.withParts(
                Marks.without(part, Mark.LOCKED),
                Conditions.parts(part).stream().map(Locks::off).toList());
    }
}
