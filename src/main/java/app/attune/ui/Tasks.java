package app.attune.ui;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.TaskSlot;
import java.util.function.Consumer;

/// Runs work off the FX thread and brings the result back to it.
///
/// The newest job of a slot wins: starting one cancels the older ones of that slot and drops whatever they still
/// return. Call `run` on the FX thread; both callbacks run there too. A job the analyst cancels in the task pane ends
/// in `failed` with the code [#CANCELLED]; a job cancelled by its slot ends in neither.
public interface Tasks {
    /// The code of the problem a job ends with when the analyst cancelled it.
    String CANCELLED = "task.cancelled";

    /// The code of the problem a job ends with when it broke in a way nobody foresaw.
    String UNEXPECTED = "app.unexpected-error";

    /// @param title what the task pane calls it, such as "Importing events.csv"
    <T> void run(TaskSlot slot, String title, Work<T> work, Consumer<T> done, Consumer<Problem> failed);

    /// Work that may take long.
    interface Work<T> {
        T run(Progress progress) throws Exception;
    }

    /// Runs everything at once on the calling thread: for tests of view models.
    static Tasks direct() {
        return new DirectTasks();
    }
}
