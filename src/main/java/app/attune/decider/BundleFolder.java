package app.attune.decider;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The files of a bundle, in a folder or in a `.zip` file, read within limits and never outside of it.
public final class BundleFolder {
    /// Opens a file by its name.
    @FunctionalInterface
    private interface Source {
        InputStream open(String name) throws IOException;
    }

    private static final int DEEPEST = 3;
    private static final int BUFFER = 1 << 16;

    private final Source source;
    private final SortedMap<String, Long> sizes;

    private BundleFolder(Source source, SortedMap<String, Long> sizes) {
        this.source = source;
        this.sizes = Collections.unmodifiableSortedMap(sizes);
    }

    /// @throws BundleException `bundle.not-found`, `bundle.link`, `bundle.too-many-files`, `bundle.too-large`,
    ///                          `bundle.unreadable`
    public static BundleFolder open(Path folder) {
        if (BundleArchive.isOne(folder)) {
            return unpacked(folder);
        }
        if (!Files.isDirectory(folder)) {
            throw new BundleException(
                    "bundle.not-found",
                    "There is no bundle folder " + folder + ".",
                    "Name the folder that holds " + BundleFormat.MANIFEST + ", or its .zip file.");
        }
        SortedMap<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> entries = Files.walk(folder, DEEPEST)) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                add(folder, entry, sizes);
            }
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
        long total = sizes.values().stream().mapToLong(Long::longValue).sum();
        if (total > BundleFormat.LARGEST_BUNDLE) {
            throw tooLarge("The bundle", total, BundleFormat.LARGEST_BUNDLE);
        }
        return new BundleFolder(name -> Files.newInputStream(folder.resolve(name), LinkOption.NOFOLLOW_LINKS), sizes);
    }

    /// Of texts in memory, by name.
    static BundleFolder of(SortedMap<String, String> texts) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return inMemory(files);
    }

    private static BundleFolder inMemory(SortedMap<String, byte[]> files) {
        SortedMap<String, Long> sizes = new TreeMap<>();
        files.forEach((name, bytes) -> sizes.put(name, (long) bytes.length));
        return new BundleFolder(name -> new ByteArrayInputStream(files.getOrDefault(name, new byte[0])), sizes);
    }

    private static BundleFolder unpacked(Path archive) {
        try {
            return inMemory(BundleArchive.read(archive));
        } catch (IOException e) {
            throw unreadable(archive, e);
        }
    }

    private static void add(Path folder, Path entry, SortedMap<String, Long> sizes) throws IOException {
        if (entry.equals(folder) || Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        String name = folder.relativize(entry).toString().replace('\\', '/');
        if (!Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
            throw new BundleException(
                    "bundle.link",
                    name + " is a link or a device, not a file.",
                    "A bundle holds plain files only: ask for it again from where it was exported.");
        }
        if (sizes.size() == BundleFormat.MOST_FILES) {
            throw tooMany();
        }
        sizes.put(name, Files.size(entry));
    }

    /// Names with slashes, sorted, and sizes in bytes.
    public SortedMap<String, Long> sizes() {
        return sizes;
    }

    public boolean has(String name) {
        return sizes.containsKey(name);
    }

    /// The text of a file, which must be UTF-8.
    ///
    /// @throws BundleException `bundle.missing-file`, `bundle.too-large`, `bundle.malformed`, `bundle.unreadable`
    public String text(String name) {
        byte[] bytes = bytes(name);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BundleException("bundle.malformed", name + " is not UTF-8 text.", Fields.REMEDY, e);
        }
    }

    private byte[] bytes(String name) {
        requireThere(name);
        long limit = name.equals(BundleFormat.MANIFEST) ? BundleFormat.LARGEST_MANIFEST : BundleFormat.LARGEST_FILE;
        try (InputStream in = source.open(name)) {
            byte[] bytes = in.readNBytes((int) limit + 1);
            if (bytes.length > limit) {
                throw tooLarge(name, Math.max(bytes.length, sizes.getOrDefault(name, 0L)), limit);
            }
            return bytes;
        } catch (IOException e) {
            throw unreadable(Path.of(name), e);
        }
    }

    /// In lower-case hexadecimal digits.
    ///
    /// @throws BundleException `bundle.missing-file`, `bundle.unreadable`
    public String sha256(String name) {
        requireThere(name);
        MessageDigest digest = Sha256.fresh();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = new DigestInputStream(source.open(name), digest)) {
            while (in.read(buffer) >= 0) {
                // The stream digests what passes.
            }
        } catch (IOException e) {
            throw unreadable(Path.of(name), e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Of bytes in memory, as [#sha256(String)] writes it.
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.of(bytes));
    }

    private void requireThere(String name) {
        if (!sizes.containsKey(name)) {
            throw new BundleException("bundle.missing-file", "The bundle has no file " + name + ".", Fields.REMEDY);
        }
    }

    static BundleException tooMany() {
        return new BundleException(
                "bundle.too-many-files",
                "The folder holds more than " + BundleFormat.MOST_FILES + " files, more than any bundle does.",
                "Name the folder of the bundle itself.");
    }

    static BundleException tooLarge(String what, long size, long limit) {
        return new BundleException(
                "bundle.too-large",
                what + " has " + (size >> 20) + " MB; at most " + (limit >> 20) + " MB are read.",
                "No export of Attune is as large: check where the bundle comes from.");
    }

    private static BundleException unreadable(Path file, IOException cause) {
        return new BundleException(
                "bundle.unreadable",
                "Can't read " + file + ": " + cause.getMessage() + ".",
                "Check that the file is there and may be read.",
                cause);
    }
}
