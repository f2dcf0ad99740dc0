package app.attune.segments.ui;

import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import app.attune.core.chart.TimeSeriesChart;
import app.attune.segments.AllOf;
import app.attune.segments.Condition;
import app.attune.segments.ConditionFinding;
import app.attune.segments.Conditions;
import app.attune.segments.SegmentAbout;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import app.attune.ui.History;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// One segment being edited: its undo history, the answers to its current state, its versions and its saving.
/// FX thread only; work goes through the tasks.
final class SegmentEditorViewModel {
    private static final int DAYS_SHOWN = 90;
    private static final Editing NOTHING = new Editing("", new AllOf(List.of()), SegmentAbout.NONE);

    private static final SegmentId NONE = new SegmentId("none");

    private final Texts texts = Texts.of("segments");
    private final SegmentsContext context;
    private final Tasks tasks;
    private final History<Editing> history;
    private final TaskSlot opening = new TaskSlot();
    private final TaskSlot answering = new TaskSlot();
    private final TaskSlot charting = new TaskSlot();
    private final TaskSlot restoring = new TaskSlot();
    private final SegmentSaver saver;
    private final ReadOnlyBooleanWrapper counting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<SegmentAnswer>> answer = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<TimeSeriesChart>> chart =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Offers>> offers = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<SegmentDefinition> versions = FXCollections.observableArrayList();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ConditionCommands commands;
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
        this.commands = new ConditionCommands(history, problems, texts);
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
        saver.opened(newest);
        history.reset(Editing.of(newest));
        answer.set(Optional.empty());
        chart.set(Optional.empty());
        versions.setAll(stored);
    }

    /// As [#refresh], unless that very question was the last one asked.
    void refreshIfChanged() {
        if (!asked.equals(Optional.of(question()))) {
            refresh();
        }
    }

    private SegmentAnswer.Question question() {
        return new SegmentAnswer.Question(draft().orElseGet(() -> nameless(id.orElse(NONE))), before, seed);
    }

    private SegmentDraft nameless(SegmentId known) {
        return new SegmentDraft(known, known.value(), history.value().condition());
    }

    /// Asks about the current state; whatever was asked before is cancelled.
    void refresh() {
        SegmentAnswer.Question question = question();
        asked = Optional.of(question);
        counting.set(true);
        tasks.run(
                answering,
                texts.get("task.count"),
                progress -> SegmentAnswer.of(context.segments(), question, progress),
                found -> {
                    counting.set(false);
                    answer.set(Optional.of(found));
                },
                problem -> {
                    counting.set(false);
                    failed(problem);
                });
    }

    /// Whether the size of a part is not known, but was before a change that is not counted yet.
    boolean isUncounted(Condition part) {
        return answer.get()
                .filter(known -> !known.condition().equals(history.value().condition()))
                .filter(known -> known.countOf(part).isEmpty())
                .isPresent();
    }

    ReadOnlyBooleanProperty countingProperty() {
        return counting.getReadOnlyProperty();
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
                : id.map(known -> new SegmentDraft(known, now.name().strip(), now.condition(), now.about()));
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

    void rename(String name) {
        history.typed(texts.get("step.rename"), history.value().named(name));
    }

    /// Says something else of what the segment is for.
    void describe(SegmentAbout about) {
        history.typed(texts.get("step.about"), history.value().with(about));
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

    ReadOnlyObjectProperty<Optional<SegmentAnswer>> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<TimeSeriesChart>> chartProperty() {
        return chart.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Offers>> offersProperty() {
        return offers.getReadOnlyProperty();
    }

    SegmentSaver saver() {
        return saver;
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
