package app.attune.events;

import app.attune.events.read.Rejection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/// Writes the pieces of an import in order while the next piece is read: one is on its way, never more.
///
/// An executor may lose a piece where memory is short: it cannot begin a thread, or cannot tell of the failure. So
/// whoever waits writes a piece itself that nobody has begun, and a failure is kept where no memory is needed for it.
final class ChunkPipe implements AutoCloseable {
    private final ImportWriter writer;
    private final Executor executor;
    private FutureTask<Boolean> last = new FutureTask<>(() -> {}, true);

    ChunkPipe(ImportWriter writer, Executor executor) {
        this.writer = writer;
        this.executor = executor;
    }

    /// Waits for the piece before and sends this one on its way.
    void append(List<Supplier<Chunk>> chunks, List<DictionaryGrowth> growth, List<Rejection> rejections) {
        await();
        last = new FutureTask<>(() -> writer.append(chunks, growth, rejections), true);
        executor.execute(last);
    }

    /// Waits for the last piece; throws what went wrong with it.
    void await() {
        end();
        if (last.state() == Future.State.FAILED) {
            switch (last.exceptionNow()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case Throwable failure -> throw new IllegalStateException(failure);
            }
        }
    }

    /// Waits until nothing is on its way any more, however that ends.
    @Override
    public void close() {
        end();
    }

    /// Being interrupted does not end the wait: what is being written must be written first.
    private void end() {
        last.run();
        boolean interrupted = false;
        while (!last.isDone()) {
            try {
                last.get();
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                // Done, and asked for by whoever waits for more than the end.
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
