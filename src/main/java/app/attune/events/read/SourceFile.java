package app.attune.events.read;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/// A file to read rows from, plain or compressed with gzip, told apart by content and not by name.
public final class SourceFile {
    private static final int BUFFER = 1 << 16;
    private static final int MARK_BYTES = 4;

    private final Path path;

    public SourceFile(Path path) {
        this.path = path;
    }

    public String name() {
        return String.valueOf(path.getFileName());
    }

    /// Where the file lies, for readers that jump about in it.
    ///
    /// @throws ProblemException `import.packed` if it would have to be unpacked first
    Path onDisk() {
        if (!Arrays.equals(storedHead(MARK_BYTES), head(MARK_BYTES))) {
            throw ProblemException.of(
                    "import.packed",
                    name() + " is packed, and what is inside can only be read unpacked.",
                    "Unpack it, then choose the unpacked file.");
        }
        return path;
    }

    /// Bytes on disk.
    public long size() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// The first bytes of the uncompressed content, at most `limit`.
    public byte[] head(int limit) {
        try (ContentStream in = open()) {
            byte[] head = in.readNBytes(limit);
            return head.length == limit ? head : Arrays.copyOf(head, head.length);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// The first bytes as they lie on the disk, at most `limit`.
    byte[] storedHead(int limit) {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(limit);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// The uncompressed content.
    ///
    /// @throws ProblemException `import.unreadable` if the file cannot be opened
    public ContentStream open() {
        try {
            CountingStream counted = new CountingStream(Files.newInputStream(path));
            BufferedInputStream buffered = new BufferedInputStream(counted, BUFFER);
            buffered.mark(2);
            boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
            buffered.reset();
            InputStream content = gzip ? new GZIPInputStream(buffered, BUFFER) : buffered;
            return new ContentStream(content, counted);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    ProblemException unreadable(IOException cause) {
        String why =
                cause instanceof NoSuchFileException ? "there is no such file" : String.valueOf(cause.getMessage());
        return new ProblemException(
                new Problem(
                        "import.unreadable",
                        "Can't read " + name() + ": " + why + ".",
                        "Check that the file exists, is complete and may be read, then choose it again."),
                cause);
    }
}
