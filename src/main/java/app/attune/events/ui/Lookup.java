package app.attune.events.ui;

import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import app.attune.ui.Tasks;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Something a page looks up in the background: the newest answer, whether one is on its way, what went wrong. An
/// answer
/// that equals the one before is a change too.
final class Lookup<T> {
    private final Tasks tasks;
    private final String title;
    private final TaskSlot slot = new TaskSlot();
    private final ReadOnlyObjectWrapper<Optional<T>> value = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();

    /// @param title what the task pane calls it
    Lookup(Tasks tasks, String title) {
        this.tasks = tasks;
        this.title = title;
    }

    ReadOnlyObjectProperty<Optional<T>> valueProperty() {
        return value.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    void run(Tasks.Work<T> work) {
        busy.set(true);
        tasks.run(slot, title, work, this::done, this::failed);
    }

    void failed(Problem problem) {
        busy.set(false);
        problems.setAll(problem);
    }

    private void done(T found) {
        busy.set(false);
        problems.clear();
        value.set(Optional.empty());
        value.set(Optional.of(found));
    }
}
