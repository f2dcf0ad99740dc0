package app.attune.core.workspace;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.sql.ChangeCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The backup that opening makes before anything can change, unless nothing was saved since the last one: opening and
/// closing alone changes the file, and would push out what somebody may need.
final class OpeningBackup {
    private static final String LAST = "last.changes";

    private final Path folder;
    private final Backups backups;
    private Optional<Backup> same = Optional.empty();

    OpeningBackup(Path folder) {
        this.folder = folder;
        this.backups = Backups.of(folder);
    }

    /// @return the finding that says why there is none this time
    List<Problem> tryToMake(StoreSeal now, Clock clock) {
        try {
            if (WorkspaceStore.freeBytes(folder) < 2 * now.length()) {
                throw ProblemException.of(
                        "workspace.disk-space", "The disk is nearly full: " + folder + ".", "Free some space.");
            }
            make(now, clock);
            return List.of();
        } catch (ProblemException e) {
            return List.of(new Problem(
                    "workspace.no-backup",
                    "No backup was made this time. " + e.problem().message(),
                    e.problem().remedy()));
        }
    }

    private void make(StoreSeal now, Clock clock) {
        OptionalLong count = ChangeCount.acknowledged(CrashCheck.countIn(folder));
        Optional<Backup> known = count.isEmpty()
                ? Optional.empty()
                : backups.list().stream()
                        .filter(backup -> line(backup, count.getAsLong()).equals(last()))
                        .findFirst();
        same = known.isPresent() ? known : Optional.of(backups.keep(WorkspaceStore.fileIn(folder), now, clock));
    }

    /// Call when the store is open: what it has acknowledged so far is in the backup.
    void remember(long changes) {
        same.ifPresent(backup -> Durable.write(file(folder), line(backup, changes)));
    }

    /// Call when the store is replaced: its count begins a history of its own.
    static void forget(Path folder) {
        Durable.delete(file(folder));
    }

    private static Path file(Path folder) {
        return Backups.of(folder).folder().resolve(LAST);
    }

    private static String line(Backup backup, long changes) {
        return backup.name() + " " + backup.bytes() + " " + changes;
    }

    private String last() {
        try {
            return Files.exists(file(folder)) ? Files.readString(file(folder)) : "";
        } catch (IOException e) {
            return "";
        }
    }
}
