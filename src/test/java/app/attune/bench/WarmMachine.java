package app.attune.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;

/// Brings a machine that has rested into the state of one at work, so that what is measured first does not pay for it.
///
/// A virtual machine gives memory it does not need back to its host; the first to ask for it again waits, in system
/// time, for pages that the next one finds at hand. Files may have left the cache likewise.
final class WarmMachine {
    private static final long GIGABYTE = 1L << 30;
    private static final long PAGE = 4_096;

    private WarmMachine() {}

    /// Writes a byte into every page of `gigabytes` of memory, gives them back, and reads `file` once.
    static void warm(int gigabytes, Path file) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(gigabytes * GIGABYTE);
            for (long at = 0; at < memory.byteSize(); at += PAGE) {
                memory.set(ValueLayout.JAVA_BYTE, at, (byte) 1);
            }
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
    }
}
