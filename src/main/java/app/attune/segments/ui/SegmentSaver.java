package app.attune.segments.ui;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.TaskSlot;
import app.attune.segments.ConditionFinding;
import app.attune.segments.SegmentAbout;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import app.attune.ui.Numbers;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;

/// Saves drafts one after the other and says where saving stands.
final class SegmentSaver {
    private final Texts texts = Texts.of("segments");
    private final SegmentsContext context;
    private final Tasks tasks;
    private final ObservableList<SegmentDefinition> versions;
    private final ObservableList<Problem> problems;
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper(false);
    private Optional<SegmentDefinition> saved = Optional.empty();
    /// The newest of each segment, since another one may be opened while a save is on its way.
    private final SequencedMap<SegmentId, SegmentDraft> waiting = new LinkedHashMap<>();
    private Optional<SegmentDraft> newest = Optional.empty();
    private final List<Runnable> afterwards = new ArrayList<>();
    private boolean busy;

    SegmentSaver(
            SegmentsContext context,
            Tasks tasks,
            ObservableList<SegmentDefinition> versions,
            ObservableList<Problem> problems) {
        this.context = context;
        this.tasks = tasks;
        this.versions = versions;
        this.problems = problems;
    }

    /// "Saved as version 3, 09:30", "Not saved yet" …
    ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Whether something edited is not stored yet.
    ReadOnlyBooleanProperty unsavedProperty() {
        return unsaved.getReadOnlyProperty();
    }

    /// `definition` is what is stored now.
    void opened(SegmentDefinition definition) {
        saved.filter(left -> !left.id().equals(definition.id()) && unsaved.get() && !busy)
                .ifPresent(left -> lost(left.name()));
        saved = Optional.of(definition);
        newest = Optional.empty();
        say(definition);
    }

    private boolean isShown(SegmentId id) {
        return saved.map(SegmentDefinition::id).equals(Optional.of(id));
    }

    /// What could not be saved of a segment that is left for another.
    private void lost(String name) {
        problems.add(new Problem(
                "segments.draft-lost", texts.get("state.lost", name), texts.get("state.lost.remedy", name)));
    }

    /// Whether `newest` was made elsewhere, while nothing here waits to be saved.
    boolean isBehind(SegmentDefinition newest) {
        boolean older =
                saved.filter(known -> known.version() >= newest.version()).isEmpty();
        return older && !busy && !unsaved.get();
    }

    private boolean isSaved(SegmentDraft draft) {
        return saved.map(SegmentSaver::edited).equals(Optional.of(draft));
    }

    /// A definition as the editor shows it: showing alone must not differ from what is stored.
    private static SegmentDraft edited(SegmentDefinition definition) {
        return SegmentDraft.of(definition).with(ConditionEdits.grouped(definition.condition()));
    }

    void touched(SegmentDraft draft) {
        newest = Optional.of(draft);
        if (!isSaved(draft)) {
            unsaved.set(true);
            state.set(texts.get("state.unsaved"));
        } else if (!busy) {
            saved.ifPresent(this::say);
        }
    }

    /// Saves unless that is what is stored; a draft with an error in a row does not become a version.
    void save(SegmentDraft draft) {
        if (busy) {
            waiting.put(draft.id(), draft);
            return;
        }
        if (isSaved(draft)) {
            saved.ifPresent(known -> sayOf(draft, known));
            return;
        }
        busy = true;
        state.set(texts.get("state.saving"));
        tasks.run(
                new TaskSlot(),
                texts.get("task.save", draft.name()),
                progress -> store(draft, progress),
                stored -> done(draft, stored),
                problem -> failed(draft, problem));
    }

    private Optional<SegmentDefinition> store(SegmentDraft draft, Progress progress) {
        boolean broken = context.segments().findings(draft, progress).stream().anyMatch(ConditionFinding::isError);
        return broken ? Optional.empty() : Optional.of(context.segments().save(draft, context.author(), ""));
    }

    private void done(SegmentDraft draft, Optional<SegmentDefinition> stored) {
        busy = false;
        stored.ifPresentOrElse(now -> stored(draft, now), () -> notStored(draft, "state.broken"));
        saveWaiting();
    }

    private void saveWaiting() {
        while (!busy && !waiting.isEmpty()) {
            save(waiting.pollFirstEntry().getValue());
        }
        if (!busy) {
            List<Runnable> ready = List.copyOf(afterwards);
            afterwards.clear();
            ready.forEach(Runnable::run);
        }
    }

    /// Does `then` once nothing is being saved any more, whether or not that worked.
    void whenQuiet(Runnable then) {
        if (busy) {
            afterwards.add(then);
        } else {
            then.run();
        }
    }

    private void notStored(SegmentDraft draft, String words) {
        if (isShown(draft.id())) {
            state.set(texts.get(words));
        } else {
            lost(draft.name());
            sayShown();
        }
    }

    /// Another segment was opened while this one was saved.
    private void sayShown() {
        saved.filter(shown -> !unsaved.get()).ifPresent(this::say);
    }

    private void stored(SegmentDraft draft, SegmentDefinition definition) {
        if (!isShown(definition.id())) {
            sayShown();
            return;
        }
        saved = Optional.of(definition);
        problems.removeIf(problem -> problem.code().startsWith("segments.not-next"));
        problems.removeIf(problem -> problem.code().equals(SegmentAbout.UNREACHABLE));
        sayOf(draft, definition);
        if (!versions.contains(definition)) {
            versions.addFirst(definition);
        }
    }

    /// That a draft is stored, unless it was edited since.
    private void sayOf(SegmentDraft draft, SegmentDefinition definition) {
        if (newest.map(draft::equals).orElse(true)) {
            say(definition);
        } else {
            unsaved.set(true);
            state.set(texts.get("state.unsaved"));
        }
    }

    private void say(SegmentDefinition definition) {
        unsaved.set(false);
        state.set(texts.get(
                "state.saved", Integer.toString(definition.version()), Numbers.dateTime(definition.savedAt())));
    }

    private void failed(SegmentDraft draft, Problem problem) {
        busy = false;
        notStored(draft, "state.failed");
        problems.removeIf(shown -> shown.code().equals(SegmentAbout.UNREACHABLE));
        problems.add(problem);
        saveWaiting();
    }

    /// Reads the versions again.
    void reload(SegmentId id) {
        tasks.run(
                new TaskSlot(),
                texts.get("task.open"),
                progress -> context.segments().versions(id),
                (List<SegmentDefinition> all) -> versions.setAll(all),
                problems::add);
    }
}
