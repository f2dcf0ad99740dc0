package app.attune.events.read;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/// One file to read rows from, or one entry of an archive: plain or compressed with gzip or bzip2, told apart by
/// content and not by name.
public final class SourceFile {
    private static final int BUFFER = 1 << 16;
    private static final int MARK_BYTES = 4;
    private static final int USUAL_RATIO = 8;

    private final Path path;
    private final Optional<String> entry;
    private final long entrySize;
    private final Optional<byte[]> content;

    public SourceFile(Path path) {
        this.path = path;
        this.content = Optional.empty();
        this.entry = Optional.empty();
        this.entrySize = 0;
    }

    /// A file that is in memory and on no disk.
    public SourceFile(String name, byte[] content) {
        this.path = Path.of(name);
        this.entry = Optional.empty();
        this.entrySize = 0;
        this.content = Optional.of(content.clone());
    }

    SourceFile(Path archive, String entry, long packedSize) {
        this.path = archive;
        this.content = Optional.empty();
        this.entry = Optional.of(entry);
        this.entrySize = packedSize;
    }

    /// Such as `events.csv.gz`, or `export.zip/events.csv` for an entry.
    public String name() {
        String file = String.valueOf(path.getFileName());
        return entry.map(inside -> file + "/" + inside).orElse(file);
    }

    /// The name of the entry, or of the file where it is none.
    public String shortName() {
        return entry.orElseGet(() -> String.valueOf(path.getFileName()));
    }

    /// Where the file lies, for readers that jump about in it.
    ///
    /// @throws ProblemException `import.packed` if it would have to be unpacked first
    Path onDisk() {
        if (entry.isPresent() || !Arrays.equals(storedHead(MARK_BYTES), head(MARK_BYTES))) {
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
            if (content.isPresent()) {
                return content.get().length;
            }
            return entry.isEmpty() ? Files.size(path) : entrySize;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// About how many bytes of plain text the file stands for: what is packed is taken to be so many times as much.
    long plainSize() {
        byte[] head = storedHead(Container.HEAD_BYTES);
        boolean packed = entry.isPresent()
                || Container.of(head) != Container.NONE
                || BinaryDetection.detect(head).isPresent();
        return size() * (packed ? USUAL_RATIO : 1);
    }

    /// The first bytes of the uncompressed content, at most `limit`; fewer where the rest is missing or damaged.
    public byte[] head(int limit) {
        try (ContentStream in = open()) {
            return head(in, limit);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// The uncompressed content.
    ///
    /// @throws ProblemException `import.unreadable` if the file cannot be opened, `import.nested-archive` if what
    ///                          is inside is packed once more
    public ContentStream open() {
        try {
            return entry.isEmpty() ? openFile() : openEntry(entry.get());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// The first bytes as they lie on the disk, at most `limit`; those of its content for an entry of an archive.
    byte[] storedHead(int limit) {
        if (entry.isPresent()) {
            return head(limit);
        }
        try (InputStream in = stored()) {
            return in.readNBytes(limit);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private InputStream stored() throws IOException {
        return content.isPresent() ? new ByteArrayInputStream(content.get()) : Files.newInputStream(path);
    }

    private ContentStream openFile() throws IOException {
        CountingStream counted = new CountingStream(stored());
        BufferedInputStream packed = new BufferedInputStream(counted, BUFFER);
        try {
            return new ContentStream(content(packed), counted);
        } catch (IOException | ProblemException e) {
            packed.close();
            throw e;
        }
    }

    private InputStream content(BufferedInputStream packed) throws IOException {
        return switch (Container.of(peek(packed))) {
            case GZIP -> inner(gzip(packed));
            case BZIP2 -> inner(new BZip2CompressorInputStream(packed, true));
            // A ZIP here is a workbook, which is read as a whole; archives are taken apart before.
            case NONE, ZIP -> packed;
        };
    }

    private static InputStream gzip(InputStream packed) throws IOException {
        return GzipCompressorInputStream.builder()
                .setInputStream(packed)
                .setDecompressConcatenated(true)
                .get();
    }

    private ContentStream openEntry(String name) throws IOException {
        ZipEntries zip = ZipEntries.open(path);
        try {
            CountingStream counted = new CountingStream(zip.packed(name));
            return new ContentStream(inner(zip.unpacked(name, counted)), counted);
        } catch (IOException | ProblemException e) {
            zip.close();
            throw e;
        }
    }

    private InputStream inner(InputStream unpacked) throws IOException {
        BufferedInputStream content = new BufferedInputStream(unpacked, BUFFER);
        Container container = Container.of(peek(content));
        if (container != Container.NONE) {
            throw ProblemException.of(
                    "import.nested-archive",
                    name() + " holds another archive (" + container.name().toLowerCase(Locale.ROOT)
                            + ") instead of rows.",
                    "Unpack it once, then choose what was inside.");
        }
        return content;
    }

    private static byte[] peek(BufferedInputStream in) throws IOException {
        in.mark(Container.HEAD_BYTES);
        byte[] head = head(in, Container.HEAD_BYTES);
        in.reset();
        return head;
    }

    /// As many of the first bytes as there are; what is damaged after them is found when it is read.
    private static byte[] head(InputStream in, int limit) throws IOException {
        byte[] head = new byte[limit];
        int length = 0;
        try {
            for (int n = in.read(head); n > 0; n = in.read(head, length, limit - length)) {
                length += n;
            }
        } catch (IOException e) {
            if (length == 0) {
                throw e;
            }
        }
        return Arrays.copyOf(head, length);
    }

    ProblemException unreadable(IOException cause) {
        boolean cut = cause instanceof EOFException
                || String.valueOf(cause.getMessage()).contains("nexpected end");
        if (cut) {
            return new ProblemException(
                    new Problem(
                            "import.truncated",
                            name() + " ends in the middle: a part of it is missing.",
                            "Copy or download the file again, then import it."),
                    cause);
        }
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
