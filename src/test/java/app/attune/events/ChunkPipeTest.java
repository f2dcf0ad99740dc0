package app.attune.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.events.read.Rejection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Every piece is written once and in order, and whoever waits comes back, also where the executor loses what it was
/// given, as one does that finds no memory for a thread.
@Timeout(60)
class ChunkPipeTest {
    private final Pieces written = new Pieces();

    @Test
    void piecesThatTheExecutorLosesAreWrittenByWhoeverWaits() {
        try (ChunkPipe pipe = new ChunkPipe(written, lost -> {})) {
            send(pipe, 1);
            send(pipe, 2);
            assertEquals(List.of(1), written.sizes());
            pipe.await();
            assertEquals(List.of(1, 2), written.sizes());
            send(pipe, 3);
        }
        assertEquals(List.of(1, 2, 3), written.sizes());
    }

    @Test
    void aPieceThatRunsLaterAllTheSameIsNotWrittenTwice() {
        List<Runnable> given = new ArrayList<>();
        try (ChunkPipe pipe = new ChunkPipe(written, given::add)) {
            send(pipe, 1);
        }
        given.forEach(Runnable::run);
        assertEquals(List.of(1), written.sizes());
    }

    @Test
    void whatWentWrongIsToldToWhoeverWaitsAndClosingIsStillPossible() {
        OutOfMemoryError full = new OutOfMemoryError("planted");
        written.failure = full;
        for (Executor executor : List.<Executor>of(Runnable::run, lost -> {})) {
            try (ChunkPipe pipe = new ChunkPipe(written, executor)) {
                send(pipe, 1);
                assertSame(full, assertThrows(OutOfMemoryError.class, pipe::await));
                assertSame(full, assertThrows(OutOfMemoryError.class, () -> send(pipe, 2)));
            }
        }
        assertEquals(List.of(), written.sizes());
    }

    @Test
    void aPieceUnderWayIsWaitedForEvenWhenInterrupted() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        written.before = () -> {
            begun.countDown();
            assertTrue(await(goOn));
        };
        ChunkPipe pipe = new ChunkPipe(written, task -> Thread.ofPlatform().start(task));
        send(pipe, 1);
        assertTrue(await(begun));
        Thread.currentThread().interrupt();
        Thread.ofPlatform().start(goOn::countDown);
        pipe.close();
        assertTrue(Thread.interrupted());
        assertEquals(List.of(1), written.sizes());
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A piece of so many chunks.
    private static void send(ChunkPipe pipe, int chunks) {
        Supplier<Chunk> none = () -> {
            throw new IllegalStateException("nobody encodes here");
        };
        pipe.append(Collections.nCopies(chunks, none), List.of(), List.of());
    }

    private static final class Pieces implements ImportWriter {
        private final ConcurrentLinkedQueue<Integer> sizes = new ConcurrentLinkedQueue<>();
        private Runnable before = () -> {};
        private @Nullable Error failure;

        List<Integer> sizes() {
            return List.copyOf(sizes);
        }

        @Override
        public long importId() {
            return 1;
        }

        @Override
        public void append(List<Supplier<Chunk>> chunks, List<DictionaryGrowth> growth, List<Rejection> rejections) {
            before.run();
            if (failure != null) {
                throw failure;
            }
            sizes.add(chunks.size());
        }

        @Override
        public void finish(ImportReport report) {}

        @Override
        public void close() {}
    }
}
