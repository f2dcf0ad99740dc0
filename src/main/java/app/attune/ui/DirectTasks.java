package app.attune.ui;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.TaskSlot;
import java.util.function.Consumer;

/// Runs work at once on the calling thread.
final class DirectTasks implements Tasks {
    @Override
    public <T> void run(TaskSlot slot, String title, Work<T> work, Consumer<T> done, Consumer<Problem> failed) {
        long ticket = slot.next();
        T result;
        try {
            result = work.run(Progress.none());
        } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError e) {
            failed.accept(Failures.problem(title, e));
            return;
        }
        if (slot.isCurrent(ticket)) {
            done.accept(result);
        }
    }
}
