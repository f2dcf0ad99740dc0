package app.attune.events;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.events.read.Rejection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// The room on the disk that imports write to: asked before they begin, and watched while they go on, since a store
/// whose disk is full can do nothing any more.
public final class DiskRoom {
    private static final long MEGABYTE = 1L << 20;

    /// Imports leave this much for everything else.
    private static final long RESERVE_BYTES = 200 * MEGABYTE;

    /// An import that finds less than this stops.
    private static final long FLOOR_BYTES = 64 * MEGABYTE;

    /// Measured on shop and web exports: 3 to 31 bytes in the store for 100 bytes of text, and as much again for what
    /// is kept ready beside it.
    private static final double STORED_PART = 0.6;

    private final LongSupplier freeBytes;

    public DiskRoom(LongSupplier freeBytes) {
        this.freeBytes = freeBytes;
    }

    /// What speaks against the import, empty where there is room.
    Optional<Problem> problem(ImportRequest request) {
        long needed = (long) (STORED_PART * request.source().plainSize());
        long free = freeBytes.getAsLong();
        if (free - RESERVE_BYTES >= needed) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                "import.disk-space",
                String.format(
                        Locale.ROOT,
                        "Importing %s needs about %,d MB on the workspace's disk, and %,d MB are free (%,d MB stay in"
                                + " reserve).",
                        request.name(),
                        1 + needed / MEGABYTE,
                        free / MEGABYTE,
                        RESERVE_BYTES / MEGABYTE),
                "Free some space, or move the workspace to another disk, then import again."));
    }

    /// @throws ProblemException `import.disk-space` with what is free and what is needed
    void require(ImportRequest request) {
        problem(request).ifPresent(problem -> {
            throw new ProblemException(problem);
        });
    }

    /// The same writer, which stops before the disk is full.
    ImportWriter watched(ImportWriter writer) {
        return new Watched(writer);
    }

    private void requireFloor() {
        long free = freeBytes.getAsLong();
        if (free < FLOOR_BYTES) {
            throw ProblemException.of(
                    "import.disk-space",
                    String.format(
                            Locale.ROOT,
                            "Only %,d MB are free on the workspace's disk, so the import was stopped; nothing of it"
                                    + " was kept.",
                            free / MEGABYTE),
                    "Free some space, or move the workspace to another disk, then import again.");
        }
    }

    private final class Watched implements ImportWriter {
        private final ImportWriter writer;

        Watched(ImportWriter writer) {
            this.writer = writer;
        }

        @Override
        public long importId() {
            return writer.importId();
        }

        @Override
        public void append(List<Supplier<Chunk>> chunks, List<DictionaryGrowth> growth, List<Rejection> rejections) {
            requireFloor();
            writer.append(chunks, growth, rejections);
        }

        @Override
        public void finish(ImportReport report) {
            requireFloor();
            writer.finish(report);
        }

        @Override
        public void close() {
            writer.close();
        }
    }
}
