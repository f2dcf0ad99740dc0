package app.attune.export.ui;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.TaskSlot;
import app.attune.export.ExportDraft;
import app.attune.export.ExportLog;
import app.attune.export.ExportedBundle;
import app.attune.export.Gate;
import app.attune.export.UserLists;
import app.attune.ui.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The export as it stands: its contents, its gates, its result and those before it.
final class ExportViewModel {
    /// Everything one look at the workspace gives.
    private record Loaded(ExportDraft draft, List<ExportLog.Entry> exports) {}

    private record Finished(ExportedBundle bundle, Loaded loaded) {}

    private final ExportContext context;
    private final Texts texts;
    private final TaskSlot loading = new TaskSlot();
    private final TaskSlot exporting = new TaskSlot();
    private final ReadOnlyObjectWrapper<Optional<ExportDraft>> draft = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ExportedBundle>> result =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper disabledReason = new ReadOnlyStringWrapper();
    private final BooleanProperty userLists = new SimpleBooleanProperty();
    private final ObservableList<ExportLog.Entry> exports = FXCollections.observableArrayList();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();

    ExportViewModel(ExportContext context, Texts texts) {
        this.context = context;
        this.texts = texts;
        disabledReason.set(texts.get("reason.loading"));
    }

    ReadOnlyObjectProperty<Optional<ExportDraft>> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /// The bundle exported last on this screen.
    ReadOnlyObjectProperty<Optional<ExportedBundle>> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /// Why nothing can be exported now; empty while it can.
    ReadOnlyStringProperty disabledReasonProperty() {
        return disabledReason.getReadOnlyProperty();
    }

    /// Whether the bundle gets a list per user, with real ids.
    BooleanProperty userListsProperty() {
        return userLists;
    }

    ObservableList<ExportLog.Entry> exports() {
        return exports;
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    void load() {
        context.tasks().run(loading, texts.get("loading"), this::read, this::show, this::failed);
    }

    private Loaded read(Progress progress) {
        return new Loaded(context.service().draft(progress), context.service().exports());
    }

    private void show(Loaded loaded) {
        draft.set(Optional.of(loaded.draft()));
        exports.setAll(loaded.exports());
        boolean failed = loaded.draft().gates().stream().anyMatch(gate -> gate.state() == Gate.State.FAILED);
        disabledReason.set(failed ? texts.get("reason.gates") : "");
    }

    /// Writes a bundle with a new name into a folder.
    void exportInto(Path parent) {
        Optional<ExportDraft> known = draft.get();
        if (known.isEmpty() || !disabledReason.get().isEmpty()) {
            return;
        }
        problems.clear();
        result.set(Optional.empty());
        disabledReason.set(texts.get("reason.busy"));
        UserLists lists = userLists.get() ? UserLists.INCLUDED : UserLists.LEFT_OUT;
        context.tasks()
                .run(
                        exporting,
                        texts.get("exporting"),
                        progress -> {
                            Path folder = context.service().free(parent, known.get());
                            ExportedBundle bundle = context.service().export(folder, lists, progress);
                            return new Finished(bundle, read(progress));
                        },
                        this::finished,
                        this::failed);
    }

    private void finished(Finished finished) {
        show(finished.loaded());
        result.set(Optional.of(finished.bundle()));
    }

    private void failed(Problem problem) {
        problems.setAll(problem);
        disabledReason.set(draft.get().isPresent() ? "" : texts.get("reason.loading"));
    }

    /// What the server team runs to check the bundle.
    static String command(ExportedBundle bundle) {
        String path = bundle.folder().toString();
        return "attune verify " + (path.matches("[A-Za-z0-9/._-]+") ? path : "'" + path.replace("'", "'\\''") + "'");
    }
}
