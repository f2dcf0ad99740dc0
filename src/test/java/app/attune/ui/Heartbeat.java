package app.attune.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javafx.application.Platform;

/// Beats every 50 ms on the FX thread and measures how much processor time the FX thread spent while a beat waited
/// for its turn: that is how long the window was frozen by our own doing. Wall-clock time is not used, since a busy
/// machine stretches it without any fault of ours. It makes the same work take more processor time too, so the limit
/// grows by the slowness that a [Yardstick] finds before and after.
///
/// The limit is 200 ms, or the system property `attune.heartbeat.limit` in ms.
public final class Heartbeat implements AutoCloseable {
    private static final long PERIOD_MILLIS = 50;
    private static final long LIMIT_MILLIS = Long.getLong("attune.heartbeat.limit", 200);

    /// Of five rounds, most.
    private static final int MOST = 3;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor();
    private final double slownessBefore = Yardstick.slowness();
    private final long fxThread = FxTest.onFx(() -> Thread.currentThread().threadId());
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final AtomicLong longest = new AtomicLong();

    private final Future<?> ticking =
            pulse.scheduleAtFixedRate(this::beat, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);

    private Heartbeat() {}

    public static Heartbeat start() {
        return new Heartbeat();
    }

    /// Does the same in up to five rounds, and fails if the window froze in most of them: what freezes it does so every
    /// time, what the machine does beside it now and then. What fails in itself fails at once.
    public static void mostly(Runnable work) {
        mostRounds(() -> {
            Heartbeat heartbeat = start();
            try {
                work.run();
            } finally {
                heartbeat.stop();
            }
            return heartbeat.freeze();
        });
    }

    static void mostRounds(Supplier<Optional<String>> round) {
        List<String> frozen = new ArrayList<>();
        for (int done = 0; done - frozen.size() < MOST; done++) {
            round.get().ifPresent(frozen::add);
            if (frozen.size() == MOST) {
                throw new AssertionError(String.join("; ", frozen));
            }
        }
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
        stop();
        freeze().ifPresent(words -> {
            throw new AssertionError(words);
        });
    }

    private void stop() {
        ticking.cancel(false);
        pulse.shutdownNow();
    }

    private Optional<String> freeze() {
        if (longestMillis() <= LIMIT_MILLIS) {
            return Optional.empty();
        }
        double slowness = Math.max(slownessBefore, Yardstick.slowness());
        return longestMillis() <= LIMIT_MILLIS * slowness
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "The window froze for %d ms of processor time on a machine %.1f times as slow as usual",
                        longestMillis(),
                        slowness));
    }
}
