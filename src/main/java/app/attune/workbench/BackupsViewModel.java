package app.attune.workbench;

import app.attune.archive.CheckReport;
import app.attune.archive.KnownBackup;
import app.attune.archive.RestorePreview;
import app.attune.archive.StoreContents;
import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import app.attune.ui.Numbers;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The backups of the open workspace, what restoring the chosen one would change, and what was done last.
final class BackupsViewModel {
    /// Backups and what the workspace holds now.
    private record Shelf(List<KnownBackup> backups, StoreContents now) {}

    private final Session session;
    private final Tasks tasks;
    private final Texts texts = Texts.of("workbench");
    private final TaskSlot listing = new TaskSlot();
    private final TaskSlot working = new TaskSlot();
    private final BooleanProperty loading = new SimpleBooleanProperty();
    private final ObservableList<KnownBackup> backups = FXCollections.observableArrayList();
    private final ObservableList<String> preview = FXCollections.observableArrayList();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<KnownBackup>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper noWorkspace = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notChosen = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper backingUp = new ReadOnlyStringWrapper("");
    private final StringBinding notNow = firstOf(noWorkspace, backingUp);
    private final ReadOnlyStringWrapper noneChosen = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper total = new ReadOnlyStringWrapper("");
    private final StringBinding notDeletable = firstOf(noneChosen, backingUp);
    private final StringBinding notRestorable = firstOf(notChosen, backingUp);
    private Optional<StoreContents> now = Optional.empty();

    BackupsViewModel(Session session, Tasks tasks) {
        this.session = session;
        this.tasks = tasks;
        session.workspaceProperty().addListener((observed, before, opened) -> forget());
        chosen.addListener((observed, before, backup) -> preview());
        forget();
    }

    BooleanProperty loadingProperty() {
        return loading;
    }

    ObservableList<KnownBackup> backups() {
        return backups;
    }

    /// What restoring the chosen one would change, in sentences.
    ObservableList<String> previewLines() {
        return preview;
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    ObjectProperty<Optional<KnownBackup>> chosenProperty() {
        return chosen;
    }

    /// What went well last.
    ReadOnlyStringProperty newsProperty() {
        return news.getReadOnlyProperty();
    }

    /// Why nothing can be done with the workspace.
    ObservableValue<String> notNowProperty() {
        return notNow;
    }

    /// Why the chosen backup cannot be opened.
    ReadOnlyStringProperty notChosenProperty() {
        return notChosen.getReadOnlyProperty();
    }

    /// Why the chosen backup cannot be restored.
    ObservableValue<String> notRestorableProperty() {
        return notRestorable;
    }

    /// Why the chosen backup cannot be deleted.
    ObservableValue<String> notDeletableProperty() {
        return notDeletable;
    }

    /// How many there are and how much room they take together.
    ReadOnlyStringProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    private static StringBinding firstOf(ReadOnlyStringWrapper first, ReadOnlyStringWrapper second) {
        return Bindings.createStringBinding(() -> first.get().isEmpty() ? second.get() : first.get(), first, second);
    }

    private void forget() {
        backups.clear();
        total.set("");
        problems.clear();
        news.set("");
        now = Optional.empty();
        backingUp.set("");
        noWorkspace.set(session.workspaceProperty().get().isPresent() ? "" : texts.get("reason.no-workspace"));
        chosen.set(Optional.empty());
        preview();
    }

    void refresh() {
        keeping().ifPresent(keeping -> {
            loading.set(true);
            tasks.run(
                    listing,
                    texts.get("task.backups"),
                    progress -> new Shelf(keeping.backups(progress), keeping.contents()),
                    shelf -> {
                        loading.set(false);
                        now = Optional.of(shelf.now());
                        backups.setAll(shelf.backups());
                        total.set(texts.get("backups.total", count(), bytes()));
                        preview();
                    },
                    problem -> {
                        loading.set(false);
                        problems.setAll(List.of(problem));
                    });
        });
    }

    void backUp() {
        backingUp.set(texts.get("reason.backing-up"));
        work(texts.get("task.backup"), (keeping, progress) -> keeping.backUp(), name -> {
            backingUp.set("");
            news.set(texts.get("backups.made", name));
            refresh();
        });
    }

    private String count() {
        return Numbers.count(backups.size());
    }

    private String bytes() {
        return Numbers.bytes(
                backups.stream().mapToLong(known -> known.backup().bytes()).sum());
    }

    /// Deletes the chosen one.
    void delete() {
        chosen.get()
                .ifPresent(known -> work(
                        texts.get("task.backup-delete"),
                        (keeping, progress) -> {
                            keeping.delete(known.backup());
                            return when(known);
                        },
                        when -> {
                            news.set(texts.get("backups.deleted", when));
                            refresh();
                        }));
    }

    void check() {
        work(texts.get("task.check"), Keeping::check, this::checked);
    }

    private void checked(CheckReport report) {
        problems.setAll(report.problems());
        news.set(
                report.isWhole()
                        ? texts.get(
                                "backups.whole",
                                Numbers.count(report.rows()),
                                Numbers.count(report.tables()),
                                Numbers.count(report.backups()),
                                report.contents().map(StoreContents::words).orElse(""))
                        : "");
    }

    void archive(Path file) {
        work(
                texts.get("task.archive"),
                (keeping, progress) -> keeping.archive(file, progress),
                files -> news.set(texts.get("backups.archived", Numbers.count(files), file.toString())));
    }

    /// Restores the chosen one; the news say so once the workspace is open again.
    void restore(Runnable then) {
        chosen.get()
                .ifPresent(known -> session.restore(known.backup().file(), () -> {
                    then.run();
                    news.set(texts.get("backups.restored", when(known)));
                }));
    }

    void openCopy(Path target) {
        chosen.get().ifPresent(known -> session.openCopy(known.backup().file(), target));
    }

    static String when(KnownBackup known) {
        return Numbers.dateTime(known.backup().madeAt());
    }

    private <T> void work(String title, Job<T> job, java.util.function.Consumer<T> done) {
        keeping().ifPresent(keeping -> {
            problems.clear();
            news.set("");
            tasks.run(working, title, progress -> job.run(keeping, progress), done, problem -> {
                backingUp.set("");
                problems.setAll(List.of(problem));
            });
        });
    }

    private Optional<Keeping> keeping() {
        return session.workspaceProperty().get().map(OpenWorkspace::keeping);
    }

    private void preview() {
        Optional<StoreContents> then = chosen.get().flatMap(KnownBackup::contents);
        noneChosen.set(chosen.get().isPresent() ? "" : texts.get("reason.no-backup"));
        if (chosen.get().isEmpty()) {
            notChosen.set(texts.get("reason.no-backup"));
            preview.clear();
        } else if (then.isEmpty()) {
            notChosen.set(texts.get("reason.bad-backup"));
            preview.setAll(chosen.get().flatMap(KnownBackup::problem).stream()
                    .map(Problem::message)
                    .toList());
        } else {
            notChosen.set("");
            preview.setAll(new RestorePreview(now, then.get()).sentences());
        }
    }

    @FunctionalInterface
    private interface Job<T> {
        T run(Keeping keeping, app.attune.core.Progress progress);
    }
}
