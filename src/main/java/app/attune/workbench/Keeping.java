package app.attune.workbench;

import app.attune.archive.CheckReport;
import app.attune.archive.KnownBackup;
import app.attune.archive.StoreContents;
import app.attune.core.Progress;
import app.attune.core.workspace.Backup;
import java.nio.file.Path;
import java.util.List;

/// What keeps an open workspace safe. Everything takes long.
interface Keeping {
    /// Newest first.
    List<KnownBackup> backups(Progress progress);

    /// Makes a backup of what is saved now.
    ///
    /// @return its name
    String backUp();

    /// Takes the backup away for good.
    void delete(Backup backup);

    /// What the workspace holds now.
    StoreContents contents();

    CheckReport check(Progress progress);

    /// @return how many files the archive has
    int archive(Path file, Progress progress);
}
