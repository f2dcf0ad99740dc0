package app.attune.workbench;

import app.attune.archive.KnownBackup;
import app.attune.cli.Services;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.chart.ChartSpec;
import app.attune.profiles.ConsentBasis;
import app.attune.ui.chart.SampleCharts;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// Workspaces that are only said to exist.
final class FakeWorkspaces implements Workspaces {
    static final Instant LATEST = Instant.parse("2026-11-15T00:00:00Z");
    final List<String> closed = new CopyOnWriteArrayList<>();
    final List<String> declared = new CopyOnWriteArrayList<>();
    volatile CountDownLatch closing = new CountDownLatch(0);
    volatile OpenWorkspace.Agreement agreement = OpenWorkspace.Agreement.TOLD;
    final FakeKeeping keeping = new FakeKeeping();
    long events = 412_330;
    volatile Instant asOf = LATEST;

    @Override
    public OpenWorkspace open(Path folder, Progress progress) {
        if (folder.endsWith("locked")) {
            throw ProblemException.of(
                    "workspace.locked", "The workspace is open in another window.", "Close the other window first.");
        }
        if (folder.endsWith("damaged")) {
            throw ProblemException.of(
                    "workspace.damaged", "The store changed since it was last closed.", "Restore the newest backup.");
        }
        return new Fake(folder);
    }

    @Override
    public OpenWorkspace restore(Path folder, Path backup, Progress progress) {
        if (folder.endsWith("locked")) {
            throw ProblemException.of("workspace.bad-backup", "The backup is damaged.", "Choose another one.");
        }
        keeping.calls.add("restore " + folder.getFileName() + " " + backup);
        return new Fake(folder);
    }

    @Override
    public OpenWorkspace copy(Path folder, Path backup, Path target, Progress progress) {
        keeping.calls.add("copy " + backup);
        return new Fake(target);
    }

    @Override
    public OpenWorkspace unarchive(Path file, Path target, Progress progress) {
        keeping.calls.add("unarchive " + file.getFileName());
        return new Fake(target);
    }

    @Override
    public Optional<KnownBackup> newestBackup(Path folder, Progress progress) {
        return Optional.of(FakeKeeping.backup("2026-11-14T10:42:00Z", 412_330, 5, 6));
    }

    @Override
    public OpenWorkspace create(Path folder, Progress progress) {
        return new Fake(folder);
    }

    @Override
    public OpenWorkspace sample(Progress progress) {
        return new Fake(Path.of("/workspaces/Trailhead"));
    }

    private final class Fake implements OpenWorkspace {
        private final Path folder;

        Fake(Path folder) {
            this.folder = folder;
        }

        @Override
        public Services services() {
            throw new IllegalStateException("A fake workspace has no services");
        }

        @Override
        public Path folder() {
            return folder;
        }

        @Override
        public String name() {
            return folder.getFileName().toString();
        }

        @Override
        public Standing standing(Progress progress) {
            return events == 0
                    ? new Standing(0, 0, Optional.empty(), "", agreement, Set.of(), new Moment(LATEST, LATEST))
                    : new Standing(
                            events,
                            15_002,
                            Optional.of(LocalDate.of(2026, 11, 14)),
                            "82.9% consented",
                            agreement,
                            Set.of("marketing"),
                            new Moment(asOf, LATEST));
        }

        @Override
        public void lookAt(Instant time) {
            asOf = time;
        }

        @Override
        public void lookAtLatest() {
            asOf = LATEST;
        }

        @Override
        public void declare(ConsentBasis basis, String reason) {
            agreement = basis.allows() ? OpenWorkspace.Agreement.DECLARED : OpenWorkspace.Agreement.MISSING;
            declared.add(basis + " " + reason);
        }

        @Override
        public HomeCharts homeCharts() {
            List<ChartSpec> specs =
                    List.of(SampleCharts.activeUsers(), SampleCharts.segmentSizes(), SampleCharts.recommenders());
            return new HomeCharts() {
                @Override
                public int count() {
                    return specs.size();
                }

                @Override
                public Optional<ChartSpec> chart(int place, Progress progress) {
                    return Optional.of(specs.get(place));
                }
            };
        }

        @Override
        public Keeping keeping() {
            return keeping;
        }

        @Override
        public void close() {
            try {
                closing.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            closed.add(name());
        }
    }
}
