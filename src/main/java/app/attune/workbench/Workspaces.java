package app.attune.workbench;

import app.attune.archive.KnownBackup;
import app.attune.core.Progress;
import java.nio.file.Path;
import java.util.Optional;

/// Opens workspaces; each call takes long and runs off the FX thread.
interface Workspaces {
    OpenWorkspace open(Path folder, Progress progress);

    /// A new one in `folder`, which must be empty or not exist yet.
    OpenWorkspace create(Path folder, Progress progress);

    /// Puts a backup in the place of the store of a closed workspace, keeps what was there, and opens it.
    OpenWorkspace restore(Path folder, Path backup, Progress progress);

    /// Makes a workspace of a backup in `target`, which must be empty or not exist yet, and opens it.
    OpenWorkspace copy(Path folder, Path backup, Path target, Progress progress);

    /// Makes a workspace of an archive in `target`, which must be empty or not exist yet, and opens it.
    OpenWorkspace unarchive(Path file, Path target, Progress progress);

    /// The newest backup of a workspace that is what it was when it was made.
    Optional<KnownBackup> newestBackup(Path folder, Progress progress);

    /// The workspace of the bundled sample data, made on first use.
    OpenWorkspace sample(Progress progress);
}
