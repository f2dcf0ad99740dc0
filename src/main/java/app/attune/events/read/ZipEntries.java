package app.attune.events.read;

import app.attune.core.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// The entries of a ZIP archive by its directory. Nothing is ever written to disk, so no entry can land anywhere.
final class ZipEntries implements AutoCloseable {
    /// Archives with more entries are refused.
    static final int MAX_ENTRIES = 5_000;

    private final Path path;
    private final ZipFile zip;

    private ZipEntries(Path path, ZipFile zip) {
        this.path = path;
        this.zip = zip;
    }

    /// @throws ProblemException `import.too-many-entries`, `import.overlapping-entries`, `import.twin-entries`
    static ZipEntries open(Path path) throws IOException {
        ZipEntries entries =
                new ZipEntries(path, ZipFile.builder().setPath(path).get());
        try {
            entries.check();
            return entries;
        } catch (ProblemException e) {
            entries.close();
            throw e;
        }
    }

    /// The files inside, in the order of the archive's directory.
    List<SourceFile> sources() {
        return files().stream()
                .map(entry -> new SourceFile(path, entry.getName(), entry.getCompressedSize()))
                .toList();
    }

    /// Whether the archive is a workbook of a spreadsheet program and not a set of files.
    boolean isWorkbook() {
        return files().stream()
                .anyMatch(entry -> entry.getName().equals("[Content_Types].xml")
                        || entry.getName().startsWith("xl/"));
    }

    /// The entry's bytes as they stand in the archive.
    ///
    /// @throws ProblemException `import.bad-entry-name`, `import.encrypted`, `import.unknown-compression`
    InputStream packed(String name) throws IOException {
        ZipArchiveEntry entry = entry(name);
        if (isOutside(name)) {
            throw ProblemException.of(
                    "import.bad-entry-name",
                    "The entry '" + name + "' of " + path.getFileName() + " points out of the archive.",
                    "If you trust the archive, unpack it yourself and import the file.");
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw ProblemException.of(
                    "import.encrypted",
                    "The entry '" + name + "' of " + path.getFileName() + " is encrypted.",
                    "Unpack it with its password, then choose the unpacked file.");
        }
        if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
            throw ProblemException.of(
                    "import.unknown-compression",
                    "The entry '" + name + "' of " + path.getFileName() + " is compressed by method "
                            + entry.getMethod() + ", which is not read.",
                    "Unpack the archive, then choose the unpacked file.");
        }
        return zip.getRawInputStream(entry);
    }

    /// The entry's content, checked against its checksum at the end. Closing it closes the archive.
    InputStream unpacked(String name, InputStream packed) throws IOException {
        return new Checked(content(name, packed), entry(name).getCrc());
    }

    /// The entry's content as it comes, without any check. Closing it leaves the archive open.
    InputStream content(String name, InputStream packed) throws IOException {
        return entry(name).getMethod() == ZipEntry.STORED ? packed : inflated(packed);
    }

    /// A name that would leave the folder it is unpacked into.
    static boolean isOutside(String name) {
        String slashed = name.replace('\\', '/');
        boolean up = List.of(slashed.split("/", -1)).contains("..");
        return up || slashed.startsWith("/") || slashed.matches("[A-Za-z]:.*");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /// Without wrapper bytes the inflater wants one more byte than the data has.
    private static InputStream inflated(InputStream packed) {
        Inflater inflater = new Inflater(true);
        InputStream padded = new SequenceInputStream(packed, new ByteArrayInputStream(new byte[1]));
        return new InflaterInputStream(padded, inflater, 1 << 16) {
            @Override
            public void close() throws IOException {
                inflater.end();
                super.close();
            }
        };
    }

    private ZipArchiveEntry entry(String name) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("the archive has no entry '" + name + "'");
        }
        return entry;
    }

    private List<ZipArchiveEntry> files() {
        List<ZipArchiveEntry> files = new ArrayList<>();
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            if (!entry.isDirectory()) {
                files.add(entry);
            }
        }
        return files;
    }

    private void check() throws IOException {
        List<ZipArchiveEntry> files = files();
        if (files.size() > MAX_ENTRIES) {
            throw ProblemException.of(
                    "import.too-many-entries",
                    String.format(
                            Locale.ROOT,
                            "%s has %,d entries; at most %,d are read.",
                            path.getFileName(),
                            files.size(),
                            MAX_ENTRIES),
                    "Unpack it, then import a folder of what you need.");
        }
        Set<String> names = new HashSet<>();
        for (ZipArchiveEntry file : files) {
            if (!names.add(file.getName())) {
                throw ProblemException.of(
                        "import.twin-entries",
                        path.getFileName() + " has two entries with the name '" + file.getName() + "'.",
                        "Unpack it, then import the files.");
            }
        }
        long sum = files.stream().mapToLong(ZipArchiveEntry::getCompressedSize).sum();
        if (sum > Files.size(path)) {
            throw ProblemException.of(
                    "import.overlapping-entries",
                    "The entries of " + path.getFileName() + " overlap: it looks like a trap.",
                    "If you trust the archive, unpack it yourself and import the files.");
        }
    }

    private final class Checked extends FilterInputStream {
        private final CheckedInputStream checked;
        private final long expected;

        Checked(InputStream content, long expected) {
            this(new CheckedInputStream(content, new CRC32()), expected);
        }

        private Checked(CheckedInputStream checked, long expected) {
            super(checked);
            this.checked = checked;
            this.expected = expected;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            if (n < 0 && checked.getChecksum().getValue() != expected) {
                throw new IOException("the checksum in the archive does not fit the content");
            }
            return n;
        }

        @Override
        public void close() throws IOException {
            try {
                super.close();
            } finally {
                zip.close();
            }
        }
    }
}
