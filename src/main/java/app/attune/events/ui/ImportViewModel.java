package app.attune.events.ui;

import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import app.attune.events.ImportReport;
import app.attune.events.ImportService;
import app.attune.events.Mapping;
import app.attune.events.read.FileFormat;
import app.attune.events.read.ImportPreview;
import app.attune.ui.Kit;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The import as steps: a file is looked into, its format and columns are confirmed, a dry run counts, the import runs.
final class ImportViewModel {
    private final ImportService imports;
    private final Kit kit;
    private final Texts texts = Texts.of("events");
    private final TaskSlot looking = new TaskSlot();
    private final TaskSlot checking = new TaskSlot();
    private final TaskSlot importing = new TaskSlot();
    private final TaskSlot saving = new TaskSlot();
    private final ReadOnlyObjectWrapper<ImportStep> step = new ReadOnlyObjectWrapper<>(ImportStep.FILE);
    private final ReadOnlyObjectWrapper<Optional<Path>> file = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<FileFormat>> detected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ImportPreview>> preview =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Mapping>> mapping = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ImportReport>> dryRun = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ImportReport>> result = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Boolean> busy = new ReadOnlyObjectWrapper<>(false);
    private final ReadOnlyStringWrapper nextReason = new ReadOnlyStringWrapper();
    private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper("");
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final WatchedProgress watch = new WatchedProgress();
    private final NextReason reasons = new NextReason(texts);

    ImportViewModel(ImportService imports, Kit kit) {
        this.imports = imports;
        this.kit = kit;
        updateReason();
    }

    ReadOnlyObjectProperty<ImportStep> stepProperty() {
        return step.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /// What was detected, before any change.
    ReadOnlyObjectProperty<Optional<FileFormat>> detectedProperty() {
        return detected.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<ImportPreview>> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Mapping>> mappingProperty() {
        return mapping.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<ImportReport>> dryRunProperty() {
        return dryRun.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<ImportReport>> resultProperty() {
        return result.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Boolean> busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Why the next step can't be taken; empty while it can.
    ReadOnlyStringProperty nextReasonProperty() {
        return nextReason.getReadOnlyProperty();
    }

    ReadOnlyStringProperty newsProperty() {
        return news.getReadOnlyProperty();
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    /// How far the running job is.
    WatchedProgress.Standing standing() {
        return watch.standing();
    }

    /// Looks into a file and goes on to its format.
    void choose(Path chosen) {
        if (busy.get() && step.get() == ImportStep.CHECK) {
            problems.setAll(List.of(
                    new Problem("import.running", texts.get("import.running"), texts.get("import.running.remedy"))));
            return;
        }
        reset();
        String name = String.valueOf(chosen.getFileName());
        run(looking, texts.get("task.looking", name), progress -> look(chosen), found -> {
            file.set(Optional.of(chosen));
            detected.set(Optional.of(found.format()));
            preview.set(Optional.of(found));
            mapping.set(Optional.of(imports.guess(found)));
            go(ImportStep.FORMAT);
        });
    }

    /// Reads the start of the file anew; the mapping stays if the columns do.
    void setFormat(FileFormat format) {
        if (file.get().isEmpty() || preview.get().map(ImportPreview::format).equals(Optional.of(format))) {
            return;
        }
        Path path = file.get().get();
        run(
                looking,
                texts.get("task.looking", path.getFileName()),
                progress -> imports.preview(path, format),
                found -> {
                    List<String> before =
                            preview.get().map(ImportPreview::columnNames).orElse(List.of());
                    preview.set(Optional.of(found));
                    if (!before.equals(found.columnNames())) {
                        mapping.set(Optional.of(imports.guess(found)));
                    }
                    dryRun.set(Optional.empty());
                    updateReason();
                });
    }

    void changeMapping(UnaryOperator<Mapping> change) {
        mapping.get().ifPresent(before -> {
            Mapping after = change.apply(before);
            if (!after.equals(before)) {
                mapping.set(Optional.of(after));
                dryRun.set(Optional.empty());
                updateReason();
            }
        });
    }

    void back() {
        ImportStep now = step.get();
        if (!busy.get() && now != ImportStep.FILE && now != ImportStep.RESULT) {
            problems.clear();
            go(
                    switch (now) {
                        case FILE, FORMAT -> ImportStep.FILE;
                        case COLUMNS -> ImportStep.FORMAT;
                        case CHECK, RESULT -> ImportStep.COLUMNS;
                    });
        }
    }

    /// The next step; on the last one the import itself, once the rows are checked.
    void next() {
        if (!nextReason.get().isEmpty()) {
            return;
        }
        switch (step.get()) {
            case FILE, RESULT -> {}
            case FORMAT -> go(ImportStep.COLUMNS);
            case COLUMNS -> {
                go(ImportStep.CHECK);
                check();
            }
            case CHECK -> dryRun.get().ifPresentOrElse(report -> importNow(), this::check);
        }
    }

    /// Asks the dry run or the import to stop. It ends with a problem when nothing of it is left, or with its result
    /// when it was too late.
    void cancel() {
        if (busy.get()) {
            watch.cancel();
        }
    }

    /// Starts over with another file.
    void reset() {
        problems.clear();
        news.set("");
        file.set(Optional.empty());
        preview.set(Optional.empty());
        mapping.set(Optional.empty());
        dryRun.set(Optional.empty());
        result.set(Optional.empty());
        go(ImportStep.FILE);
    }

    /// Writes the rows that the finished import kept aside.
    void saveRejected(Path target) {
        result.get()
                .ifPresent(report -> run(
                        saving,
                        texts.get("task.rejected"),
                        progress -> imports.writeQuarantine(List.of(report.importId()), target),
                        rows -> news.set(texts.get("import.rejected.saved", rows, target.getFileName()))));
    }

    private void check() {
        ImportInput input = input();
        run(
                checking,
                texts.get("task.checking", input.file().getFileName()),
                progress -> imports.dryRun(input.file(), input.format(), input.mapping(), watch.over(progress)),
                report -> {
                    dryRun.set(Optional.of(report));
                    updateReason();
                });
    }

    private void importNow() {
        ImportInput input = input();
        run(
                importing,
                texts.get("task.importing", input.file().getFileName()),
                progress -> imports.importFile(input.file(), input.format(), input.mapping(), watch.over(progress)),
                report -> {
                    result.set(Optional.of(report));
                    go(ImportStep.RESULT);
                    kit.dataChanged().run();
                });
    }

    private ImportInput input() {
        return new ImportInput(
                file.get().orElseThrow(),
                preview.get().map(ImportPreview::format).orElseThrow(),
                mapping.get().orElseThrow());
    }

    private record ImportInput(Path file, FileFormat format, Mapping mapping) {}

    private ImportPreview look(Path path) {
        return imports.preview(path, imports.detect(path));
    }

    private <T> void run(TaskSlot slot, String title, Tasks.Work<T> work, Consumer<T> done) {
        busy.set(true);
        watch.clear();
        problems.clear();
        news.set("");
        updateReason();
        kit.tasks()
                .run(
                        slot,
                        title,
                        work,
                        value -> {
                            busy.set(false);
                            done.accept(value);
                            updateReason();
                        },
                        problem -> {
                            busy.set(false);
                            problems.setAll(List.of(problem));
                            updateReason();
                        });
    }

    private void go(ImportStep next) {
        step.set(next);
        updateReason();
    }

    private void updateReason() {
        nextReason.set(reasons.of(this));
    }
}
