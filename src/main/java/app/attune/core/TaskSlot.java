package app.attune.core;

import java.util.concurrent.atomic.AtomicLong;

/// One place on a screen that shows the result of one job: the newest job wins, every older one is stale.
///
/// Thread-safe. A job takes a ticket when it starts, asks `isCurrent` before it shows anything, and its progress
/// is cancelled as soon as a newer ticket exists.
public final class TaskSlot {
    private final AtomicLong newest = new AtomicLong();

    /// Starts a new job: every ticket given before is stale from now on.
    public long next() {
        return newest.incrementAndGet();
    }

    public boolean isCurrent(long ticket) {
        return newest.get() == ticket;
    }

    /// Makes every job of this slot stale without starting another.
    public void cancel() {
        newest.incrementAndGet();
    }
}
