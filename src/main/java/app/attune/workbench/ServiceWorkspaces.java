package app.attune.workbench;

import app.attune.archive.KnownBackup;
import app.attune.cli.Safekeeping;
import app.attune.cli.SampleWorkspace;
import app.attune.cli.Services;
import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/// Workspaces on the disk.
final class ServiceWorkspaces implements Workspaces {
    private final Path sampleFolder;
    private final Clock clock;

    /// @param sampleFolder where the sample's workspace is, or is made on first use
    ServiceWorkspaces(Path sampleFolder, Clock clock) {
        this.sampleFolder = sampleFolder;
        this.clock = clock;
    }

    @Override
    public OpenWorkspace open(Path folder, Progress progress) {
        try {
            return new ServiceWorkspace(Services.open(folder, clock));
        } catch (ProblemException e) {
            throw e.problem().code().equals("workspace.locked") ? asked(folder, e) : e;
        }
    }

    /// Whoever has it is asked to show itself.
    private static ProblemException asked(Path folder, ProblemException locked) {
        Workspace.askHolder(folder);
        return new ProblemException(
                new Problem(
                        locked.problem().code(),
                        locked.problem().message(),
                        "That window was asked to come to the front. "
                                + locked.problem().remedy()),
                locked);
    }

    @Override
    public OpenWorkspace create(Path folder, Progress progress) {
        return new ServiceWorkspace(Services.create(folder, String.valueOf(folder.getFileName()), clock));
    }

    @Override
    public OpenWorkspace restore(Path folder, Path backup, Progress progress) {
        Workspace.restore(folder, backup, clock);
        return open(folder, progress);
    }

    @Override
    public OpenWorkspace copy(Path folder, Path backup, Path target, Progress progress) {
        Workspace.copy(folder, backup, target, clock);
        return open(target, progress);
    }

    @Override
    public OpenWorkspace unarchive(Path file, Path target, Progress progress) {
        Safekeeping.unarchive(file, target, clock, progress);
        return open(target, progress);
    }

    @Override
    public Optional<KnownBackup> newestBackup(Path folder, Progress progress) {
        return Safekeeping.backups(folder).newestWhole();
    }

    @Override
    public OpenWorkspace sample(Progress progress) {
        return new ServiceWorkspace(SampleWorkspace.open(sampleFolder, clock, progress));
    }
}
