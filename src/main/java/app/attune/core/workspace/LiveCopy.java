package app.attune.core.workspace;

import app.attune.core.ProblemException;
import app.attune.core.sql.Database;
import app.attune.core.sql.TableSums;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Makes the backup an analyst asks for of a store that is in use: H2 packs its file as of the last commit, the copy is
/// opened and compared with the sums of its tables, and only then it is a backup.
final class LiveCopy {
    private final Backups backups;
    private final Path packed;
    private final Path copy;

    LiveCopy(Backups backups) {
        this.backups = backups;
        this.packed = backups.folder().resolve("making.zip");
        this.copy = backups.folder().resolve("making.mv.db");
    }

    /// @throws ProblemException `workspace.disk-space`; `store.content-differs` if the copy does not hold what was
    /// saved
    Backup make(Database database, Clock clock) {
        requireRoom();
        Durable.makeFolder(backups.folder());
        try {
            Durable.delete(copy);
            database.packInto(packed);
            unpack();
            try (Database opened = Database.open(copy)) {
                TableSums.verify(opened);
            }
            return backups.take(copy, StoreSeal.of(copy), Backup.Maker.ANALYST, clock);
        } finally {
            Durable.delete(packed);
            Durable.delete(copy);
        }
    }

    private void requireRoom() {
        Path home = Objects.requireNonNull(backups.folder().getParent());
        long needed = 2 * StoreSeal.lengthOf(WorkspaceStore.fileIn(home));
        long free = WorkspaceStore.freeBytes(home);
        if (free < needed) {
            throw ProblemException.of(
                    "workspace.disk-space",
                    String.format(
                            Locale.ROOT,
                            "A backup needs about %,d MB on the disk of %s, and %,d MB are free.",
                            1 + (needed >> 20),
                            home,
                            free >> 20),
                    "Free some space, or move the workspace to another disk.");
        }
    }

    private void unpack() {
        try (InputStream file = Files.newInputStream(packed);
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".mv.db")) {
                    Files.copy(zip, copy, StandardCopyOption.REPLACE_EXISTING);
                    return;
                }
            }
        } catch (IOException e) {
            throw Durable.failed(packed, e);
        }
        throw new IllegalStateException("H2 packed no store");
    }
}
