package app.attune.events.ui;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.TaskSlot;
import app.attune.ui.Tasks;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The work of the import wizard: one job that everything waits for, and one that counts in the background.
final class ImportJobs {
    private final Tasks tasks;
    private final TaskSlot front = new TaskSlot();
    private final TaskSlot behind = new TaskSlot();
    private final ReadOnlyObjectWrapper<Boolean> busy = new ReadOnlyObjectWrapper<>(false);
    private final ReadOnlyObjectWrapper<Boolean> counting = new ReadOnlyObjectWrapper<>(false);
    private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper("");
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private WatchedProgress frontWatch = new WatchedProgress();
    private WatchedProgress behindWatch = new WatchedProgress();

    ImportJobs(Tasks tasks) {
        this.tasks = tasks;
    }

    /// Work that tells how far it is.
    interface Work<T> {
        T run(Progress progress);
    }

    /// Whether the job runs that everything waits for.
    ReadOnlyObjectProperty<Boolean> busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Whether the one in the background runs.
    ReadOnlyObjectProperty<Boolean> countingProperty() {
        return counting.getReadOnlyProperty();
    }

    ReadOnlyStringProperty newsProperty() {
        return news.getReadOnlyProperty();
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    void say(String sentence) {
        news.set(sentence);
    }

    void hush() {
        problems.clear();
        news.set("");
    }

    /// How far the running job is.
    WatchedProgress.Standing standing() {
        return (busy.get() ? frontWatch : behindWatch).standing();
    }

    /// Starts a job that everything waits for.
    <T> void run(String title, Work<T> work, Consumer<T> done) {
        hush();
        WatchedProgress watch = new WatchedProgress();
        frontWatch = watch;
        busy.set(true);
        tasks.run(
                front,
                title,
                progress -> work.run(watch.over(progress)),
                value -> {
                    busy.set(false);
                    done.accept(value);
                },
                problem -> {
                    busy.set(false);
                    problems.setAll(List.of(problem));
                });
    }

    /// Starts a job in the background, in place of the last one.
    <T> void count(String title, Work<T> work, Consumer<Optional<T>> done) {
        behindWatch.cancel();
        WatchedProgress watch = new WatchedProgress();
        behindWatch = watch;
        counting.set(true);
        tasks.run(
                behind,
                title,
                progress -> work.run(watch.over(progress)),
                value -> {
                    counting.set(false);
                    done.accept(Optional.of(value));
                },
                problem -> {
                    counting.set(false);
                    problems.setAll(List.of(problem));
                    done.accept(Optional.empty());
                });
    }

    /// Starts a short job that nothing waits for, in place of the last one of its slot.
    <T> void aside(TaskSlot slot, String title, Work<T> work, Consumer<T> done) {
        tasks.run(slot, title, work::run, done, problem -> problems.setAll(List.of(problem)));
    }

    /// The background job is not wanted any more and ends without a word.
    void stopCounting() {
        behindWatch.cancel();
        behind.cancel();
        counting.set(false);
    }

    /// Asks the job that everything waits for, else the one in the background, to stop. It ends with a problem when
    /// nothing of it is left, or with its result when it was too late.
    void cancel() {
        (busy.get() ? frontWatch : behindWatch).cancel();
    }
}
