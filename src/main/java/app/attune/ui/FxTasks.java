package app.attune.ui;

import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The window's tasks: background threads, a task pane of those that take long, and a hook that tells when all is
/// quiet.
public final class FxTasks implements Tasks, AutoCloseable {
    private static final long SHOW_AFTER_MILLIS = 500;
    private static final int KEPT = 20;
    private static final long MOST_WAITED = 10;

    private final ExecutorService workers = Executors.newCachedThreadPool(daemons("attune-work"));
    private final ObservableList<TaskRow> rows = FXCollections.observableArrayList();
    private final ObservableList<TaskRow> finished = FXCollections.observableArrayList();
    private final List<CompletableFuture<Void>> waiting = new ArrayList<>();
    private final List<CompletableFuture<Void>> waited = new ArrayList<>();
    private int active;

    /// The jobs that run long enough to be shown, newest last; touched on the FX thread only.
    public ObservableList<TaskRow> rows() {
        return rows;
    }

    /// Those of them that ended, newest first, the last twenty of this session.
    public ObservableList<TaskRow> finished() {
        return finished;
    }

    /// Completed once no job runs and every callback has returned. Any thread may ask and wait for it, but the FX
    /// thread must not block on it.
    public CompletableFuture<Void> idle() {
        CompletableFuture<Void> quiet = new CompletableFuture<>();
        Platform.runLater(() -> {
            waiting.add(quiet);
            completeIfQuiet();
        });
        return quiet;
    }

    @Override
    public <T> void run(TaskSlot slot, String title, Work<T> work, Consumer<T> done, Consumer<Problem> failed) {
        Job<T> job = new Job<>(slot, title, work, done, failed);
        active++;
        workers.execute(job::work);
        CompletableFuture.delayedExecutor(SHOW_AFTER_MILLIS, TimeUnit.MILLISECONDS)
                .execute(() -> Platform.runLater(job::show));
    }

    /// Cancels the jobs that are shown and does `then` on the FX thread once all is quiet, after ten seconds at most.
    public void cancelShown(Runnable then) {
        List.copyOf(rows).forEach(TaskRow::cancel);
        CompletableFuture<Void> told =
                idle().completeOnTimeout(null, MOST_WAITED, TimeUnit.SECONDS).thenRun(() -> Platform.runLater(then));
        waited.add(told);
        waited.removeIf(CompletableFuture::isDone);
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }

    private void completeIfQuiet() {
        if (active == 0) {
            List<CompletableFuture<Void>> ready = List.copyOf(waiting);
            waiting.clear();
            ready.forEach(quiet -> quiet.complete(null));
        }
    }

    private static ThreadFactory daemons(String name) {
        return Thread.ofPlatform().daemon().name(name + "-", 1).factory();
    }

    /// One run of one piece of work. Its fields are final; what changes belongs to the FX thread or is atomic.
    private final class Job<T> {
        private final TaskSlot slot;
        private final long ticket;
        private final String title;
        private final Work<T> work;
        private final Consumer<T> done;
        private final Consumer<Problem> failed;
        private final TaskRow row;
        private final TaskProgress progress;
        private boolean over;

        Job(TaskSlot slot, String title, Work<T> work, Consumer<T> done, Consumer<Problem> failed) {
            this.slot = slot;
            this.ticket = slot.next();
            this.title = title;
            this.work = work;
            this.done = done;
            this.failed = failed;
            this.row = new TaskRow(title, this::cancelled);
            this.progress = new TaskProgress(row, () -> !slot.isCurrent(ticket));
        }

        void work() {
            try {
                T result = work.run(progress);
                Platform.runLater(() -> end(TaskRow.State.DONE, () -> done.accept(result)));
            } catch (CancellationException e) {
                Platform.runLater(() -> end(TaskRow.State.CANCELLED, this::tellCancelled));
            } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError e) {
                endBroken(e);
            }
        }

        /// A job nobody wants any more often breaks rather than stops (an interrupted statement): not a failure.
        private void endBroken(Throwable thrown) {
            if (progress.isCancelled()) {
                Platform.runLater(() -> end(TaskRow.State.CANCELLED, this::tellCancelled));
                return;
            }
            Problem problem = Failures.problem(title, thrown);
            Platform.runLater(() -> end(TaskRow.State.FAILED, () -> failed.accept(problem)));
        }

        void show() {
            if (!over) {
                rows.add(row);
            }
        }

        private void cancelled() {
            progress.cancel();
        }

        private void tellCancelled() {
            failed.accept(Failures.cancelled(title));
        }

        /// Called once, on the FX thread. A job whose result arrives although it was cancelled in the pane is done.
        private void end(TaskRow.State state, Runnable callback) {
            over = true;
            row.end(state);
            if (rows.remove(row)) {
                finished.addFirst(row);
                finished.subList(Math.min(KEPT, finished.size()), finished.size())
                        .clear();
            }
            try {
                if (slot.isCurrent(ticket)) {
                    callback.run();
                }
            } finally {
                active--;
                completeIfQuiet();
            }
        }
    }
}
