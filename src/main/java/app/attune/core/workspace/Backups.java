package app.attune.core.workspace;

import app.attune.core.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The last copies of a workspace's store; [Retention] says how many there are.
final class Backups {
    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);

    private final Path folder;

    private Backups(Path folder) {
        this.folder = folder;
    }

    /// Of the workspace in the folder `home`.
    static Backups of(Path home) {
        return new Backups(home.resolve("backups"));
    }

    Path folder() {
        return folder;
    }

    /// Newest first.
    List<Backup> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> Backup.at(file, sizeOf(file)).stream())
                    .sorted(Comparator.comparing(Backup::madeAt)
                            .thenComparing(Backup::name)
                            .reversed())
                    .toList();
        } catch (IOException e) {
            throw Durable.failed(folder, e);
        }
    }

    /// Copies `store`, whose checksum is `seal`, unless there is such a copy.
    ///
    /// @throws ProblemException `workspace.bad-backup` if the copy is not the same as the store
    Backup keep(Path store, StoreSeal seal, Clock clock) {
        Optional<Backup> same = list().stream()
                .filter(backup -> isOf(backup, seal))
                .filter(Workspace::isWhole)
                .findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        Durable.makeFolder(folder);
        Path copy = folder.resolve("making.mv.db");
        Durable.copy(store, copy);
        if (!StoreSeal.of(copy).equals(seal)) {
            Durable.delete(copy);
            throw ProblemException.of(
                    "workspace.bad-backup",
                    "The backup that was just made is not the same as the store, so it was removed.",
                    "Check the disk of " + folder + ", then try again.");
        }
        return take(copy, seal, Backup.Maker.ATTUNE, clock);
    }

    /// Makes a backup of the file `made` of this folder, whose checksum is `seal`; drops those nobody needs any more.
    Backup take(Path made, StoreSeal seal, Backup.Maker maker, Clock clock) {
        Instant madeAt = afterTheNewest(clock.instant());
        Path file = folder.resolve(Backup.fileName(madeAt, seal.crc32c(), maker));
        Durable.move(made, file);
        Retention.dropped(list(), madeAt).forEach(this::drop);
        dropOldCounts();
        return Backup.at(file, seal.length()).orElseThrow();
    }

    /// What was counted of backups lay in files of another name once; nothing reads those any more, so they may as
    /// well stay: the backup that was just made is good.
    private void dropOldCounts() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path old : files.filter(Backup::isOldCounts).toList()) {
                Files.deleteIfExists(old);
            }
        } catch (IOException e) {
            LOG.info("Old counts beside the backups cannot be removed: {}", e.toString());
        }
    }

    /// A clock that was set back must not make the newest backup look like an old one.
    private Instant afterTheNewest(Instant now) {
        return list().stream()
                .findFirst()
                .map(newest -> newest.madeAt().plusMillis(1))
                .filter(next -> next.isAfter(now))
                .orElse(now);
    }

    /// Deletes it and what is known of it.
    void drop(Backup backup) {
        Durable.delete(backup.file());
        Durable.delete(backup.beside());
    }

    /// The newest one that is what it was when it was made. Reads whole files.
    Optional<Backup> newestWhole() {
        return list().stream().filter(Workspace::isWhole).findFirst();
    }

    /// What to do about a damaged store, naming the newest copy there is.
    static String remedy(Path home) {
        return of(home).newestWhole()
                .map(newest -> "Restore the newest whole backup: attune backup WORKSPACE --restore " + newest.name()
                        + ", or open the workspace in the window. The damaged store is kept beside it.")
                .orElse("There is no whole backup: import the files into a new workspace.");
    }

    /// @throws ProblemException `workspace.bad-backup` if the copy is not what its name says
    Backup requireWhole(Path file) {
        return list().stream()
                .filter(backup -> backup.file().equals(file))
                .filter(Workspace::isWhole)
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        "workspace.bad-backup",
                        "The backup is damaged or is none of this workspace: " + file + ".",
                        "Choose another one from the backups folder."));
    }

    private static boolean isOf(Backup backup, StoreSeal seal) {
        return backup.crc32c().equals(seal.crc32c()) && backup.bytes() == seal.length();
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw Durable.failed(file, e);
        }
    }
}
