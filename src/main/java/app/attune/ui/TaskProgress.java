package app.attune.ui;

import app.attune.core.Progress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Carries progress from a worker to its row, at most ten times a second, the last report always included.
final class TaskProgress implements Progress {
    private static final long PERIOD_MILLIS = 100;
    private static final double SAYS_NOTHING_BELOW = 0.02;

    private record Report(String stage, long done, long total) {}

    private final TaskRow row;
    private final BooleanSupplier stale;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final AtomicReference<@Nullable Report> latest = new AtomicReference<>();
    private final long started = System.nanoTime();

    TaskProgress(TaskRow row, BooleanSupplier stale) {
        this.row = row;
        this.stale = stale;
    }

    @Override
    public void report(String stage, long done, long total) {
        latest.set(new Report(stage, done, total));
        if (scheduled.compareAndSet(false, true)) {
            CompletableFuture.delayedExecutor(PERIOD_MILLIS, TimeUnit.MILLISECONDS)
                    .execute(() -> Platform.runLater(this::push));
        }
    }

    @Override
    public boolean isCancelled() {
        return cancelled.get() || stale.getAsBoolean();
    }

    void cancel() {
        cancelled.set(true);
    }

    private void push() {
        scheduled.set(false);
        Report report = latest.get();
        if (report != null) {
            double fraction = report.total() <= 0 ? -1 : Math.min(1, (double) report.done() / report.total());
            row.update(report.stage(), fraction, remaining(fraction));
        }
    }

    private String remaining(double fraction) {
        if (fraction < SAYS_NOTHING_BELOW) {
            return "";
        }
        double elapsed = System.nanoTime() - started;
        return Numbers.remaining(Duration.ofNanos((long) (elapsed * (1 - fraction) / fraction)));
    }
}
