package app.attune.events;

import app.attune.events.read.Rejection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// Writes the pieces of an import in order while the next piece is read: one is on its way, never more.
final class ChunkPipe implements AutoCloseable {
    private final ImportWriter writer;
    private final Executor executor;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    ChunkPipe(ImportWriter writer, Executor executor) {
        this.writer = writer;
        this.executor = executor;
    }

    /// Waits for the piece before and sends this one on its way.
    void append(List<Supplier<Chunk>> chunks, List<DictionaryGrowth> growth, List<Rejection> rejections) {
        await();
        last = CompletableFuture.runAsync(() -> writer.append(chunks, growth, rejections), executor);
    }

    /// Waits for the last piece; throws what went wrong with it.
    void await() {
        try {
            last.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw e;
        }
    }

    /// Waits until nothing is on its way any more, however that ends.
    @Override
    public void close() {
        last.handle((done, failure) -> Boolean.TRUE).join();
    }
}
