package app.attune.export.ui;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.TaskSlot;
import app.attune.export.ExportDraft;
import app.attune.export.ExportLog;
import app.attune.export.ExportService;
import app.attune.export.ExportedBundle;
import app.attune.export.Gate;
import app.attune.export.GateOptions;
import app.attune.export.UserLists;
import app.attune.export.flags.RuleTarget;
import app.attune.ui.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

/// The export as it stands: its contents, its gates, its targets, its result and those before it.
final class ExportViewModel {
    /// Everything one look at the workspace gives.
    private record Loaded(
            ExportDraft draft,
            List<TargetChoice> targets,
            List<ExportLog.Entry> exports,
            Optional<String> fingerprint) {}

    private record Finished(ExportedBundle bundle, Loaded loaded) {}

    private final ExportContext context;
    private final Texts texts;
    private final TaskSlot loading = new TaskSlot();
    private final TaskSlot exporting = new TaskSlot();
    private final ReadOnlyObjectWrapper<Optional<ExportDraft>> draft = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ExportedBundle>> result =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> fingerprint = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper disabledReason = new ReadOnlyStringWrapper();
    private final BooleanProperty userLists = new SimpleBooleanProperty();
    private final IntegerProperty minimumSegment = new SimpleIntegerProperty(GateOptions.MINIMUM_SEGMENT);
    private final GateWaivers waivers = new GateWaivers();
    private final ObservableList<Gate> gates = FXCollections.observableArrayList();
    private final ObservableList<TargetChoice> targets = FXCollections.observableArrayList();
    private final ObservableSet<String> chosen = FXCollections.observableSet();
    private final ObservableList<ExportLog.Entry> exports = FXCollections.observableArrayList();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();

    ExportViewModel(ExportContext context, Texts texts) {
        this.context = context;
        this.texts = texts;
        disabledReason.set(texts.get("reason.loading"));
        minimumSegment.addListener((observed, before, now) -> judge());
    }

    ReadOnlyObjectProperty<Optional<ExportDraft>> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /// The bundle exported last on this screen.
    ReadOnlyObjectProperty<Optional<ExportedBundle>> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /// Of the key that signs; empty before the first export.
    ReadOnlyObjectProperty<Optional<String>> fingerprintProperty() {
        return fingerprint.getReadOnlyProperty();
    }

    /// Why nothing can be exported now; empty while it can.
    ReadOnlyStringProperty disabledReasonProperty() {
        return disabledReason.getReadOnlyProperty();
    }

    /// Whether the bundle gets a list per user, with real ids.
    BooleanProperty userListsProperty() {
        return userLists;
    }

    /// Users that the segment of an active rule must have.
    IntegerProperty minimumSegmentProperty() {
        return minimumSegment;
    }

    ObservableList<Gate> gates() {
        return gates;
    }

    ObservableList<TargetChoice> targets() {
        return targets;
    }

    /// Names of the targets to be written.
    ObservableSet<String> chosen() {
        return chosen;
    }

    ObservableList<ExportLog.Entry> exports() {
        return exports;
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    void load() {
        context.tasks().run(loading, texts.get("loading"), this::read, this::loaded, this::failed);
    }

    /// What was exported is told only as long as it is what there is.
    private void loaded(Loaded loaded) {
        boolean same = draft.get()
                .filter(before -> before.ruleSet().equals(loaded.draft().ruleSet())
                        && before.models().equals(loaded.draft().models()))
                .isPresent();
        if (!same) {
            result.set(Optional.empty());
        }
        show(loaded);
    }

    private Loaded read(Progress progress) {
        ExportService service = context.service();
        ExportDraft read = service.draft(progress);
        boolean decidable = read.segments().isEmpty()
                && read.rules().isEmpty()
                && read.ruleSet().isPresent();
        List<TargetChoice> written = decidable
                ? service.targets(read).entrySet().stream()
                        .map(entry -> new TargetChoice(entry.getKey(), entry.getValue()))
                        .toList()
                : List.of();
        return new Loaded(read, written, service.exports(), service.fingerprint());
    }

    private void show(Loaded loaded) {
        draft.set(Optional.of(loaded.draft()));
        exports.setAll(loaded.exports());
        fingerprint.set(loaded.fingerprint());
        chosen.retainAll(loaded.targets().stream()
                .filter(TargetChoice::isPossible)
                .map(choice -> choice.target().name())
                .toList());
        targets.setAll(loaded.targets());
        judge();
    }

    /// How the gates stand now.
    private void judge() {
        draft.get().ifPresent(known -> {
            gates.setAll(known.gates(waivers.of(known, minimumSegment.get())));
            boolean failed = gates.stream().anyMatch(gate -> gate.state() == Gate.State.FAILED);
            disabledReason.set(failed ? texts.get("reason.gates") : "");
        });
    }

    /// Opens a closed gate for a reason.
    void waive(Gate gate, String reason) {
        problems.clear();
        try {
            waivers.give(context.service().waive(gate.id(), reason, context.author()), gate);
        } catch (ProblemException e) {
            problems.setAll(e.problem());
        }
        judge();
    }

    void withdraw(Gate gate) {
        waivers.withdraw(gate.id());
        judge();
    }

    /// Writes a bundle with a new name into a folder.
    void exportInto(Path parent) {
        Optional<ExportDraft> known = draft.get();
        if (known.isEmpty() || !disabledReason.get().isEmpty()) {
            return;
        }
        ExportService.Choice choice = new ExportService.Choice(
                userLists.get() ? UserLists.INCLUDED : UserLists.LEFT_OUT,
                chosenTargets(),
                waivers.of(known.get(), minimumSegment.get()));
        problems.clear();
        result.set(Optional.empty());
        disabledReason.set(texts.get("reason.busy"));
        context.tasks()
                .run(
                        exporting,
                        texts.get("exporting"),
                        progress -> {
                            Path folder = context.service().free(parent, known.get());
                            ExportedBundle bundle = context.service().export(folder, choice, progress);
                            return new Finished(bundle, read(progress));
                        },
                        this::finished,
                        this::failed);
    }

    private List<RuleTarget> chosenTargets() {
        return targets.stream()
                .map(TargetChoice::target)
                .filter(target -> chosen.contains(target.name()))
                .toList();
    }

    /// A waiver is for one bundle.
    private void finished(Finished finished) {
        waivers.clear();
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
        return "attune verify " + (path.matches("[A-Za-z0-9/._-]+") ? path : "'" + path.replace("'", "'\\''") + "'")
                + " --key " + bundle.fingerprint();
    }
}
