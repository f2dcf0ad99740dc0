package app.attune.workbench;

import app.attune.archive.CheckReport;
import app.attune.archive.KnownBackup;
import app.attune.archive.StoreContents;
import app.attune.cli.Safekeeping;
import app.attune.cli.Services;
import app.attune.core.Progress;
import app.attune.core.workspace.Backup;
import app.attune.core.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;

/// Keeps the workspace of open services safe.
record ServiceKeeping(Services services) implements Keeping {
    @Override
    public List<KnownBackup> backups(Progress progress) {
        return Safekeeping.backups(services.workspace().folder()).list(progress);
    }

    @Override
    public String backUp() {
        return services.safekeeping().backUp().name();
    }

    @Override
    public void delete(Backup backup) {
        Workspace.delete(services.workspace().folder(), backup);
    }

    @Override
    public StoreContents contents() {
        return services.safekeeping().contents();
    }

    @Override
    public CheckReport check(Progress progress) {
        return services.safekeeping().check(progress);
    }

    @Override
    public int archive(Path file, Progress progress) {
        return services.safekeeping().archive(file, progress);
    }
}
