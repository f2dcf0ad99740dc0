package app.attune.events.ui;

import app.attune.ui.Action;
import app.attune.ui.Destination;
import app.attune.ui.Dialogs;
import app.attune.ui.Kit;
import app.attune.ui.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/// Everything the import wizard can do, each with a name and perhaps a key.
final class ImportActions {
    private static final List<String> PATTERNS = List.of(
            "*.csv",
            "*.tsv",
            "*.txt",
            "*.data",
            "*.json",
            "*.jsonl",
            "*.ndjson",
            "*.inter",
            "*.gz",
            "*.bz2",
            "*.zip",
            "*.parquet",
            "*.avro",
            "*.xlsx",
            "*.*");

    private final Texts texts = Texts.of("events");
    private final ImportViewModel model;
    private final Kit kit;
    private final Action next;
    private final Action back;
    private final Action cancel;
    private final Action undoApplied;
    private final Action saveRejected;
    private final Action loadMended;
    private final Action another;
    private final RejectedPane rejected;
    private final Action showData;
    private final Action ownPreset;
    private final List<Action> all;

    /// @param saved what can be done with saved mappings
    ImportActions(ImportViewModel model, Kit kit, List<Action> saved) {
        this.model = model;
        this.kit = kit;
        ObservableValue<String> occupied =
                reason(() -> model.jobs().busyProperty().get() ? "reason.busy" : "");
        next = action("next", model::next).withKey("Alt+Right").disabledBy(model.nextReasonProperty());
        back = action("back", model::back).withKey("Alt+Left").disabledBy(occupied);
        cancel = action("cancel", model.jobs()::cancel).disabledBy(reason(this::idle));
        undoApplied = action("undo-mapping", model.reading()::refuse).disabledBy(reason(this::notApplied));
        saveRejected = action("save-rejected", this::askAndSave).disabledBy(reason(this::nothingRejected));
        loadMended = action("load-mended", this::askAndLoad).disabledBy(occupied);
        rejected = new RejectedPane("import", occupied, model::readAgain);
        another = action("another", model::another).disabledBy(occupied);
        showData = action("show-data", () -> kit.navigator().open(Destination.of(Destination.DATA)));
        Action finish = action("finish", model::next)
                .withKey("Shortcut+ENTER")
                .disabledBy(Bindings.createStringBinding(this::unfinished, watched()));
        all = new ArrayList<>(List.of(action("browse", this::browse).disabledBy(occupied), next, back, cancel, finish));
        ownPreset = action("own-preset", this::askForPreset)
                .disabledBy(reason(() -> model.settingsProperty().get().isEmpty() ? "reason.file" : ""));
        all.add(ownPreset);
        all.add(action("browse-folder", this::browseFolder).disabledBy(occupied));
        all.addAll(List.of(saveRejected, loadMended, another, undoApplied));
        all.addAll(saved);
        all.addAll(rejected.actions());
    }

    List<Action> all() {
        return List.copyOf(all);
    }

    Action ownPreset() {
        return ownPreset;
    }

    Action next() {
        return next;
    }

    Action back() {
        return back;
    }

    Action cancel() {
        return cancel;
    }

    Action undoApplied() {
        return undoApplied;
    }

    Action saveRejected() {
        return saveRejected;
    }

    /// Rows that can be edited and read again.
    RejectedPane rejected() {
        return rejected;
    }

    Action loadMended() {
        return loadMended;
    }

    Action another() {
        return another;
    }

    Action showData() {
        return showData;
    }

    void browse() {
        Dialogs.FileKind kind = new Dialogs.FileKind(texts.get("import.file-kind"), PATTERNS);
        kit.dialogs().openFile(texts.get("import.browse"), kind).ifPresent(file -> model.choose(List.of(file)));
    }

    void browseFolder() {
        kit.dialogs().openFolder(texts.get("import.browse-folder")).ifPresent(folder -> model.choose(List.of(folder)));
    }

    private void askForPreset() {
        Dialogs.FileKind kind = new Dialogs.FileKind(texts.get("preset.kind"), List.of("*.json"));
        kit.dialogs().openFile(texts.get("preset.own"), kind).ifPresent(model.reading()::usePreset);
    }

    private void askAndSave() {
        Optional<Path> target = kit.dialogs()
                .saveFile(texts.get("import.save-rejected"), rejectedRows(), texts.get("import.rejected.name"));
        target.ifPresent(model::saveRejected);
    }

    private void askAndLoad() {
        kit.dialogs().openFile(texts.get("import.load-mended"), rejectedRows()).ifPresent(model::loadMended);
    }

    private Dialogs.FileKind rejectedRows() {
        return new Dialogs.FileKind(texts.get("import.rejected.kind"), List.of("*.csv"));
    }

    private Action action(String id, Runnable work) {
        return Action.of("import." + id, texts.get("action.import." + id), work);
    }

    private interface Key {
        /// Of the text that says why not; empty if nothing stands against it.
        String get();
    }

    private ObservableValue<String> reason(Key key) {
        return Bindings.createStringBinding(() -> key.get().isEmpty() ? "" : texts.get(key.get()), watched());
    }

    private Observable[] watched() {
        return new Observable[] {
            model.jobs().busyProperty(),
            model.jobs().countingProperty(),
            model.stepProperty(),
            model.nextReasonProperty(),
            model.settingsProperty(),
            model.resultProperty()
        };
    }

    private String idle() {
        return model.jobs().busyProperty().get()
                        || model.jobs().countingProperty().get()
                ? ""
                : "reason.idle";
    }

    private String notApplied() {
        boolean applied = model.settingsProperty()
                .get()
                .filter(now -> !(now.origin() instanceof Origin.Guessed))
                .isPresent();
        return applied ? "" : "mapping.unapplied";
    }

    private String nothingRejected() {
        boolean any = model.resultProperty()
                .get()
                .filter(now -> now.outcome().total().quarantined() > 0)
                .isPresent();
        return any ? "" : "reason.none-rejected";
    }

    private String unfinished() {
        return model.stepProperty().get() == ImportStep.CHECK
                ? model.nextReasonProperty().get()
                : texts.get("reason.unfinished");
    }
}
