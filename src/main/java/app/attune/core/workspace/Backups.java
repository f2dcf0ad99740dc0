package app.attune.core.workspace;

import app.attune.core.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The last copies of a workspace's store, each named by when it was made and its checksum.
final class Backups {
    static final int KEPT = 10;
    private static final long TOTAL_BYTES = 4L << 30;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path folder;

    Backups(Path folder) {
        this.folder = folder;
    }

    /// Newest first.
    List<Path> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("store-[0-9-]+-[0-9a-f]{8}\\.mv\\.db"))
                    .sorted(Comparator.comparing(
                                    (Path file) -> file.getFileName().toString())
                            .reversed())
                    .toList();
        } catch (IOException e) {
            throw Durable.failed(folder, e);
        }
    }

    /// Copies `store`, whose checksum is `seal`, unless the newest copy is the same; drops the oldest copies.
    void keep(Path store, StoreSeal seal, Clock clock) {
        Optional<Path> newest = list().stream().findFirst();
        if (newest.filter(file -> checksumOf(file).equals(seal.crc32c())).isPresent()) {
            return;
        }
        Durable.makeFolder(folder);
        String name = "store-" + TIME.format(clock.instant()) + "-" + seal.crc32c() + ".mv.db";
        Durable.copy(store, folder.resolve(name));
        dropOldest();
    }

    /// What to do about a damaged store, naming the newest copy there is.
    static String remedy(Path workspace) {
        return new Backups(workspace.resolve("backups"))
                .list().stream()
                        .findFirst()
                        .map(newest -> "Restore the newest copy, " + newest.getFileName()
                                + ": the damaged store is kept beside it.")
                        .orElse("There is no copy in the backups folder: import the files into a new workspace.");
    }

    /// @throws ProblemException `workspace.bad-backup` if the copy is not what its name says
    void requireWhole(Path backup) {
        if (!list().contains(backup) || !StoreSeal.of(backup).crc32c().equals(checksumOf(backup))) {
            throw ProblemException.of(
                    "workspace.bad-backup",
                    "The copy is damaged or is no copy of this workspace: " + backup + ".",
                    "Choose another one from the backups folder.");
        }
    }

    private void dropOldest() {
        long total = 0;
        int count = 0;
        for (Path file : list()) {
            count++;
            total += sizeOf(file);
            if (count > KEPT || (count > 1 && total > TOTAL_BYTES)) {
                Durable.delete(file);
            }
        }
    }

    private static String checksumOf(Path backup) {
        String name = backup.getFileName().toString().replace(".mv.db", "");
        return name.substring(name.lastIndexOf('-') + 1);
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw Durable.failed(file, e);
        }
    }
}
