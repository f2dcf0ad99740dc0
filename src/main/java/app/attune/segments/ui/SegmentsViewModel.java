package app.attune.segments.ui;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.TaskSlot;
import app.attune.profiles.Consents;
import app.attune.segments.AllOf;
import app.attune.segments.Audience;
import app.attune.segments.Condition;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import app.attune.segments.SegmentTemplate;
import app.attune.ui.Screen;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The list of segments with their sizes, and the templates to start from.
final class SegmentsViewModel {
    /// One segment in the list.
    ///
    /// @param size    empty when it cannot be counted
    /// @param usedBy  names of rules
    record Row(SegmentDefinition definition, Optional<Size> size, int population, List<String> usedBy) {}

    /// How many users a segment has.
    ///
    /// @param withheld of them, those who have not agreed to personalisation
    record Size(int users, int withheld) {}

    private record Loaded(List<Row> rows, List<SegmentTemplate> templates, String missing) {}

    private final Map<SegmentId, String> names = new HashMap<>();
    private final ReadOnlyObjectWrapper<Optional<Screen.Shown>> edited = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<SegmentId> opening = Optional.empty();
    private final Texts texts = Texts.of("segments");
    private final SegmentsContext context;
    private final Tasks tasks;
    private final TaskSlot loading = new TaskSlot();
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ObservableList<SegmentTemplate> templates = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper missing = new ReadOnlyStringWrapper("");
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);

    SegmentsViewModel(SegmentsContext context, Tasks tasks) {
        this.context = context;
        this.tasks = tasks;
    }

    /// Reads the list and counts everybody.
    void load() {
        busy.set(true);
        tasks.run(
                loading,
                texts.get("task.list"),
                this::read,
                loaded -> {
                    busy.set(false);
                    problems.clear();
                    rows.setAll(loaded.rows());
                    rows.forEach(row ->
                            names.put(row.definition().id(), row.definition().name()));
                    missing.set(loaded.missing());
                    templates.setAll(loaded.templates());
                },
                this::failed);
    }

    private Loaded read(Progress progress) {
        Instant asOf = context.segments().asOf(progress);
        int known = context.segments().population(progress).knownAt(asOf).getCardinality();
        List<Row> read = new ArrayList<>();
        for (SegmentDefinition definition : context.segments().list()) {
            progress.report(texts.get("task.list"), read.size(), 0);
            read.add(new Row(
                    definition,
                    size(definition, asOf, progress),
                    known,
                    context.usage().usedBy(definition.id())));
        }
        return new Loaded(
                read,
                context.segments().templates(progress),
                context.segments().missingTemplates(progress).orElse(""));
    }

    private Optional<Size> size(SegmentDefinition definition, Instant asOf, Progress progress) {
        try {
            Audience audience = context.segments().audience(definition.condition(), asOf, progress);
            Consents consents = context.segments().population(progress).consents();
            return Optional.of(new Size(
                    audience.size(), consents.withheldAmong(audience.members(), Consents.PERSONALISATION, asOf)));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    /// Saves a new segment and hands over its id.
    void create(String name, Consumer<SegmentId> then) {
        make(name, new AllOf(List.of()), texts.get("note.created"), then);
    }

    /// Saves a segment made of `template` and hands over its id.
    void create(SegmentTemplate template, Consumer<SegmentId> then) {
        make(template.name(), template.condition(), texts.get("note.template", template.name()), then);
    }

    private void make(String name, Condition condition, String note, Consumer<SegmentId> then) {
        tasks.run(
                new TaskSlot(),
                texts.get("task.save", name),
                progress -> context.segments()
                        .save(
                                new SegmentDraft(context.segments().suggestId(name), name, condition),
                                context.author(),
                                note),
                saved -> {
                    names.put(saved.id(), saved.name());
                    then.accept(saved.id());
                },
                this::failed);
    }

    /// What it was called when last read or made; its id while it is not known.
    String nameOf(SegmentId id) {
        return names.getOrDefault(id, id.value());
    }

    /// This segment was asked for.
    SegmentId opens(String objectId) {
        SegmentId id = new SegmentId(objectId);
        opening = Optional.of(id);
        return id;
    }

    /// Learns from the editor what the segment in it is called.
    void follow(SegmentEditorViewModel editing) {
        editing.history()
                .valueProperty()
                .addListener(observed -> editing.draft().ifPresent(this::edits));
    }

    /// The segment that was asked for is edited and called so; others are left alone.
    private void edits(SegmentDraft draft) {
        if (opening.equals(Optional.of(draft.id()))) {
            names.put(draft.id(), draft.name());
            edited.set(Optional.of(new Screen.Shown(draft.id().value(), draft.name())));
        }
    }

    ReadOnlyObjectProperty<Optional<Screen.Shown>> editedProperty() {
        return edited.getReadOnlyProperty();
    }

    void delete(Row row) {
        tasks.run(
                new TaskSlot(),
                texts.get("task.delete", row.definition().name()),
                progress -> {
                    context.segments().delete(row.definition().id());
                    return row;
                },
                deleted -> load(),
                this::failed);
    }

    /// What is asked before deleting.
    String deleteQuestion(Row row) {
        String question = texts.get("delete.question", row.definition().name());
        int uses = row.usedBy().size();
        return uses == 0 ? question : question + " " + texts.get("delete.used", uses, String.join(", ", row.usedBy()));
    }

    private void failed(Problem problem) {
        busy.set(false);
        problems.removeIf(shown -> shown.code().equals(problem.code()));
        problems.add(problem);
    }

    ObservableList<Row> rows() {
        return rows;
    }

    ObservableList<SegmentTemplate> templates() {
        return templates;
    }

    /// Why some templates are not offered.
    ReadOnlyStringProperty missingProperty() {
        return missing.getReadOnlyProperty();
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
