package app.attune.segments.ui;

import app.attune.core.Problem;
import app.attune.segments.Condition;
import app.attune.segments.Conditions;
import app.attune.segments.Mark;
import app.attune.segments.Marks;
import app.attune.ui.History;
import app.attune.ui.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.collections.ObservableList;

/// The edits of the condition, each one step back. What is locked stays as it is, and that is said.
final class ConditionCommands {
    private static final String LOCKED = "segments.locked";

    private final Texts texts;
    private final History<Editing> history;
    private final ObservableList<Problem> problems;
    private List<Integer> focus = List.of();

    ConditionCommands(History<Editing> history, ObservableList<Problem> problems, Texts texts) {
        this.history = history;
        this.problems = problems;
        this.texts = texts;
    }

    private Condition top() {
        return history.value().condition();
    }

    /// The part that should have the keyboard after the last edit.
    List<Integer> focus() {
        return focus;
    }

    /// Adds `part` to the group at `group`, after everything in it.
    void add(List<Integer> group, Condition part) {
        if (isFree(group)) {
            int end = Conditions.at(top(), group)
                    .map(found -> Conditions.parts(found).size())
                    .orElse(0);
            List<Integer> path = Conditions.child(group, end);
            focus = path;
            change("step.add", ConditionEdits.insert(top(), path, part));
        }
    }

    /// The copy of a locked part can be edited, and so can all that is in it.
    void duplicate(List<Integer> path) {
        if (!path.isEmpty() && isFree(around(path))) {
            ConditionEdits.Moved copy = ConditionEdits.duplicate(top(), path);
            focus = copy.path();
            Condition unlocked = Locks.off(ConditionEdits.part(copy.top(), copy.path()));
            change("step.duplicate", ConditionEdits.replace(copy.top(), copy.path(), unlocked));
        }
    }

    /// Nor is a group deleted that holds something locked.
    void delete(List<Integer> path) {
        if (!path.isEmpty() && isFree(path) && holdsNothingLocked(path)) {
            focus = around(path);
            change("step.delete", ConditionEdits.delete(top(), path));
        }
    }

    /// Nor is a group moved that holds something locked into groups that have it count otherwise.
    void move(List<Integer> path, ConditionEdits.Direction direction) {
        if (!path.isEmpty() && isFree(path)) {
            moved(path, ConditionEdits.move(top(), path, direction));
        }
    }

    /// As [#move], into the gap before whatever is at `gap`, or after the last of a group.
    void moveTo(List<Integer> path, List<Integer> gap) {
        if (!path.isEmpty() && isFree(path) && isFree(around(gap))) {
            moved(path, ConditionEdits.moveTo(top(), path, gap));
        }
    }

    private void moved(List<Integer> path, ConditionEdits.Moved moved) {
        if (keepsLocked(path, moved.top())) {
            focus = moved.path();
            change("step.move", moved.top());
        }
    }

    /// Puts another part in the place of the one at `path`.
    void replace(List<Integer> path, Condition part) {
        Condition changed = ConditionEdits.replace(top(), path, part);
        if (isFree(path) && keepsLocked(path, changed)) {
            change("step.edit", changed);
        }
    }

    /// As [#replace], by typing.
    void typed(List<Integer> path, Condition part) {
        Condition changed = ConditionEdits.replace(top(), path, part);
        if (isFree(path) && keepsLocked(path, changed)) {
            history.typed(texts.get("step.edit"), history.value().with(changed));
        }
    }

    /// Puts another condition in the place of the whole, if whatever is locked stands in it unchanged, in the
    /// same kinds of groups.
    ///
    /// @return whether it now is the condition
    boolean exchange(Condition other) {
        Condition grouped = ConditionEdits.grouped(other);
        Optional<List<Integer>> lost = Locks.lost(top(), grouped);
        lost.ifPresent(this::refuse);
        if (lost.isEmpty() && !grouped.equals(top())) {
            focus = List.of();
            change("step.text", grouped);
        }
        return lost.isEmpty();
    }

    /// Mutes the part, or lets it count again.
    void mute(List<Integer> path) {
        if (!path.isEmpty() && isFree(path) && keepsLocked(path, toggled(path, Mark.MUTED))) {
            toggle(path, Mark.MUTED);
        }
    }

    /// Locks the part; where it or a group around it is locked, unlocks that.
    void lock(List<Integer> path) {
        if (!path.isEmpty()) {
            toggle(lockAround(path).orElse(path), Mark.LOCKED);
        }
    }

    private void toggle(List<Integer> path, Mark mark) {
        Condition part = ConditionEdits.part(top(), path);
        boolean has = Marks.has(part, mark);
        String step = switch (mark) {
            case MUTED -> has ? "step.unmute" : "step.mute";
            case LOCKED -> has ? "step.unlock" : "step.lock";
        };
        change(step, toggled(path, mark));
    }

    private Condition toggled(List<Integer> path, Mark mark) {
        Condition part = ConditionEdits.part(top(), path);
        Condition changed = Marks.has(part, mark) ? Marks.without(part, mark) : Marks.with(part, mark);
        return ConditionEdits.replace(top(), path, changed);
    }

    /// What is remarked on the part, by typing; nothing when it is blank.
    void comment(List<Integer> path, String comment) {
        if (!path.isEmpty() && isFree(path)) {
            Condition commented = Marks.commented(ConditionEdits.part(top(), path), comment);
            history.typed(
                    texts.get("step.comment"), history.value().with(ConditionEdits.replace(top(), path, commented)));
        }
    }

    private void change(String step, Condition condition) {
        problems.removeIf(problem -> problem.code().equals(LOCKED));
        history.change(texts.get(step), history.value().with(condition));
    }

    /// The path of the outermost locked part that the part at `path` is, or lies in.
    Optional<List<Integer>> lockAround(List<Integer> path) {
        return IntStream.rangeClosed(0, path.size())
                .mapToObj(length -> path.subList(0, length))
                .filter(this::isLocked)
                .findFirst();
    }

    private boolean isLocked(List<Integer> path) {
        return Conditions.at(top(), path)
                .filter(part -> Marks.has(part, Mark.LOCKED))
                .isPresent();
    }

    private boolean isFree(List<Integer> path) {
        Optional<List<Integer>> lock = lockAround(path);
        lock.ifPresent(this::refuse);
        return lock.isEmpty();
    }

    /// Whether what is locked is asked as before when the part at `path` has changed.
    private boolean keepsLocked(List<Integer> path, Condition changed) {
        Optional<List<Integer>> lost = Locks.lost(top(), changed);
        lost.ifPresent(other -> refuse(lockWithin(path).orElse(other)));
        return lost.isEmpty();
    }

    private boolean holdsNothingLocked(List<Integer> path) {
        Optional<List<Integer>> inside = lockWithin(path);
        inside.ifPresent(this::refuse);
        return inside.isEmpty();
    }

    private Optional<List<Integer>> lockWithin(List<Integer> path) {
        return Locks.of(top()).stream()
                .map(Locks.Lock::path)
                .filter(lock -> lock.size() >= path.size()
                        && lock.subList(0, path.size()).equals(path))
                .findFirst();
    }

    private void refuse(List<Integer> path) {
        boolean group = Conditions.at(top(), path).filter(Conditions::isGroup).isPresent();
        problems.removeIf(problem -> problem.code().equals(LOCKED));
        problems.add(new Problem(
                LOCKED, texts.get(group ? "locked.group" : "locked.row", number(path)), texts.get("locked.remedy")));
    }

    private static String number(List<Integer> path) {
        return path.stream().map(step -> Integer.toString(step + 1)).collect(Collectors.joining("."));
    }

    private static List<Integer> around(List<Integer> path) {
        return path.subList(0, path.size() - 1);
    }
}
