package app.attune.decider;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Reads the files of a bundle that was packed as `.zip`, into memory and within limits; nothing is unpacked to a disk.
final class BundleArchive {
    private static final long LARGEST = BundleFormat.LARGEST_FILE;

    /// Every file may have a folder of its own, which some tools write down as well.
    private static final int MOST_ENTRIES = 2 * BundleFormat.MOST_FILES;

    private BundleArchive() {}

    static boolean isOne(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".zip") && Files.isRegularFile(file);
    }

    /// By name below the folder that holds the manifest.
    static SortedMap<String, byte[]> read(Path file) throws IOException {
        SortedMap<String, byte[]> entries = entries(file);
        SortedMap<String, byte[]> files = new TreeMap<>(entries);
        files.keySet().removeIf(name -> name.endsWith("/"));
        if (files.size() > BundleFormat.MOST_FILES) {
            throw BundleFolder.tooMany();
        }
        return below(file, folder(files), files);
    }

    /// Folders as well: they count, and what somebody hid in one is read within the same limits.
    private static SortedMap<String, byte[]> entries(Path file) throws IOException {
        SortedMap<String, byte[]> entries = new TreeMap<>();
        long left = LARGEST;
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readNBytes((int) left + 1);
                if (bytes.length > left) {
                    throw tooLarge(file);
                }
                left -= bytes.length;
                if (entries.size() == MOST_ENTRIES) {
                    throw BundleFolder.tooMany();
                }
                put(file, entry.getName(), bytes, entries);
            }
        }
        return entries;
    }

    private static BundleException tooLarge(Path file) {
        return new BundleException(
                "bundle.too-large",
                file + " unpacks to more than " + (LARGEST >> 20) + " MB, which is not read from an archive.",
                "Unpack it where you trust it, and name the folder.");
    }

    private static void put(Path file, String name, byte[] bytes, SortedMap<String, byte[]> into) {
        if (into.put(name, bytes) != null) {
            throw Fields.malformed(file.toString(), "\"" + name + "\" is there twice");
        }
    }

    /// Where the manifest is, with a slash at its end.
    private static String folder(SortedMap<String, byte[]> files) {
        return files.keySet().stream()
                .filter(name -> name.endsWith("/" + BundleFormat.MANIFEST))
                .filter(name -> !files.containsKey(BundleFormat.MANIFEST))
                .map(name -> name.substring(0, name.length() - BundleFormat.MANIFEST.length()))
                .findFirst()
                .orElse("");
    }

    private static SortedMap<String, byte[]> below(Path file, String folder, SortedMap<String, byte[]> files) {
        SortedMap<String, byte[]> below = new TreeMap<>();
        files.forEach((name, bytes) ->
                put(file, name.startsWith(folder) ? name.substring(folder.length()) : name, bytes, below));
        return below;
    }
}
