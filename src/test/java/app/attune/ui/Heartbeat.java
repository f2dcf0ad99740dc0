package app.attune.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;

/// Beats every 50 ms on the FX thread and measures how much processor time the FX thread spent while a beat waited
/// for its turn: that is how long the window was frozen by our own doing. Wall-clock time is not used, since a busy
/// machine stretches it without any fault of ours.
///
/// The limit is 200 ms, or the system property `attune.heartbeat.limit` in ms.
public final class Heartbeat implements AutoCloseable {
    private static final long PERIOD_MILLIS = 50;
    private static final long LIMIT_MILLIS = Long.getLong("attune.heartbeat.limit", 200);

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor();
    private final long fxThread = FxTest.onFx(() -> Thread.currentThread().threadId());
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final AtomicLong longest = new AtomicLong();

    private final Future<?> ticking =
            pulse.scheduleAtFixedRate(this::beat, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);

    private Heartbeat() {}

    public static Heartbeat start() {
        return new Heartbeat();
    }

    /// The longest freeze so far, in ms of processor time.
    public long longestMillis() {
        return TimeUnit.NANOSECONDS.toMillis(longest.get());
    }

    private void beat() {
        if (waiting.compareAndSet(false, true)) {
            long before = threads.getThreadCpuTime(fxThread);
            Platform.runLater(() -> {
                longest.accumulateAndGet(threads.getThreadCpuTime(fxThread) - before, Math::max);
                waiting.set(false);
            });
        }
    }

    /// Stops, and fails if the window froze for longer than the limit.
    @Override
    public void close() {
        ticking.cancel(false);
        pulse.shutdownNow();
        if (longestMillis() > LIMIT_MILLIS) {
            throw new AssertionError("The window froze for " + longestMillis() + " ms of processor time");
        }
    }
}
