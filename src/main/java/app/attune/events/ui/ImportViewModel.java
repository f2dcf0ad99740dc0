package app.attune.events.ui;

import app.attune.core.Problem;
import app.attune.events.ImportBatch;
import app.attune.events.ImportCheck;
import app.attune.events.ImportOutcome;
import app.attune.events.ImportPlan;
import app.attune.events.ImportService;
import app.attune.events.Mapping;
import app.attune.events.MappingService;
import app.attune.events.read.FileFormat;
import app.attune.events.read.ImportPreview;
import app.attune.ui.Dialogs;
import app.attune.ui.Kit;
import app.attune.ui.Texts;
import java.nio.file.Path;
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
    private final MappingService mappings;
    private final ImportBatch batch;
    private final Kit kit;
    private final Texts texts = Texts.of("events");
    private final ImportJobs jobs;
    private final MappingShelf shelf;
    private final ReadOnlyObjectWrapper<ImportStep> step = new ReadOnlyObjectWrapper<>(ImportStep.FILE);
    private final ReadOnlyObjectWrapper<List<Path>> files = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<ImportSettings>> settings =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ImportCheck>> check = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ImportResult>> result = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper nextReason = new ReadOnlyStringWrapper();
    private final NextReason reasons = new NextReason(texts);

    ImportViewModel(ImportService imports, MappingService mappings, Kit kit) {
        this.imports = imports;
        this.mappings = mappings;
        this.batch = new ImportBatch(imports);
        this.kit = kit;
        this.jobs = new ImportJobs(kit.tasks());
        this.shelf = new MappingShelf(mappings, jobs, this);
        jobs.busyProperty().addListener((observed, before, now) -> updateReason());
        jobs.countingProperty().addListener((observed, before, now) -> updateReason());
        updateReason();
    }

    ReadOnlyObjectProperty<ImportStep> stepProperty() {
        return step.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Path>> filesProperty() {
        return files.getReadOnlyProperty();
    }

    /// Empty until a file was looked into.
    ReadOnlyObjectProperty<Optional<ImportSettings>> settingsProperty() {
        return settings.getReadOnlyProperty();
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

    MappingShelf shelf() {
        return shelf;
    }

    Optional<Mapping> mapping() {
        return settings.get().map(ImportSettings::mapping);
    }

    Optional<ImportPreview> preview() {
        return settings.get().map(ImportSettings::preview);
    }

    /// Looks into the first of these files and goes on to its format; the others are imported like it.
    void choose(List<Path> chosen) {
        if (jobs.busyProperty().get() && step.get() == ImportStep.CHECK) {
            jobs.problems()
                    .setAll(List.of(new Problem(
                            "import.running", texts.get("import.running"), texts.get("import.running.remedy"))));
            return;
        }
        reset();
        String title = texts.get("task.looking", chosen.getFirst().getFileName());
        jobs.run(title, progress -> ImportSettings.of(imports, mappings, chosen.getFirst()), found -> {
            if (imports.isQuarantine(found.preview())) {
                offerMended(chosen.getFirst());
                return;
            }
            files.set(chosen);
            shelf.refresh();
            take(found);
            go(ImportStep.FORMAT);
        });
    }

    /// Reads the start of the file anew; the mapping stays if the columns do.
    void setFormat(FileFormat format) {
        ImportSettings before = settings.get().orElseThrow();
        if (before.preview().format().equals(format)) {
            return;
        }
        jobs.run(
                texts.get("task.looking", first().getFileName()),
                progress -> imports.preview(first(), format),
                found -> {
                    boolean same = before.preview().columnNames().equals(found.columnNames());
                    Mapping mapping = same ? before.mapping() : imports.guess(found);
                    take(new ImportSettings(
                            before.detected(), found, mapping, same ? before.applied() : Optional.empty()));
                });
    }

    void changeMapping(UnaryOperator<Mapping> change) {
        settings.get().ifPresent(before -> {
            Mapping after = change.apply(before.mapping());
            if (!after.equals(before.mapping())) {
                take(new ImportSettings(before.detected(), before.preview(), after, before.applied()));
            }
        });
    }

    /// Reads the files by a saved mapping.
    void apply(String name) {
        FileFormat detected = settings.get().orElseThrow().detected();
        jobs.run(
                texts.get("task.applying", name),
                progress -> ImportSettings.of(imports, first(), mappings.require(name), detected),
                this::take);
    }

    /// The settings have this name from now on: they were just saved under it, or their mapping was deleted.
    void name(Optional<String> name) {
        settings.get()
                .map(now -> new ImportSettings(now.detected(), now.preview(), now.mapping(), name))
                .ifPresent(named -> settings.set(Optional.of(named)));
    }

    /// Goes back from a saved mapping to what was detected and guessed.
    void undoApplied() {
        FileFormat detected = settings.get().orElseThrow().detected();
        jobs.run(
                texts.get("task.looking", first().getFileName()),
                progress -> ImportSettings.guessed(imports, first(), detected),
                this::take);
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
        files.set(List.of());
        settings.set(Optional.empty());
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

    private void offerMended(Path file) {
        Dialogs.Question question = new Dialogs.Question(
                texts.get("import.mended.title"),
                texts.get("import.mended.question", file.getFileName()),
                texts.get("import.load-mended"));
        if (kit.dialogs().confirm(question)) {
            loadMended(file);
        }
    }

    private void take(ImportSettings taken) {
        settings.set(Optional.of(taken));
        check.set(Optional.empty());
        jobs.stopCounting();
        if (taken.mapping().problems(taken.preview().columnNames()).isEmpty()) {
            countIfNeeded();
        }
        updateReason();
    }

    private void countIfNeeded() {
        if (check.get().isPresent() || jobs.countingProperty().get()) {
            return;
        }
        ImportPlan plan = plan();
        jobs.count(texts.get("task.checking", plan.title()), progress -> batch.check(plan, progress), counted -> {
            check.set(counted);
            updateReason();
        });
    }

    private void importNow() {
        ImportPlan plan = plan();
        jobs.run(
                texts.get("task.importing", plan.title()),
                progress -> ImportResult.of(imports, batch.run(plan, progress)),
                this::finished);
    }

    private void finished(ImportResult now) {
        result.set(Optional.of(now));
        go(ImportStep.RESULT);
        jobs.problems().setAll(now.outcome().failures());
        kit.dataChanged().run();
    }

    private ImportPlan plan() {
        ImportSettings now = settings.get().orElseThrow();
        return new ImportPlan(files.get(), now.preview().format(), now.mapping());
    }

    private Path first() {
        return files.get().getFirst();
    }

    private void go(ImportStep next) {
        step.set(next);
        updateReason();
    }

    private void updateReason() {
        nextReason.set(reasons.of(this));
    }
}
