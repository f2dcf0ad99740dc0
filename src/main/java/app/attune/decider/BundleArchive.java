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

    private BundleArchive() {}

    static boolean isOne(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".zip") && Files.isRegularFile(file);
    }

    /// By name below the folder that holds the manifest.
    static SortedMap<String, byte[]> read(Path file) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        long left = LARGEST;
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                byte[] bytes = zip.readNBytes((int) left + 1);
                if (bytes.length > left) {
                    throw BundleFolder.tooLarge("The bundle", LARGEST + 1, LARGEST);
                }
                left -= bytes.length;
                if (files.size() == BundleFormat.MOST_FILES) {
                    throw BundleFolder.tooMany();
                }
                if (files.put(entry.getName(), bytes) != null) {
                    throw Fields.malformed(file.toString(), "\"" + entry.getName() + "\" is there twice");
                }
            }
        }
        return below(folder(files), files);
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

    private static SortedMap<String, byte[]> below(String folder, SortedMap<String, byte[]> files) {
        SortedMap<String, byte[]> below = new TreeMap<>();
        files.forEach(
                (name, bytes) -> below.put(name.startsWith(folder) ? name.substring(folder.length()) : name, bytes));
        return below;
    }
}
