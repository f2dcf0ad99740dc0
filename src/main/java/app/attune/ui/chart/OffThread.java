package app.attune.ui.chart;

import java.util.concurrent.ForkJoinPool;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Draws and writes charts off the FX thread.
final class OffThread {
    private OffThread() {}

    /// Calls `ended` on the FX thread with the result, or with what was thrown.
    static <T> void run(Supplier<T> work, BiConsumer<@Nullable T, @Nullable Throwable> ended) {
        ForkJoinPool.commonPool().execute(() -> {
            try {
                T result = work.get();
                Platform.runLater(() -> ended.accept(result, null));
            } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
                Platform.runLater(() -> ended.accept(null, e));
            }
        });
    }
}
