package app.attune.ui;

import app.attune.core.Progress;

/// Passes progress on to the task pane, remembers the newest report for a [BusyBar], and can be cancelled from it.
/// Thread-safe.
public final class BusyProgress implements Progress {
    private volatile Progress pane = Progress.none();
    private volatile Step step = new Step("", 0, 0);
    private volatile boolean cancelled;

    /// Where the work stands; `total` 0 while it is not known.
    record Step(String stage, long done, long total) {
        /// Between 0 and 1, or -1 while it is not known.
        double fraction() {
            return total <= 0 ? -1 : Math.min(1, (double) done / total);
        }
    }

    /// The same, with `taskPane` behind it from now on.
    public BusyProgress on(Progress taskPane) {
        pane = taskPane;
        return this;
    }

    Step step() {
        return step;
    }

    public void cancel() {
        cancelled = true;
    }

    @Override
    public void report(String stage, long done, long total) {
        step = new Step(stage, done, total);
        pane.report(stage, done, total);
    }

    @Override
    public boolean isCancelled() {
        return cancelled || pane.isCancelled();
    }
}
