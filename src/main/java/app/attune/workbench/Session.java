package app.attune.workbench;

import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import app.attune.profiles.ConsentBasis;
import app.attune.ui.Appearance;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What is open and how the window is set: the workspace, what it holds, the settings. FX thread only.
final class Session {
    private final Tasks tasks;
    private final Workspaces workspaces;
    private final SettingsFile file;
    private final Consumer<Problem> problems;
    private final Rescue rescue;
    private final Texts texts = Texts.of("workbench");
    private final TaskSlot opening = new TaskSlot();
    private final TaskSlot counting = new TaskSlot();
    private final TaskSlot saving = new TaskSlot();
    private final TaskSlot declaring = new TaskSlot();
    private final ReadOnlyObjectWrapper<Optional<OpenWorkspace>> workspace =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<OpenWorkspace.Standing>> standing =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Boolean> busy = new ReadOnlyObjectWrapper<>(false);
    private final ReadOnlyObjectWrapper<Settings> settings;
    private Consumer<Runnable> guard = Runnable::run;

    /// @param problems shows what went wrong
    Session(Parts parts, Settings initial, Consumer<Problem> problems) {
        this.tasks = parts.tasks();
        this.workspaces = parts.workspaces();
        this.file = parts.settings();
        this.problems = problems;
        this.rescue = new Rescue(this, parts, problems);
        this.settings = new ReadOnlyObjectWrapper<>(initial);
    }

    /// @param before is given what leaves the open workspace, and does it when that may be
    void guardedBy(Consumer<Runnable> before) {
        guard = before;
    }

    /// Does what leaves the open workspace, if any, when that may be.
    void beforeLeaving(Runnable then) {
        if (workspace.get().isPresent()) {
            guard.accept(then);
        } else {
            then.run();
        }
    }

    ReadOnlyObjectProperty<Optional<OpenWorkspace>> workspaceProperty() {
        return workspace.getReadOnlyProperty();
    }

    /// Empty until counted.
    ReadOnlyObjectProperty<Optional<OpenWorkspace.Standing>> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /// Whether a workspace is being opened.
    ReadOnlyObjectProperty<Boolean> busyProperty() {
        return busy.getReadOnlyProperty();
    }

    void openSample() {
        open(texts.get("task.sample"), workspaces::sample, () -> {});
    }

    void openFolder(Path folder) {
        if (!isOpen(folder)) {
            String name = String.valueOf(folder.getFileName());
            open(
                    texts.get("task.open", name),
                    progress -> workspaces.open(folder, progress),
                    () -> {},
                    problem -> rescue.offer(folder, problem));
        }
    }

    /// @param then what to do once it is open
    void create(Path folder, Runnable then) {
        String name = String.valueOf(folder.getFileName());
        open(texts.get("task.create", name), progress -> workspaces.create(folder, progress), then);
    }

    /// Closes the workspace, puts the backup in the place of its store and opens it again, also when that fails.
    ///
    /// @param then what to do once it is open
    void restore(Path backup, Runnable then) {
        beforeLeaving(() -> leave().ifPresent(open -> {
            Path folder = open.folder();
            open(
                    texts.get("task.restore", open.name()),
                    progress -> {
                        open.close();
                        return workspaces.restore(folder, backup, progress);
                    },
                    then,
                    problem -> reopen(folder, problem));
        }));
    }

    /// Says what went wrong once the workspace is open again, or cannot be.
    private void reopen(Path folder, Problem wrong) {
        String title = texts.get("task.open", String.valueOf(folder.getFileName()));
        Consumer<Problem> failed = problem -> {
            problems.accept(wrong);
            rescue.offer(folder, problem);
        };
        open(title, progress -> workspaces.open(folder, progress), () -> problems.accept(wrong), failed);
    }

    /// Puts the backup in the place of the store of a workspace that does not open.
    void rescue(Path folder, Path backup) {
        String name = String.valueOf(folder.getFileName());
        open(texts.get("task.restore", name), progress -> workspaces.restore(folder, backup, progress), () -> {});
    }

    /// Opens a backup of the open workspace as a workspace of its own.
    void openCopy(Path backup, Path target) {
        workspace.get().ifPresent(open -> {
            String name = String.valueOf(target.getFileName());
            open(
                    texts.get("task.create", name),
                    progress -> workspaces.copy(open.folder(), backup, target, progress),
                    () -> {});
        });
    }

    /// Makes a workspace of an archive and opens it.
    void unarchive(Path file, Path target) {
        String name = String.valueOf(file.getFileName());
        open(texts.get("task.unarchive", name), progress -> workspaces.unarchive(file, target, progress), () -> {});
    }

    private boolean isOpen(Path folder) {
        return workspace.get().map(open -> open.folder().equals(folder)).orElse(false);
    }

    private void open(String title, Tasks.Work<OpenWorkspace> work, Runnable then) {
        open(title, work, then, problems);
    }

    private void open(String title, Tasks.Work<OpenWorkspace> work, Runnable then, Consumer<Problem> failed) {
        beforeLeaving(() -> openNow(title, work, then, failed));
    }

    private void openNow(String title, Tasks.Work<OpenWorkspace> work, Runnable then, Consumer<Problem> failed) {
        busy.set(true);
        tasks.run(
                opening,
                title,
                work,
                opened -> {
                    busy.set(false);
                    close();
                    workspace.set(Optional.of(opened));
                    change(settings.get().opened(opened.folder()));
                    opened.findings().forEach(problems);
                    recount();
                    then.run();
                },
                problem -> {
                    busy.set(false);
                    failed.accept(problem);
                });
    }

    /// Closes what is open, if anything; the store is sealed off the FX thread.
    private void close() {
        closeThen(() -> {}, () -> {});
    }

    /// As [#closeThen], when that may be.
    void closeAsked() {
        beforeLeaving(this::close);
    }

    /// Closes what is open off the FX thread, however long that takes.
    ///
    /// @param failed done once it has been shown why the workspace could not be closed as it should be
    void closeThen(Runnable then, Runnable failed) {
        Optional<OpenWorkspace> left = leave();
        left.ifPresentOrElse(open -> seal(open, then, failed), then);
    }

    private void seal(OpenWorkspace open, Runnable then, Runnable failed) {
        tasks.run(
                new TaskSlot(),
                texts.get("task.close", open.name()),
                progress -> {
                    open.close();
                    return open;
                },
                closed -> then.run(),
                problem -> {
                    problems.accept(problem);
                    failed.run();
                });
    }

    /// Closes at once, when the window goes.
    void closeNow() {
        leave().ifPresent(OpenWorkspace::close);
    }

    private Optional<OpenWorkspace> leave() {
        counting.cancel();
        standing.set(Optional.empty());
        Optional<OpenWorkspace> open = workspace.get();
        workspace.set(Optional.empty());
        return open;
    }

    /// Keeps what the analyst says of consent, and counts anew.
    void declare(ConsentBasis basis, String reason) {
        workspace
                .get()
                .ifPresent(open -> tasks.run(
                        declaring,
                        texts.get("task.consent"),
                        progress -> {
                            open.declare(basis, reason);
                            return basis;
                        },
                        done -> recount(),
                        problems));
    }

    /// Looks at everything as it was then, until the workspace is closed.
    void lookAt(Instant asOf) {
        workspace.get().ifPresent(open -> open.lookAt(asOf));
        recount();
    }

    /// Looks at the latest data.
    void lookAtLatest() {
        workspace.get().ifPresent(OpenWorkspace::lookAtLatest);
        recount();
    }

    /// Counts anew what the status bar says.
    void recount() {
        workspace
                .get()
                .ifPresent(open -> tasks.run(
                        counting,
                        texts.get("task.count"),
                        open::standing,
                        counted -> standing.set(Optional.of(counted)),
                        problems));
    }

    void look(Appearance appearance) {
        change(settings.get().with(appearance));
    }

    void setSidebar(Sidebar.Width width) {
        change(settings.get().with(width));
    }

    void forget(Path folder) {
        change(settings.get().forgotten(folder));
    }

    private void change(Settings changed) {
        if (!changed.equals(settings.get())) {
            settings.set(changed);
            tasks.run(
                    saving,
                    texts.get("task.settings"),
                    progress -> {
                        file.save(changed);
                        return changed;
                    },
                    saved -> {},
                    problems);
        }
    }
}
