package app.attune.events.ui;

import app.attune.core.Progress;

/// Remembers what a job last said about itself, for a screen that asks now and then, and can ask it to stop.
final class WatchedProgress {
    private volatile Standing standing = Standing.NONE;
    private volatile boolean unwanted;

    /// How far the running job is; `fraction` is -1 when that is not known.
    record Standing(String stage, double fraction) {
        static final Standing NONE = new Standing("", -1);
    }

    Standing standing() {
        return standing;
    }

    /// A new job starts.
    void clear() {
        standing = Standing.NONE;
        unwanted = false;
    }

    /// Asks the running job to stop; it ends with a problem once nothing of it is left.
    void cancel() {
        unwanted = true;
    }

    /// The same progress, overheard.
    Progress over(Progress progress) {
        return new Progress() {
            @Override
            public void report(String stage, long done, long total) {
                standing = new Standing(stage, total <= 0 ? -1 : Math.min(1, (double) done / total));
                progress.report(stage, done, total);
            }

            @Override
            public boolean isCancelled() {
                return unwanted || progress.isCancelled();
            }
        };
    }
}
