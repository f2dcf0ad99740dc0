package app.attune.recommend;

import app.attune.core.Progress;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/// Work over 0 … n - 1 in blocks, on all processors, with progress and cancel.
final class Blocks {
    private static final int BLOCK = 64;

    private Blocks() {}

    /// One block; blocks write to places of their own, so their order does not matter.
    @FunctionalInterface
    interface Work {
        void run(int from, int to);
    }

    /// @throws java.util.concurrent.CancellationException if cancelled before the end
    static void run(int n, String stage, Progress progress, Work work) {
        AtomicInteger done = new AtomicInteger();
        ReentrantLock reporting = new ReentrantLock();
        IntStream.range(0, (n + BLOCK - 1) / BLOCK).parallel().forEach(block -> {
            if (progress.isCancelled()) {
                return;
            }
            int from = block * BLOCK;
            int to = Math.min(n, from + BLOCK);
            work.run(from, to);
            int finished = done.addAndGet(to - from);
            if (reporting.tryLock()) {
                try {
                    progress.report(stage, finished, n);
                } finally {
                    reporting.unlock();
                }
            }
        });
        progress.checkpoint();
    }
}
