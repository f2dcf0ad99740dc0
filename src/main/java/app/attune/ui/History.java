package app.attune.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// Undo and redo over immutable values: every change is a named step, typing within half a second is one step.
public final class History<T> {
    private static final Duration TYPING_PAUSE = Duration.ofMillis(500);

    private record Step<V>(String name, V before, V after) {}

    private final Clock clock;
    private final Deque<Step<T>> undone = new ArrayDeque<>();
    private final Deque<Step<T>> done = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<T> value;
    private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoName = new ReadOnlyStringWrapper("");
    private @Nullable Instant lastTyped;

    public History(T initial, Clock clock) {
        this.value = new ReadOnlyObjectWrapper<>(initial);
        this.clock = clock;
    }

    /// The value as it stands; bind the screen to this.
    public ReadOnlyObjectProperty<T> valueProperty() {
        return value.getReadOnlyProperty();
    }

    public T value() {
        return value.get();
    }

    /// One step, such as "Delete condition". A value equal to the current one is no step.
    public void change(String step, T newValue) {
        lastTyped = null;
        push(step, newValue);
    }

    /// A step made of typing: joins the previous one when that has the same name and is less than 500 ms old.
    public void typed(String step, T newValue) {
        Instant now = clock.instant();
        Step<T> last = done.peek();
        boolean joins = lastTyped != null
                && last != null
                && last.name().equals(step)
                && Duration.between(lastTyped, now).compareTo(TYPING_PAUSE) < 0;
        if (joins && last != null) {
            done.pop();
            done.push(new Step<>(step, last.before(), newValue));
            undone.clear();
            value.set(newValue);
            name();
        } else {
            push(step, newValue);
        }
        lastTyped = now;
    }

    /// Takes back the last step, if there is one.
    public void undo() {
        if (!done.isEmpty()) {
            Step<T> step = done.pop();
            undone.push(step);
            settle(step.before());
        }
    }

    /// Does the last undone step again, if there is one.
    public void redo() {
        if (!undone.isEmpty()) {
            Step<T> step = undone.pop();
            done.push(step);
            settle(step.after());
        }
    }

    /// Starts over with another value: nothing to undo.
    public void reset(T newValue) {
        done.clear();
        undone.clear();
        settle(newValue);
    }

    /// The name of the step undo would take back; empty when there is none.
    public ReadOnlyStringProperty undoNameProperty() {
        return undoName.getReadOnlyProperty();
    }

    /// The name of the step redo would do again; empty when there is none.
    public ReadOnlyStringProperty redoNameProperty() {
        return redoName.getReadOnlyProperty();
    }

    private void push(String step, T newValue) {
        if (!newValue.equals(value.get())) {
            done.push(new Step<>(step, value.get(), newValue));
            undone.clear();
            value.set(newValue);
            name();
        }
    }

    private void settle(T newValue) {
        lastTyped = null;
        value.set(newValue);
        name();
    }

    private void name() {
        Step<T> last = done.peek();
        Step<T> next = undone.peek();
        undoName.set(last == null ? "" : last.name());
        redoName.set(next == null ? "" : next.name());
    }
}
