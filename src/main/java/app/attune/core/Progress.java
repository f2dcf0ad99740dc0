package app.attune.core;

import java.util.concurrent.CancellationException;

/// How long work tells where it stands and learns that nobody wants it any more. Knows nothing of any window.
public interface Progress {
    /// `stage` in the analyst's words; `done` of `total` in its own unit; `total` 0 when it is not known.
    void report(String stage, long done, long total);

    boolean isCancelled();

    /// Call at least every 50 ms of work.
    ///
    /// @throws CancellationException if the work is no longer wanted
    default void checkpoint() {
        if (isCancelled()) {
            throw new CancellationException("Cancelled");
        }
    }

    /// Reports to nobody and is never cancelled.
    static Progress none() {
        return NoProgress.INSTANCE;
    }
}
