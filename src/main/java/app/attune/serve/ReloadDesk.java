package app.attune.serve;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Reads bundles on one thread beside those that decide, asked or because a folder changed.
final class ReloadDesk implements AutoCloseable {
    private final BundleShelf shelf;
    private final BundleWatch watch;
    private final Journal journal;
    private final ScheduledExecutorService thread;

    ReloadDesk(BundleShelf shelf, Duration every, Journal journal) {
        this.shelf = shelf;
        this.journal = journal;
        this.watch = new BundleWatch(shelf);
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("attune-reload").factory());
        if (every.isPositive()) {
            var ignored =
                    thread.scheduleWithFixedDelay(this::look, every.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void look() {
        try {
            watch.look();
        } catch (RuntimeException e) {
            journal.remark(
                    "The bundle's folder can't be watched: " + e.getClass().getName());
        }
    }

    Reload reload(Path folder) {
        try {
            return thread.submit(() -> {
                        Reload done = shelf.reload(folder);
                        watch.accept();
                        return done;
                    })
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The server stopped", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A reload failed", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
