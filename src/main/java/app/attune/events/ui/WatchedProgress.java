package app.attune.events.ui;

import app.attune.core.Progress;
import app.attune.ui.Numbers;
import java.time.Duration;
import java.util.function.LongSupplier;

/// Remembers what one job last said about itself, for a screen that asks now and then, and can ask it to stop.
final class WatchedProgress {
    private static final double SAYS_NOTHING_BELOW = 0.02;
    private static final double NANOS = 1e9;

    private final LongSupplier nanos;
    private volatile Standing standing = Standing.NONE;
    private volatile boolean unwanted;
    private boolean measuring;
    private long measuredFrom;

    WatchedProgress() {
        this(System::nanoTime);
    }

    /// @param nanos a clock that only runs forward
    WatchedProgress(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// How far a job is; `fraction` is -1 and `left` empty while that is not known.
    record Standing(String stage, double fraction, String left) {
        static final Standing NONE = new Standing("", -1, "");

        /// Stage and time left in one line.
        String words() {
            return left.isEmpty() ? stage : stage + ", " + left;
        }
    }

    Standing standing() {
        return standing;
    }

    /// Asks the job to stop; it ends with a problem once nothing of it is left.
    void cancel() {
        unwanted = true;
    }

    /// The same progress, overheard.
    Progress over(Progress progress) {
        return new Progress() {
            @Override
            public void report(String stage, long done, long total) {
                standing = standing(stage, total <= 0 ? -1 : Math.min(1, (double) done / total));
                progress.report(stage, done, total);
            }

            @Override
            public boolean isCancelled() {
                return unwanted || progress.isCancelled();
            }
        };
    }

    /// Time is measured from the first row on: what comes before takes its own time.
    private synchronized Standing standing(String stage, double fraction) {
        long now = nanos.getAsLong();
        if (!measuring && fraction >= 0) {
            measuring = true;
            measuredFrom = now;
        }
        if (fraction < SAYS_NOTHING_BELOW) {
            return new Standing(stage, fraction, "");
        }
        double seconds = (now - measuredFrom) / NANOS;
        Duration left = Duration.ofMillis((long) (1_000 * seconds * (1 - fraction) / fraction));
        return new Standing(stage, fraction, Numbers.remaining(left));
    }
}
