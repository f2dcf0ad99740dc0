package app.attune.core.workspace;

import app.attune.core.ProblemException;
import app.attune.core.sql.SchemaGate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Puts a backup in the place of a store, or into a workspace of its own; what was there is kept first.
final class Restoring {
    private static final DateTimeFormatter ASIDE =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path home;
    private final Clock clock;

    Restoring(Path home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    /// @return where the store that was there is now; empty if there was none
    Optional<Path> restore(Path file) {
        Path fresh = copied(file, home);
        Path store = WorkspaceStore.fileIn(home);
        try {
            Optional<Path> kept = Files.exists(store) ? Optional.of(setAside(store)) : Optional.empty();
            StoreSeal.breakSeal(home);
            Durable.delete(CrashCheck.countIn(home));
            OpeningBackup.forget(home);
            Durable.move(fresh, store);
            StoreSeal.of(store).write(home);
            return kept;
        } finally {
            Durable.delete(fresh);
        }
    }

    /// Makes a workspace in the empty folder `target` of the backup and of what lies beside the store.
    void copyInto(Path file, Path target) {
        WorkspaceFile source = WorkspaceFile.read(home);
        Path fresh = copied(file, target);
        Backup backup = Backup.at(file, 0).orElseThrow();
        try {
            Durable.move(fresh, WorkspaceStore.fileIn(target));
        } finally {
            Durable.delete(fresh);
        }
        StoreSeal.of(WorkspaceStore.fileIn(target)).write(target);
        Workspace.PARTS.forEach(part -> Durable.makeFolder(target.resolve(part)));
        copyModels(target);
        source.called(source.name() + ", " + SHOWN.format(backup.madeAt())).write(target);
    }

    /// A checked copy of a checked backup, not yet in anybody's place.
    private Path copied(Path file, Path folder) {
        Backup backup = Backups.of(home).requireWhole(file);
        SchemaGate.bundled().check(file);
        Path fresh = folder.resolve("store.restored.mv.db");
        Durable.copy(file, fresh);
        if (!StoreSeal.of(fresh).crc32c().equals(backup.crc32c())) {
            Durable.delete(fresh);
            throw ProblemException.of(
                    "workspace.bad-backup",
                    "The backup could not be copied as it is: " + file + ".",
                    "Check the disk, then try again. Nothing was changed.");
        }
        return fresh;
    }

    /// A store as it was closed becomes a backup; one that is damaged or was not closed stays beside, as it is.
    private Path setAside(Path store) {
        StoreSeal now = StoreSeal.of(store);
        if (StoreSeal.read(home).filter(now::equals).isPresent()) {
            return Backups.of(home).keep(store, now, clock).file();
        }
        Path aside = home.resolve("store-replaced-" + ASIDE.format(clock.instant()) + ".mv.db");
        Durable.move(store, aside);
        return aside;
    }

    private void copyModels(Path target) {
        Path models = home.resolve("models");
        if (!Files.isDirectory(models)) {
            return;
        }
        try (Stream<Path> found = Files.walk(models)) {
            List<Path> all = found.toList();
            for (Path one : all) {
                Path copy =
                        target.resolve("models").resolve(models.relativize(one).toString());
                if (Files.isDirectory(one)) {
                    Durable.makeFolder(copy);
                } else {
                    Durable.copy(one, copy);
                }
            }
        } catch (IOException e) {
            throw Durable.failed(models, e);
        }
    }
}
