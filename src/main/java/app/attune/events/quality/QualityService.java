package app.attune.events.quality;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.events.EventCells;
import app.attune.events.EventFrame;
import app.attune.events.ImportReport;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Judges the events as they are, and keeps what is expected of them. Thread-safe.
public final class QualityService {
    private final Function<Progress, EventFrame> events;
    private final Supplier<List<ImportReport>> imports;
    private final ExpectationStore store;
    private final Clock clock;
    private Optional<QualityReport> last = Optional.empty();

    public QualityService(
            Function<Progress, EventFrame> events,
            Supplier<List<ImportReport>> imports,
            ExpectationStore store,
            Clock clock) {
        this.events = events;
        this.imports = imports;
        this.store = store;
        this.clock = clock;
    }

    /// The report of the events as they are. Cost the first time: a few passes over the events a column.
    public synchronized QualityReport report(Progress progress) {
        EventFrame frame = events.apply(progress);
        List<ImportReport> read = imports.get();
        Optional<QualityReport> same =
                last.filter(before -> before.cells().frame().dataHash().equals(frame.dataHash())
                        && before.imports().equals(read));
        if (same.isEmpty()) {
            last = Optional.of(QualityReport.of(EventCells.of(frame), read, clock.instant(), progress));
        }
        return last.orElseThrow();
    }

    /// What is expected now; version 0 before anything was.
    public ExpectationSet expectations() {
        return store.newest().orElseGet(ExpectationSet::none);
    }

    /// Newest first.
    public List<ExpectationSet> versions() {
        return store.versions();
    }

    /// Every expectation against the report, in their order.
    public List<Outcome> outcomes(QualityReport report, Progress progress) {
        ExpectationCheck check = new ExpectationCheck(report, progress);
        List<Outcome> outcomes = new ArrayList<>();
        for (Expectation expectation : expectations().expectations()) {
            progress.report("Checking " + expectation.name(), outcomes.size(), 0);
            outcomes.add(check.of(expectation));
        }
        return List.copyOf(outcomes);
    }

    /// Keeps it as a new version; one of the same name is replaced.
    public ExpectationSet expect(Expectation expectation, String author) {
        List<Expectation> all = new ArrayList<>(expectations().expectations());
        all.removeIf(known -> known.name().equals(expectation.name()));
        all.add(expectation);
        return save(all, author, "Expect " + expectation.name());
    }

    /// Takes the expectation of this name out, as a new version; nothing happens if there is none.
    public ExpectationSet forget(String name, String author) {
        ExpectationSet now = expectations();
        List<Expectation> all = new ArrayList<>(now.expectations());
        return all.removeIf(known -> known.name().equals(name)) ? save(all, author, "Forget " + name) : now;
    }

    /// Makes what an older version expected hold again, as a new version.
    ///
    /// @throws ProblemException `quality.unknown-version`
    public ExpectationSet restore(int version, String author) {
        ExpectationSet old = versions().stream()
                .filter(set -> set.version() == version)
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        "quality.unknown-version",
                        "There is no version " + version + " of the expectations; the newest is "
                                + expectations().version() + ".",
                        "Choose one of the versions that are listed."));
        return save(old.expectations(), author, "Restored version " + version);
    }

    private ExpectationSet save(List<Expectation> all, String author, String note) {
        ExpectationSet next = new ExpectationSet(expectations().version() + 1, all, author, note, clock.instant());
        store.add(next);
        return next;
    }
}
