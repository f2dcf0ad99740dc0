package app.attune.export;

import app.attune.core.Progress;
import app.attune.decide.ProfileDesk;
import app.attune.decider.BundleFolder;
import app.attune.decider.BundleVerifier;
import app.attune.decider.Verification;
import app.attune.rules.RuleProgram;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The texts of one exported bundle, to be changed and written again.
record WrittenBundle(SortedMap<String, String> files) {
    private static final ProfileDesk DESK = GeneratedShop.desk(11, 400);
    private static final WrittenBundle FRESH = of(DESK);

    WrittenBundle {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    static WrittenBundle fresh() {
        return FRESH;
    }

    /// Of the same shop with other rules.
    static WrittenBundle of(RuleProgram program) {
        return of(GeneratedShop.desk(DESK, program));
    }

    static WrittenBundle of(ProfileDesk desk) {
        return new WrittenBundle(
                BundleFiles.of(GeneratedShop.request(desk), GeneratedShop.CLOCK.instant(), Progress.none()));
    }

    WrittenBundle with(String name, String text) {
        SortedMap<String, String> changed = new TreeMap<>(files);
        changed.put(name, text);
        return new WrittenBundle(changed);
    }

    WrittenBundle without(String name) {
        SortedMap<String, String> fewer = new TreeMap<>(files);
        fewer.remove(name);
        return new WrittenBundle(fewer);
    }

    /// The same with a manifest and checksums that fit, as somebody would who changes a bundle on purpose.
    WrittenBundle signedAgain() {
        return signedAgain(fresh());
    }

    /// @param original whose manifest this has
    WrittenBundle signedAgain(WrittenBundle original) {
        SortedMap<String, String> changed = new TreeMap<>(files);
        String manifest = changed.getOrDefault("manifest.json", "");
        for (Map.Entry<String, String> file : files.entrySet()) {
            String before = original.files.getOrDefault(file.getKey(), "");
            manifest = manifest.replace(digest(before), digest(file.getValue()))
                    .replace("\"bytes\" : " + bytes(before) + ",", "\"bytes\" : " + bytes(file.getValue()) + ",");
        }
        changed.put("manifest.json", manifest);
        changed.remove("SHA256SUMS");
        changed.remove("SIGNATURE");
        SortedMap<String, String> digests = new TreeMap<>();
        changed.forEach((name, text) -> digests.put(name, digest(text)));
        changed.put("SHA256SUMS", BundleVerifier.checksums(digests));
        changed.put("SIGNATURE", GeneratedShop.KEY.signature(BundleVerifier.checksums(digests)));
        return new WrittenBundle(changed);
    }

    private static String digest(String text) {
        return BundleFolder.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    Verification verify(Path folder) {
        return BundleVerifier.verify(write(folder));
    }

    /// @param inside the folder in the archive that the files lie in, with a slash at its end; empty for none
    Path pack(String inside, Path archive) {
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(inside + file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
            return archive;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path write(Path folder) {
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> entries = Files.walk(folder)) {
                    for (Path entry :
                            entries.sorted(java.util.Comparator.reverseOrder()).toList()) {
                        Files.delete(entry);
                    }
                }
            }
            Files.createDirectories(folder.resolve("recommendations"));
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
