package app.attune.cli;

import app.attune.archive.ArchiveWriter;
import app.attune.archive.BackupShelf;
import app.attune.archive.CheckReport;
import app.attune.archive.StoreCheck;
import app.attune.archive.StoreContents;
import app.attune.archive.Unarchiver;
import app.attune.archive.store.H2Contents;
import app.attune.archive.store.H2Tables;
import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.workspace.Backup;
import app.attune.core.workspace.Workspace;
import app.attune.recommend.ModelId;
import app.attune.recommend.RecommendService;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What keeps a workspace safe: backups, the check of all it holds, archives.
public final class Safekeeping {
    private final Workspace workspace;
    private final Clock clock;
    private final StoreCheck check;

    /// @param events what is damaged of the stored columns of events
    Safekeeping(Workspace workspace, Function<Progress, List<Problem>> events, RecommendService models, Clock clock) {
        this.workspace = workspace;
        this.clock = clock;
        this.check = new StoreCheck(workspace, new H2Contents(), progress -> {
            List<Problem> damaged = new ArrayList<>(events.apply(progress));
            models.list().forEach(card -> damagedModel(models, card.id()).ifPresent(damaged::add));
            return damaged;
        });
    }

    private static Optional<Problem> damagedModel(RecommendService models, ModelId id) {
        try {
            models.model(id);
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.problem());
        }
    }

    /// The backups of the workspace in a folder, open or closed.
    public static BackupShelf backups(Path folder) {
        return new BackupShelf(folder, new H2Contents());
    }

    /// What the store holds now.
    public StoreContents contents() {
        return new H2Contents().read(workspace.database());
    }

    /// Makes a backup of what is saved now.
    ///
    /// @throws ProblemException as [Workspace#backUp]
    public Backup backUp() {
        return workspace.backUp(clock);
    }

    public CheckReport check(Progress progress) {
        return check.run(progress);
    }

    /// Writes the workspace as an archive once it has been checked: a damaged one must not travel.
    ///
    /// @return how many files are in it
    /// @throws ProblemException `archive.workspace-damaged`, `archive.unwritable`
    public int archive(Path file, Progress progress) {
        requireWhole(check(progress), "it was not archived");
        return new ArchiveWriter(workspace, new H2Tables(workspace.database()), clock).write(file, progress);
    }

    /// Makes a workspace of an archive in a new or empty folder; it is checked, and not open then.
    ///
    /// @throws ProblemException as [Unarchiver#unarchive], `archive.workspace-damaged`
    public static void unarchive(Path file, Path folder, Clock clock, Progress progress) {
        new Unarchiver(H2Tables::new, clock)
                .unarchive(
                        file,
                        folder,
                        made -> {
                            try (Services services = Services.open(made, clock)) {
                                CheckReport report = services.safekeeping().check(progress);
                                requireWhole(report, "no workspace was made of it");
                            }
                        },
                        progress);
    }

    private static void requireWhole(CheckReport report, String outcome) {
        if (!report.isWhole()) {
            Problem first = report.problems().getFirst();
            throw ProblemException.of(
                    "archive.workspace-damaged",
                    "The workspace is damaged, so " + outcome + ": " + first.message(),
                    first.remedy());
        }
    }
}
