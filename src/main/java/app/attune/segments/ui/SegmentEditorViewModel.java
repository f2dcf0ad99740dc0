package app.attune.segments.ui;

import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import app.attune.core.chart.TimeSeriesChart;
import app.attune.segments.AllOf;
import app.attune.segments.Condition;
import app.attune.segments.ConditionFinding;
import app.attune.segments.Conditions;
import app.attune.segments.FieldCatalogue;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import app.attune.ui.History;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// One segment being edited: its undo history, the answers to its current state, its versions and its saving.
/// FX thread only; work goes through the tasks.
final class SegmentEditorViewModel {
    private static final int DAYS_SHOWN = 90;
    private static final Editing NOTHING = new Editing("", new AllOf(List.of()));

    private final Texts texts = Texts.of("segments");
    private final SegmentsContext context;
    private final Tasks tasks;
    private final History<Editing> history;
    private final TaskSlot opening = new TaskSlot();
    private final TaskSlot answering = new TaskSlot();
    private final TaskSlot charting = new TaskSlot();
    private final TaskSlot restoring = new TaskSlot();
    private final SegmentSaver saver;
    private final ReadOnlyObjectWrapper<Optional<SegmentAnswer>> answer = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<TimeSeriesChart>> chart =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<FieldCatalogue>> fields =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<List<Integer>> focus = new SimpleObjectProperty<>(List.of());
    private final ObservableList<SegmentDefinition> versions = FXCollections.observableArrayList();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private Optional<SegmentId> id = Optional.empty();
    private Condition before = NOTHING.condition();
    private int baseline;
    private Optional<SegmentAnswer.Question> asked = Optional.empty();
    private long seed = 1;

    SegmentEditorViewModel(SegmentsContext context, Tasks tasks) {
        this.context = context;
        this.tasks = tasks;
        this.history = new History<>(NOTHING, context.clock());
        this.saver = new SegmentSaver(context, tasks, versions, problems);
    }

    /// What opening brings at once.
    private record Opened(List<SegmentDefinition> versions, FieldCatalogue fields) {}

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
                            context.segments().fields(progress));
                },
                this::opened,
                this::failed);
    }

    private void opened(Opened opened) {
        SegmentDefinition newest = opened.versions().getFirst();
        fields.set(Optional.of(opened.fields()));
        if (!id.equals(Optional.of(newest.id())) || saver.isBehind(newest)) {
            show(opened.versions());
        }
        refresh();
    }

    private void show(List<SegmentDefinition> stored) {
        SegmentDefinition newest = stored.getFirst();
        Condition condition = ConditionEdits.grouped(newest.condition());
        if (!id.equals(Optional.of(newest.id()))) {
            id = Optional.of(newest.id());
            before = condition;
            baseline = newest.version();
        }
        versions.setAll(stored);
        answer.set(Optional.empty());
        chart.set(Optional.empty());
        saver.opened(newest);
        history.reset(new Editing(newest.name(), condition));
    }

    /// As [#refresh], unless that very question was the last one asked.
    void refreshIfChanged() {
        if (!asked.equals(Optional.of(question()))) {
            refresh();
        }
    }

    private SegmentAnswer.Question question() {
        return new SegmentAnswer.Question(history.value().condition(), before, seed);
    }

    /// Asks about the current state; whatever was asked before is cancelled.
    void refresh() {
        SegmentAnswer.Question question = question();
        asked = Optional.of(question);
        tasks.run(
                answering,
                texts.get("task.count"),
                progress -> SegmentAnswer.of(context.segments(), question, progress),
                found -> answer.set(Optional.of(found)),
                this::failed);
    }

    /// Another twenty members.
    void shuffle() {
        seed++;
        refresh();
    }

    /// Counts the current state day by day.
    void loadChart() {
        draft().ifPresent(draft -> tasks.run(
                charting,
                texts.get("task.chart"),
                progress -> context.segments().sizeOverTime(draft, DAYS_SHOWN, progress),
                found -> chart.set(Optional.of(found)),
                problem -> chart.set(Optional.empty())));
    }

    /// Makes the current state a version, unless it is one already or cannot be one.
    void save() {
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
                : id.map(known -> new SegmentDraft(known, now.name().strip(), now.condition()));
    }

    /// The version that changes of size are compared with: the one this editor was opened with, whatever was saved
    /// since.
    int baseline() {
        return baseline;
    }

    /// What is to be said about the rows as they are now; nothing while that is not known.
    List<ConditionFinding> findings() {
        return answer.get()
                .filter(known -> known.condition().equals(history.value().condition()))
                .map(SegmentAnswer::findings)
                .orElse(List.of());
    }

    /// Whether a row is known to have an error.
    boolean hasErrors() {
        return findings().stream().anyMatch(ConditionFinding::isError);
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
                    history.change(
                            texts.get("step.restore", version.version()),
                            new Editing(saved.name(), ConditionEdits.grouped(saved.condition())));
                    saver.reload(saved.id());
                },
                this::failed);
    }

    private void failed(Problem problem) {
        problems.removeIf(shown -> shown.code().equals(problem.code()));
        problems.add(problem);
    }

    /// A part of the condition as it is now.
    Optional<Condition> at(List<Integer> path) {
        return Conditions.at(history.value().condition(), path);
    }

    void rename(String name) {
        history.typed(texts.get("step.rename"), history.value().named(name));
    }

    /// Adds `part` to the group at `group`, after everything in it.
    void add(List<Integer> group, Condition part) {
        int end = at(group).map(found -> Conditions.parts(found).size()).orElse(0);
        List<Integer> path = Conditions.child(group, end);
        focus.set(path);
        change(texts.get("step.add"), ConditionEdits.insert(condition(), path, part));
    }

    void duplicate(List<Integer> path) {
        if (!path.isEmpty()) {
            moved(texts.get("step.duplicate"), ConditionEdits.duplicate(condition(), path));
        }
    }

    void delete(List<Integer> path) {
        if (!path.isEmpty()) {
            focus.set(path.subList(0, path.size() - 1));
            change(texts.get("step.delete"), ConditionEdits.delete(condition(), path));
        }
    }

    void move(List<Integer> path, ConditionEdits.Direction direction) {
        if (!path.isEmpty()) {
            moved(texts.get("step.move"), ConditionEdits.move(condition(), path, direction));
        }
    }

    private void moved(String step, ConditionEdits.Moved moved) {
        focus.set(moved.path());
        change(step, moved.top());
    }

    /// Puts another part in the place of the one at `path`.
    void replace(List<Integer> path, Condition part) {
        change(texts.get("step.edit"), ConditionEdits.replace(condition(), path, part));
    }

    /// As [#replace], by typing.
    void typed(List<Integer> path, Condition part) {
        history.typed(texts.get("step.edit"), history.value().with(ConditionEdits.replace(condition(), path, part)));
    }

    private void change(String step, Condition condition) {
        history.change(step, history.value().with(condition));
    }

    private Condition condition() {
        return history.value().condition();
    }

    History<Editing> history() {
        return history;
    }

    ReadOnlyObjectProperty<Optional<SegmentAnswer>> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<TimeSeriesChart>> chartProperty() {
        return chart.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<FieldCatalogue>> fieldsProperty() {
        return fields.getReadOnlyProperty();
    }

    SegmentSaver saver() {
        return saver;
    }

    /// The part that should have the keyboard after the last edit.
    List<Integer> focus() {
        return focus.get();
    }

    ObservableList<SegmentDefinition> versions() {
        return versions;
    }

    ObservableList<Problem> problems() {
        return problems;
    }
}
