package app.attune.events.ui;

import app.attune.core.Problem;
import app.attune.events.ImportCheck;
import app.attune.events.ImportOutcome;
import app.attune.events.ImportService;
import app.attune.events.Mapping;
import app.attune.events.MappingService;
import app.attune.events.MendedRow;
import app.attune.events.read.ImportPreview;
import app.attune.events.read.Source;
import app.attune.ui.Dialogs;
import app.attune.ui.Kit;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The import as steps: files are looked into, format and columns are confirmed while all rows are counted in the
/// background, the import runs, rejected rows are mended and loaded again.
final class ImportViewModel {
    private final ImportService imports;
    private final Looked.At look;
    private final Kit kit;
    private final Texts texts = Texts.of("events");
    private final ImportJobs jobs;
    private final ImportReading reading;
    private final MappingShelf shelf;
    private final ReadOnlyObjectWrapper<ImportStep> step = new ReadOnlyObjectWrapper<>(ImportStep.FILE);
    private final ReadOnlyObjectWrapper<List<Source>> sources = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<ImportCheck>> check = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ImportResult>> result = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper nextReason = new ReadOnlyStringWrapper();
    private final NextReason reasons = new NextReason(texts);

    ImportViewModel(ImportService imports, MappingService mappings, Kit kit, Clock clock) {
        this.imports = imports;
        this.look = new Looked.At(imports, mappings);
        this.kit = kit;
        this.jobs = new ImportJobs(kit.tasks());
        this.reading = new ImportReading(imports, mappings, jobs, clock);
        this.shelf = new MappingShelf(mappings, jobs, reading);
        jobs.busyProperty().addListener((observed, before, now) -> updateReason());
        jobs.countingProperty().addListener((observed, before, now) -> updateReason());
        reading.settingsProperty().addListener((observed, before, now) -> now.ifPresent(this::taken));
        reading.unusableProperty().addListener((observed, before, now) -> updateReason());
        updateReason();
    }

    ReadOnlyObjectProperty<ImportStep> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /// The one that is being imported, then those that come after it.
    ReadOnlyObjectProperty<List<Source>> sourcesProperty() {
        return sources.getReadOnlyProperty();
    }

    /// Empty until a file was looked into.
    ReadOnlyObjectProperty<Optional<ImportSettings>> settingsProperty() {
        return reading.settingsProperty();
    }

    /// What is known of all rows under the settings; empty until they are counted.
    ReadOnlyObjectProperty<Optional<ImportCheck>> checkProperty() {
        return check.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<ImportResult>> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /// Why the next step can't be taken; empty while it can.
    ReadOnlyStringProperty nextReasonProperty() {
        return nextReason.getReadOnlyProperty();
    }

    ImportJobs jobs() {
        return jobs;
    }

    ImportReading reading() {
        return reading;
    }

    MappingShelf shelf() {
        return shelf;
    }

    Optional<Mapping> mapping() {
        return settingsProperty().get().map(ImportSettings::mapping);
    }

    Optional<ImportPreview> preview() {
        return settingsProperty().get().map(ImportSettings::preview);
    }

    void changeMapping(UnaryOperator<Mapping> change) {
        reading.changeMapping(change);
    }

    /// Looks into these files and goes on to their format. Those with the same columns are imported together; the
    /// others come after them.
    void choose(List<Path> chosen) {
        if (jobs.busyProperty().get() && step.get() == ImportStep.CHECK) {
            jobs.problems()
                    .setAll(List.of(new Problem(
                            "import.running", texts.get("import.running"), texts.get("import.running.remedy"))));
            return;
        }
        reset();
        String title = texts.get("task.looking", chosen.getFirst().getFileName());
        jobs.run(title, progress -> look.paths(chosen), found -> {
            if (imports.isQuarantine(found.settings().preview())) {
                offerMended(chosen.getFirst());
            } else {
                startAndSay(found);
            }
        });
    }

    /// Reads these files of a folder or archive; those with other columns come after the first.
    void read(String place, List<String> names) {
        jobs.run(texts.get("task.looking", place), progress -> look.among(place, names), this::startAndSay);
    }

    private void startAndSay(Looked found) {
        start(found);
        SourceWords.of(found.sources(), texts).ifPresent(jobs::say);
    }

    private void start(Looked found) {
        sources.set(found.sources());
        shelf.refresh();
        reading.start(found);
        go(ImportStep.FORMAT);
    }

    /// Goes on to the files that wait, else starts over with another file.
    void another() {
        List<Source> waiting = sources.get().isEmpty()
                ? List.of()
                : sources.get().subList(1, sources.get().size());
        reset();
        if (!waiting.isEmpty()) {
            jobs.run(
                    texts.get("task.looking", waiting.getFirst().name()),
                    progress -> look.sources(waiting),
                    this::start);
        }
    }

    void back() {
        ImportStep now = step.get();
        if (!jobs.busyProperty().get() && now != ImportStep.FILE && now != ImportStep.RESULT) {
            jobs.hush();
            go(now.before());
        }
    }

    /// The next step; on the last one the import itself, once the rows are counted.
    void next() {
        if (!nextReason.get().isEmpty()) {
            return;
        }
        switch (step.get()) {
            case FILE, RESULT -> {}
            case FORMAT -> go(ImportStep.COLUMNS);
            case COLUMNS -> {
                go(ImportStep.CHECK);
                countIfNeeded();
            }
            case CHECK -> check.get().ifPresentOrElse(counted -> importNow(), this::countIfNeeded);
        }
    }

    /// Starts over with another file.
    void reset() {
        jobs.stopCounting();
        jobs.hush();
        sources.set(List.of());
        reading.clear();
        check.set(Optional.empty());
        result.set(Optional.empty());
        go(ImportStep.FILE);
    }

    /// Writes the rows that the finished import kept aside.
    void saveRejected(Path target) {
        result.get()
                .ifPresent(now -> jobs.run(
                        texts.get("task.rejected"),
                        progress -> imports.writeQuarantine(now.outcome().importIds(), target),
                        rows -> jobs.say(texts.get("import.rejected.saved", rows, target.getFileName()))));
    }

    /// Imports rejected rows that were saved and mended since.
    void loadMended(Path mended) {
        jobs.stopCounting();
        jobs.run(
                texts.get("task.mended", mended.getFileName()),
                progress ->
                        ImportResult.of(imports, new ImportOutcome(imports.importMended(mended, progress), List.of())),
                this::finished);
    }

    /// Reads rejected rows of the finished import again as they were edited.
    void readAgain(List<MendedRow> edited) {
        result.get()
                .ifPresent(now -> jobs.run(
                        texts.get("rejected.reading"),
                        progress -> {
                            imports.importMended(edited, progress);
                            return ImportResult.of(imports, now.outcome());
                        },
                        then -> {
                            result.set(Optional.of(then));
                            jobs.say(texts.get(
                                    "rejected.read",
                                    Numbers.count(then.rejected().open())));
                            kit.dataChanged().run();
                        }));
    }

    private void offerMended(Path file) {
        Dialogs.Question question = new Dialogs.Question(
                texts.get("import.mended.title"),
                texts.get("import.mended.question", file.getFileName()),
                texts.get("import.load-mended"));
        if (kit.dialogs().confirm(question)) {
            loadMended(file);
        }
    }

    /// Other settings count otherwise. Past the import there is nothing to count.
    private void taken(ImportSettings taken) {
        if (step.get() != ImportStep.RESULT) {
            check.set(Optional.empty());
            jobs.stopCounting();
            if (taken.mapping().problems(taken.preview().columnNames()).isEmpty()) {
                countIfNeeded();
            }
        }
        updateReason();
    }

    private void countIfNeeded() {
        if (check.get().isPresent() || jobs.countingProperty().get()) {
            return;
        }
        Source source = reading.source();
        ImportSettings now = settingsProperty().get().orElseThrow();
        jobs.count(
                texts.get("task.checking", source.name()),
                progress -> imports.check(source, now.preview().format(), now.mapping(), progress),
                counted -> {
                    check.set(counted);
                    updateReason();
                });
    }

    private void importNow() {
        Source source = reading.source();
        ImportSettings now = settingsProperty().get().orElseThrow();
        jobs.run(
                texts.get("task.importing", source.name()),
                progress -> ImportResult.of(
                        imports,
                        new ImportOutcome(
                                List.of(imports.importSource(
                                        source, now.preview().format(), now.mapping(), progress)),
                                List.of())),
                this::finished);
    }

    private void finished(ImportResult now) {
        result.set(Optional.of(now));
        go(ImportStep.RESULT);
        reading.settle();
        jobs.problems().setAll(now.outcome().failures());
        kit.dataChanged().run();
    }

    private void go(ImportStep next) {
        step.set(next);
        updateReason();
    }

    private void updateReason() {
        nextReason.set(reasons.of(this));
    }
}
