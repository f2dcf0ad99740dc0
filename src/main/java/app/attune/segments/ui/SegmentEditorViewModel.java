package app.attune.segments.ui;

import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import app.attune.segments.AllOf;
import app.attune.segments.Condition;
import app.attune.segments.Conditions;
import app.attune.segments.SegmentAbout;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import app.attune.ui.History;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// One segment being edited: its undo history, the answers to its current state, its versions and its saving.
/// FX thread only; work goes through the tasks.
final class SegmentEditorViewModel {
    private static final Editing NOTHING = new Editing("", new AllOf(List.of()), SegmentAbout.NONE);

    private static final SegmentId NONE = new SegmentId("none");

    private final Texts texts = Texts.of("segments");
    private final SegmentsContext context;
    private final Tasks tasks;
    private final History<Editing> history;
    private final TaskSlot opening = new TaskSlot();
    private final TaskSlot restoring = new TaskSlot();
    private final SegmentSaver saver;
    private final ReadOnlyObjectWrapper<Optional<Offers>> offers = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<SegmentDefinition> versions = FXCollections.observableArrayList();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ConditionCommands commands;
    private final UntakenFields untaken = new UntakenFields(NOTHING.condition());
    private final EditorAnswers answers;
    private final BooleanBinding unsaved;
    private Supplier<List<String>> elsewhere = List::of;
    private Optional<SegmentId> id = Optional.empty();
    private Condition before = NOTHING.condition();
    private int baseline;
    private boolean writing;

    SegmentEditorViewModel(SegmentsContext context, Tasks tasks) {
        this.context = context;
        this.tasks = tasks;
        this.history = new History<>(NOTHING, context.clock());
        this.saver = new SegmentSaver(context, tasks, versions, problems);
        this.commands = new ConditionCommands(history, problems, texts);
        this.answers = new EditorAnswers(context, tasks, this::state, this::failed);
        this.unsaved = saver.unsavedProperty().or(untaken.allProperty().greaterThan(0));
    }

    /// What opening brings at once.
    private record Opened(List<SegmentDefinition> versions, Offers offers) {}

    /// Shows a stored segment; unsaved edits of the one before are saved first. One that is open already stays as it
    /// is edited, with its history, and is only counted again.
    void open(SegmentId wanted) {
        problems.clear();
        save();
        tasks.run(
                opening,
                texts.get("task.open"),
                progress -> {
                    SegmentDefinition newest = context.segments().require(wanted);
                    return new Opened(
                            context.segments().versions(newest.id()),
                            Offers.of(context.segments(), newest.id(), progress));
                },
                this::opened,
                this::failed);
    }

    private void opened(Opened opened) {
        SegmentDefinition newest = opened.versions().getFirst();
        offers.set(Optional.of(opened.offers()));
        if (!id.equals(Optional.of(newest.id())) || saver.isBehind(newest)) {
            show(opened.versions());
        }
        answers.refresh();
    }

    private void show(List<SegmentDefinition> stored) {
        SegmentDefinition newest = stored.getFirst();
        UntakenFields.Left left = new UntakenFields.Left(id, history.value().name());
        if (!id.equals(Optional.of(newest.id()))) {
            id = Optional.of(newest.id());
            before = ConditionEdits.grouped(newest.condition());
            baseline = newest.version();
        }
        saver.opened(newest);
        writing = false;
        untaken.change(left, newest.id(), () -> history.reset(Editing.of(newest)));
        answers.clear();
        versions.setAll(stored);
    }

    private EditorAnswers.State state() {
        return new EditorAnswers.State(draft().orElseGet(() -> nameless(id.orElse(NONE))), before);
    }

    private SegmentDraft nameless(SegmentId known) {
        return new SegmentDraft(known, known.value(), history.value().condition());
    }

    /// What is known of the current state.
    EditorAnswers answers() {
        return answers;
    }

    /// Makes the current state a version, unless it is one already or cannot be one.
    void save() {
        writing = false;
        draft().ifPresent(saver::save);
    }

    /// The edited state changed and is not saved yet.
    void touched() {
        draft().ifPresent(saver::touched);
    }

    /// The current state; empty while it has no name.
    Optional<SegmentDraft> draft() {
        Editing now = history.value();
        return now.name().isBlank()
                ? Optional.empty()
                : id.map(known -> new SegmentDraft(known, now.name().strip(), now.condition(), now.about()));
    }

    /// The version that changes of size are compared with: the one this editor was opened with, whatever was saved
    /// since.
    int baseline() {
        return baseline;
    }

    /// Brings back an older version as the newest one.
    void restore(SegmentDefinition version) {
        save();
        tasks.run(
                restoring,
                texts.get("task.restore", version.version()),
                progress -> context.segments().restore(version.id(), version.version(), context.author()),
                saved -> {
                    saver.opened(saved);
                    history.change(texts.get("step.restore", version.version()), Editing.of(saved));
                    saver.reload(saved.id());
                },
                this::failed);
    }

    /// Says why something could not be done.
    void failed(Problem problem) {
        problems.removeIf(shown -> shown.code().equals(problem.code()));
        problems.add(problem);
    }

    /// A part of the condition as it is now.
    Optional<Condition> at(List<Integer> path) {
        return Conditions.at(history.value().condition(), path);
    }

    /// A letter of the name; saved once that is written.
    void rename(String name) {
        write("step.rename", history.value().named(name));
    }

    /// A letter of what the segment is for; saved once that is written.
    void describe(SegmentAbout about) {
        write("step.about", history.value().with(about));
    }

    /// What was edited before the first letter is a version of its own.
    private void write(String step, Editing now) {
        if (!now.equals(history.value())) {
            if (!writing) {
                save();
            }
            writing = true;
            history.typed(texts.get(step), now);
        }
    }

    /// Tells the goal of the segment in another key figure.
    void tellIn(SegmentAbout.Figure figure) {
        history.change(
                texts.get("step.about"),
                history.value().with(history.value().about().withFigure(figure)));
    }

    /// As [#save], unless a text is written that is saved when it is left.
    void saveUnlessWriting() {
        if (!writing) {
            save();
        }
    }

    /// Whether such a text is written.
    boolean isWriting() {
        return writing;
    }

    /// A text was left, or its end told: one edit, one version.
    void written() {
        if (writing) {
            save();
        }
    }

    /// The edits of the condition.
    ConditionCommands commands() {
        return commands;
    }

    void add(List<Integer> group, Condition part) {
        commands.add(group, part);
    }

    void delete(List<Integer> path) {
        commands.delete(path);
    }

    void replace(List<Integer> path, Condition part) {
        commands.replace(path, part);
    }

    void typed(List<Integer> path, Condition part) {
        commands.typed(path, part);
    }

    History<Editing> history() {
        return history;
    }

    ReadOnlyObjectProperty<Optional<Offers>> offersProperty() {
        return offers.getReadOnlyProperty();
    }

    SegmentSaver saver() {
        return saver;
    }

    /// What fields say that the segment does not.
    UntakenFields untaken() {
        return untaken;
    }

    /// Whether something that was edited is not stored: not yet, or since it cannot be taken.
    ObservableBooleanValue unsavedProperty() {
        return unsaved;
    }

    /// Where else something is edited that the segment does not say.
    void alsoUnkept(Supplier<List<String>> sentences) {
        elsewhere = sentences;
    }

    /// What would be lost if the window went now, in sentences.
    List<String> unkept() {
        List<String> sentences = new ArrayList<>();
        if (saver.unsavedProperty().get()) {
            sentences.add(texts.get("unkept.draft", history.value().name()));
        }
        sentences.addAll(untaken.sentences(history.value().name()));
        sentences.addAll(elsewhere.get());
        return List.copyOf(sentences);
    }

    /// The part that should have the keyboard after the last edit.
    List<Integer> focus() {
        return commands.focus();
    }

    ObservableList<SegmentDefinition> versions() {
        return versions;
    }

    ObservableList<Problem> problems() {
        return problems;
    }
}
