package app.attune.archive;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.json.Json;
import app.attune.core.workspace.Backup;
import app.attune.core.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The backups of a workspace, open or closed, with what each holds. What was counted once is kept beside the backup.
public final class BackupShelf {
    private static final Logger LOG = LoggerFactory.getLogger(BackupShelf.class);

    private final Path home;
    private final ContentsReader reader;

    /// @param home the workspace's folder
    public BackupShelf(Path home, ContentsReader reader) {
        this.home = home;
        this.reader = reader;
    }

    /// Newest first.
    public List<KnownBackup> list(Progress progress) {
        List<Backup> backups = Workspace.backups(home);
        List<KnownBackup> known = new ArrayList<>();
        for (Backup backup : backups) {
            progress.checkpoint();
            progress.report("Looking into backups", known.size(), backups.size());
            known.add(look(backup));
        }
        return known;
    }

    /// The newest one that is what it was when it was made.
    public Optional<KnownBackup> newestWhole() {
        return Workspace.newestWholeBackup(home).map(this::look);
    }

    /// The one whose name is, or begins with, `name`; a file's name will do, too.
    ///
    /// @throws ProblemException `backup.unknown`, `backup.ambiguous`
    public Backup find(String name) {
        List<Backup> found = Workspace.backups(home).stream()
                .filter(backup -> backup.name().startsWith(name)
                        || backup.file().getFileName().toString().equals(name))
                .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw ProblemException.of(
                found.isEmpty() ? "backup.unknown" : "backup.ambiguous",
                found.isEmpty()
                        ? "There is no backup called " + name + " in " + home + "."
                        : found.size() + " backups begin with " + name + ".",
                "attune backup WORKSPACE --list shows their names.");
    }

    /// The one of exactly this name, for what cannot be undone.
    ///
    /// @throws ProblemException `backup.unknown`, `backup.ambiguous`, `backup.whole-name`
    public Backup named(String name) {
        Backup found = find(name);
        if (found.name().equals(name) || found.file().getFileName().toString().equals(name)) {
            return found;
        }
        throw ProblemException.of(
                "backup.whole-name",
                "A backup is deleted by its whole name, and none is called '" + name + "'.",
                "attune backup WORKSPACE shows the names.");
    }

    /// What is known of one.
    // What lies beside a backup may be anything: it is counted anew then.
    public KnownBackup look(Backup backup) {
        Path beside = backup.beside();
        try {
            if (Files.isRegularFile(beside)) {
                return KnownBackup.of(
                        backup, Json.read(Files.readString(beside), StoreContents.class, beside.toString()));
            }
        } catch (IOException | ProblemException | NullPointerException e) {
            LOG.info("The counts beside a backup cannot be read: {}", beside.getFileName());
        }
        return count(backup, beside);
    }

    private static void keep(StoreContents contents, Path beside) {
        try {
            Files.writeString(beside, Json.writePretty(contents));
        } catch (IOException e) {
            LOG.info("The counts beside a backup cannot be kept: {}", beside.getFileName());
        }
    }

    // A damaged page can make H2 throw anything.
    private KnownBackup count(Backup backup, Path beside) {
        try {
            StoreContents contents = Workspace.look(backup, reader::read);
            keep(contents, beside);
            return KnownBackup.of(backup, contents);
        } catch (ProblemException e) {
            return KnownBackup.unreadable(backup, e.problem());
        } catch (RuntimeException e) {
            LOG.info("A backup cannot be looked into", e);
            return KnownBackup.unreadable(
                    backup,
                    new Problem(
                            "backup.unreadable",
                            "The backup cannot be read: " + backup.file() + ".",
                            "Choose another one."));
        }
    }
}
