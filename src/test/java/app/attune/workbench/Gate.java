package app.attune.workbench;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.TaskSlot;
import app.attune.ui.Kit;
import app.attune.ui.Tasks;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Holds a job at its first sign of life, or at a part of its work, until it is let through, so that a test can act
/// while the job surely runs.
final class Gate {
    private static final long SECONDS = 60;

    private final String words;
    private final double fraction;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    /// @param words the title of the jobs to hold begins with them
    Gate(String words) {
        this(words, 0);
    }

    /// @param fraction of the work that is let through, 0 to 1
    Gate(String words, double fraction) {
        this.words = words;
        this.fraction = fraction;
    }

    /// The same rooms, built upon tasks that pass this gate.
    List<Room> around(List<Room> rooms) {
        return rooms.stream()
                .map(room -> new Room(
                        room.id(),
                        room.icon(),
                        room.place(),
                        (workspace, kit) -> room.builder().build(workspace, gated(kit))))
                .toList();
    }

    /// Whether a job stands at the gate.
    boolean isReached() {
        return reached.getCount() == 0;
    }

    /// From now on nothing is held.
    void open() {
        open.countDown();
    }

    private Kit gated(Kit kit) {
        return new Kit(new GatedTasks(kit.tasks()), kit.navigator(), kit.dialogs(), kit.dataChanged());
    }

    private void pass() {
        reached.countDown();
        try {
            if (!open.await(SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("Nobody opened the gate");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private final class GatedTasks implements Tasks {
        private final Tasks tasks;

        GatedTasks(Tasks tasks) {
            this.tasks = tasks;
        }

        @Override
        public <T> void run(TaskSlot slot, String title, Work<T> work, Consumer<T> done, Consumer<Problem> failed) {
            Work<T> held = title.startsWith(words) ? progress -> work.run(new Held(progress)) : work;
            tasks.run(slot, title, held, done, failed);
        }
    }

    private final class Held implements Progress {
        private final Progress progress;
        private volatile boolean due;

        Held(Progress progress) {
            this.progress = progress;
            this.due = fraction == 0;
        }

        @Override
        public void report(String stage, long done, long total) {
            due = due || (total > 0 && done >= fraction * total);
            progress.report(stage, done, total);
            passWhenDue();
        }

        @Override
        public boolean isCancelled() {
            passWhenDue();
            return progress.isCancelled();
        }

        private void passWhenDue() {
            if (due) {
                pass();
            }
        }
    }
}
