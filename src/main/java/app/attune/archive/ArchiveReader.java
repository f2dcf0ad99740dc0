package app.attune.archive;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// An archive from anywhere. Its directory, its manifest and every byte are checked before anybody uses them, and
/// nothing
/// of it is written anywhere by this.
final class ArchiveReader implements AutoCloseable {
    private static final int MOST_ENTRIES = 5_000;
    private static final long LARGEST_MANIFEST = 8L << 20;
    private static final long SMALL = 32L << 20;
    private static final int HIGHEST_RATIO = 200;

    private final Path file;
    private final ZipFile zip;
    private final ArchiveManifest manifest;

    private ArchiveReader(Path file, ZipFile zip) throws IOException {
        this.file = file;
        this.zip = zip;
        checkDirectory();
        this.manifest = readManifest();
        checkEntries();
    }

    /// @throws ProblemException `archive.unreadable`, `archive.newer`, `archive.unsafe`, `archive.damaged`
    static ArchiveReader open(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw unreadable(file, "there is no such file");
            }
            ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
            try {
                return new ArchiveReader(file, zip);
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (ZipException e) {
            throw unreadable(file, "it is no ZIP file, or not all of one");
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(file, String.valueOf(e.getMessage()));
        }
    }

    ArchiveManifest manifest() {
        return manifest;
    }

    long bytes() {
        return manifest.entries().stream()
                .mapToLong(ArchiveManifest.Entry::bytes)
                .sum();
    }

    /// Compares every entry with its length and checksum in the manifest.
    ///
    /// @throws ProblemException `archive.damaged` naming the first that differs
    void verify(Progress progress) {
        List<ArchiveManifest.Entry> entries = manifest.entries();
        for (int i = 0; i < entries.size(); i++) {
            progress.checkpoint();
            progress.report("Checking the archive", i, entries.size());
            verify(entries.get(i), progress);
        }
    }

    private void verify(ArchiveManifest.Entry entry, Progress progress) {
        MessageDigest digest = Digest.sha256();
        long length = 0;
        try (InputStream in = new DigestInputStream(stream(entry.path()), digest)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0 && length <= entry.bytes(); read = in.read(buffer)) {
                length += read;
                progress.checkpoint();
            }
        } catch (IOException e) {
            throw damaged(entry.path() + " cannot be unpacked (" + e.getMessage() + ")");
        }
        if (length != entry.bytes()
                || !HexFormat.of().formatHex(digest.digest()).equals(entry.sha256())) {
            throw damaged(entry.path() + " is not what it was when the archive was made");
        }
    }

    InputStream stream(String path) throws IOException {
        return zip.getInputStream(zip.getEntry(path));
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw unreadable(file, String.valueOf(e.getMessage()));
        }
    }

    private void checkDirectory() throws IOException {
        if (zip.size() > MOST_ENTRIES) {
            throw unsafe("it has " + zip.size() + " entries, and no archive has more than " + MOST_ENTRIES);
        }
        Set<String> names = new HashSet<>();
        long packed = 0;
        long unpacked = 0;
        for (ZipEntry entry : zip.stream().toList()) {
            packed += Math.max(0, entry.getCompressedSize());
            unpacked += Math.max(0, entry.getSize());
            if (!ArchiveNames.isKnown(entry.getName())) {
                throw unsafe("it has an entry that no archive of Attune has: " + shown(entry.getName()));
            }
            if (!names.add(entry.getName())) {
                throw unsafe("it has two entries called " + entry.getName());
            }
            if (entry.getSize() > SMALL && entry.getSize() / HIGHEST_RATIO > entry.getCompressedSize()) {
                throw unsafe(entry.getName() + " would grow more than " + HIGHEST_RATIO + " times");
            }
        }
        if (packed > Files.size(file)) {
            throw unsafe("its entries overlap");
        }
        if (unpacked > SMALL && unpacked / HIGHEST_RATIO > Files.size(file)) {
            throw unsafe("all of it would grow more than " + HIGHEST_RATIO + " times");
        }
    }

    private ArchiveManifest readManifest() throws IOException {
        ZipEntry entry = zip.getEntry(ArchiveManifest.NAME);
        if (entry == null) {
            throw unreadable(file, "it has no " + ArchiveManifest.NAME);
        }
        byte[] bytes;
        try (InputStream in = zip.getInputStream(entry)) {
            bytes = in.readNBytes((int) LARGEST_MANIFEST + 1);
        }
        if (bytes.length > LARGEST_MANIFEST) {
            throw unsafe("its manifest is larger than any");
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        JsonNode json = Json.read(text, ArchiveManifest.NAME + " of " + file.getFileName());
        int version = json.path("version").asInt(0);
        if (!json.path("format").asText("").equals(ArchiveManifest.FORMAT) || version < 1) {
            throw unreadable(file, "its manifest does not say that it is an archive of Attune");
        }
        if (version > ArchiveManifest.VERSION) {
            throw ProblemException.of(
                    "archive.newer",
                    "The archive was made by a newer Attune: it has format " + version + ", and this version knows "
                            + ArchiveManifest.VERSION + " (" + file + ").",
                    "Install the newer version to open it.");
        }
        // Version 1 is the only one so far; a reader of an older version turns it into the newest one here.
        try {
            return Json.read(text, ArchiveManifest.class, ArchiveManifest.NAME + " of " + file.getFileName());
        } catch (ProblemException | NullPointerException | IllegalArgumentException e) {
            throw unreadable(file, "its manifest is not as it should be");
        }
    }

    /// The entries are exactly those of the manifest, each of the length it says.
    private void checkEntries() {
        Map<String, ArchiveManifest.Entry> listed = new HashMap<>();
        manifest.entries().forEach(entry -> listed.put(entry.path(), entry));
        if (listed.size() != manifest.entries().size()) {
            throw damaged("its manifest lists an entry twice");
        }
        for (ZipEntry entry : zip.stream().toList()) {
            ArchiveManifest.Entry known = listed.remove(entry.getName());
            if (known == null && !entry.getName().equals(ArchiveManifest.NAME)) {
                throw unsafe("it has an entry that its manifest does not list: " + entry.getName());
            }
            if (known != null && known.bytes() != entry.getSize()) {
                throw damaged(entry.getName() + " has another length than the manifest says");
            }
        }
        if (!listed.isEmpty()) {
            throw damaged("it lacks " + listed.keySet().iterator().next());
        }
        for (ArchiveManifest.Table table : manifest.tables()) {
            if (zip.getEntry(table.entry()) == null) {
                throw damaged("it lacks " + table.entry());
            }
        }
    }

    ProblemException damaged(String what) {
        return ProblemException.of(
                "archive.damaged",
                "The archive is damaged: " + what + " (" + file + ").",
                "Copy it again from where you got it, or ask for it again. Nothing was made of it.");
    }

    private ProblemException unsafe(String what) {
        return ProblemException.of(
                "archive.unsafe",
                "This is not how Attune makes an archive: " + what + " (" + file + ").",
                "Do not trust the file. Ask whoever sent it to make the archive again. Nothing was made of it.");
    }

    private static String shown(String name) {
        String clean = name.replaceAll("\\p{Cntrl}", "?");
        return clean.substring(0, Math.min(clean.length(), 80));
    }

    private static ProblemException unreadable(Path file, String why) {
        return new ProblemException(new Problem(
                "archive.unreadable",
                "The file is not an Attune archive: " + file + " (" + why + ").",
                "Choose a file made by Export workspace, or by attune archive."));
    }
}
