package app.attune.profiles.ui;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.TaskSlot;
import app.attune.profiles.IdentityChange;
import app.attune.profiles.IdentityRules;
import app.attune.profiles.IdentityService;
import app.attune.profiles.IdentityVersion;
import app.attune.profiles.People;
import app.attune.ui.BusyProgress;
import app.attune.ui.History;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The rules being edited, what they would change, and who is who under those that are saved. Every edit is a step to
/// undo and is tried out in the background; nothing changes before it is applied.
final class PeopleViewModel {
    /// Everything read together.
    ///
    /// @param columns that may link
    record Shown(People people, IdentityRules saved, List<IdentityVersion> versions, List<String> columns) {}

    private final PeopleContext context;
    private final Texts texts;
    private final TaskSlot loading = new TaskSlot();
    private final TaskSlot saving = new TaskSlot();
    private final TaskSlot trying = new TaskSlot();
    private final History<IdentityRules> draft;
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<IdentityChange>> change =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<BusyProgress>> busy = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper proposed = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();

    PeopleViewModel(PeopleContext context, Texts texts) {
        this.context = context;
        this.texts = texts;
        this.draft = new History<>(IdentityRules.NONE, context.clock());
        draft.valueProperty().addListener((observed, before, now) -> edited());
    }

    History<IdentityRules> draft() {
        return draft;
    }

    IdentityRules rules() {
        return draft.value();
    }

    ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// What applying the rules being edited would change; empty while that is not known.
    ReadOnlyObjectProperty<Optional<IdentityChange>> changeProperty() {
        return change.getReadOnlyProperty();
    }

    /// Whether the rules being edited differ from the saved ones.
    ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /// The work that runs, to be watched and cancelled.
    ReadOnlyObjectProperty<Optional<BusyProgress>> busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Changes with every proposal.
    ReadOnlyIntegerProperty proposedProperty() {
        return proposed.getReadOnlyProperty();
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    IdentityService identity() {
        return context.identity();
    }

    Tasks tasks() {
        return context.kit().tasks();
    }

    /// Makes persons of the data as it is now; edits that were not applied stay.
    void load() {
        run(loading, "people.task.load", this::read, this::show);
    }

    private Shown read(Progress progress) {
        IdentityService identity = context.identity();
        People people = identity.people(progress);
        return new Shown(people, people.persons().rules(), identity.versions(), identity.columns());
    }

    private void show(Shown now) {
        boolean untouched =
                shown.get().map(before -> rules().equals(before.saved())).orElse(true);
        shown.set(Optional.of(now));
        if (untouched && !rules().equals(now.saved())) {
            draft.reset(now.saved());
        }
        edited();
    }

    /// A step of its own.
    void change(String step, IdentityRules rules) {
        draft.change(step, rules);
    }

    /// A step whose effect the analyst wants to see before anything else.
    void propose(String step, IdentityRules rules) {
        draft.change(step, rules);
        proposed.set(proposed.get() + 1);
    }

    /// Typing: joins the step before if that is the same and young.
    void typed(String step, IdentityRules rules) {
        draft.typed(step, rules);
    }

    /// Back to the saved rules; a step like any other.
    void discard() {
        shown.get().ifPresent(now -> change(texts.get("people.step.discard"), now.saved()));
    }

    private void edited() {
        IdentityRules now = rules();
        boolean differs = shown.get().map(known -> !known.saved().equals(now)).orElse(false);
        changed.set(differs);
        if (change.get().filter(known -> known.rules().equals(now)).isEmpty()) {
            change.set(Optional.empty());
        }
        if (differs && change.get().isEmpty()) {
            tryOut();
        } else if (!differs) {
            trying.cancel();
            busy.set(Optional.empty());
        }
    }

    /// Finds out anew what the rules being edited would change.
    void tryOut() {
        IdentityRules wanted = rules();
        run(
                trying,
                "people.task.preview",
                progress -> context.identity().preview(wanted, progress),
                found -> change.set(Optional.of(found)));
    }

    /// Saves the rules being edited as the next version, and then makes persons by them: that may be cancelled.
    void apply() {
        IdentityRules wanted = rules();
        String note = draft.undoNameProperty().get();
        run(
                saving,
                "people.task.apply",
                progress -> {
                    context.identity().save(wanted, context.author(), note);
                    return context.identity().versions();
                },
                versions -> {
                    shown.get()
                            .map(before -> new Shown(before.people(), wanted, versions, before.columns()))
                            .ifPresent(this::show);
                    context.kit().dataChanged().run();
                    load();
                });
    }

    private <T> void run(TaskSlot slot, String title, Tasks.Work<T> work, Consumer<T> done) {
        BusyProgress watched = new BusyProgress();
        busy.set(Optional.of(watched));
        problems.clear();
        tasks().run(
                        slot,
                        texts.get(title),
                        progress -> work.run(watched.on(progress)),
                        result -> {
                            busy.set(Optional.empty());
                            done.accept(result);
                        },
                        problem -> {
                            busy.set(Optional.empty());
                            problems.setAll(problem);
                        });
    }
}
