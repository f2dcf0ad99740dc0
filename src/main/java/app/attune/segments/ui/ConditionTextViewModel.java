package app.attune.segments.ui;

import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import app.attune.segments.Condition;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import app.attune.segments.text.ConditionText;
import app.attune.segments.text.TextPlace;
import app.attune.segments.text.TextReading;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/// The condition of the open segment as text, which may be edited and put in its place. A text that is not used when
/// another segment is opened is kept until its own is opened again. FX thread only; work goes through the tasks.
final class ConditionTextViewModel {
    private final Texts texts = Texts.of("segments");
    private final SegmentEditorViewModel model;
    private final Tasks tasks;
    private final TaskSlot reading = new TaskSlot();
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper shown = new ReadOnlyStringWrapper("");
    private final BooleanBinding edited = Bindings.notEqual(text, shown);
    private final ReadOnlyObjectWrapper<Optional<TextPlace>> wrong = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final SequencedMap<SegmentId, Typed> unused = new LinkedHashMap<>();
    private final TaskSlot writing = new TaskSlot();
    private Optional<SegmentId> segment = Optional.empty();
    private String name = "";
    private boolean isLookedAt;

    /// The text that what is being written takes the place of.
    private Optional<String> replaced = Optional.empty();

    /// What is shown again once the condition is written.
    private Optional<Typed> back = Optional.empty();

    /// A text of the segment of this name.
    private record Typed(String name, String text) {}

    ConditionTextViewModel(SegmentEditorViewModel model, Tasks tasks) {
        this.model = model;
        this.tasks = tasks;
        model.alsoUnkept(this::unkept);
        model.versions().addListener((ListChangeListener<Object>) change -> follow());
        edited.addListener((observed, before, now) -> {
            if (!now) {
                problems.clear();
            }
        });
    }

    /// While it is not looked at nothing is written; what is typed still belongs to the segment it was typed for.
    private void follow() {
        model.draft()
                .filter(draft -> isLookedAt || !segment.equals(Optional.of(draft.id())))
                .ifPresent(draft -> {
                    if (isLookedAt) {
                        show(draft);
                    } else {
                        leave();
                    }
                });
    }

    /// Follows the segment while it is looked at, but keeps a text that was edited.
    void show(SegmentDraft draft) {
        isLookedAt = true;
        if (!segment.equals(Optional.of(draft.id()))) {
            leave();
            segment = Optional.of(draft.id());
            name = draft.name();
            back = Optional.ofNullable(unused.remove(draft.id())).map(kept -> new Typed(draft.name(), kept.text()));
            write(draft.condition(), Over.ALL);
        } else {
            name = draft.name();
            write(draft.condition(), Over.UNEDITED);
        }
    }

    /// It is not looked at any more.
    void away() {
        isLookedAt = false;
    }

    private void leave() {
        segment.ifPresent(left -> typed().ifPresent(kept -> unused.put(left, kept)));
        segment = Optional.empty();
        back = Optional.empty();
        reading.cancel();
        writing.cancel();
        replaced = Optional.empty();
        shown.set("");
        text.set("");
    }

    /// What is typed for the segment and not used.
    private Optional<Typed> typed() {
        boolean isTyped = edited.get() && !replaced.equals(Optional.of(text.get()));
        return isTyped ? Optional.of(new Typed(name, text.get())) : back;
    }

    /// The texts that are typed and not used, in sentences.
    private List<String> unkept() {
        return Stream.concat(typed().stream(), unused.values().stream())
                .map(left -> texts.get("unkept.text", left.name()))
                .toList();
    }

    private enum Over {
        ALL,
        UNEDITED
    }

    /// Writes the condition beside the FX thread. A text typed meanwhile stays.
    private void write(Condition condition, Over over) {
        if (over == Over.ALL || !edited.get()) {
            reading.cancel();
            replaced = Optional.of(text.get());
        }
        tasks.run(
                writing,
                texts.get("task.text.write"),
                progress -> ConditionText.write(condition),
                this::written,
                problems::setAll);
    }

    private void written(String now) {
        boolean replaces = replaced.equals(Optional.of(text.get()));
        replaced = Optional.empty();
        shown.set(now);
        if (replaces) {
            problems.clear();
            text.set(now);
            back.ifPresent(this::showAgain);
        }
        back = Optional.empty();
    }

    private void showAgain(Typed typed) {
        text.set(typed.text());
        if (edited.get()) {
            problems.setAll(new Problem(
                    "segments.text-unused", texts.get("text.unused", typed.name()), texts.get("text.unused.remedy")));
        }
    }

    /// Shows the condition as it is, whatever was typed.
    void reset() {
        problems.clear();
        write(model.history().value().condition(), Over.ALL);
    }

    /// Puts what the text says in the place of the condition, one step back; says why where it cannot be read.
    void use() {
        String asked = text.get();
        tasks.run(
                reading,
                texts.get("task.text"),
                progress -> ConditionText.readingShown(asked),
                found -> {
                    switch (found) {
                        case TextReading.Read read -> used(asked, read.condition());
                        case TextReading.Unreadable unreadable -> refused(asked, unreadable);
                    }
                },
                problem -> {
                    wrong.set(Optional.empty());
                    problems.setAll(problem);
                });
    }

    private void used(String asked, Condition condition) {
        problems.clear();
        if (model.commands().exchange(condition)) {
            Condition now = model.history().value().condition();
            write(now, text.get().equals(asked) ? Over.ALL : Over.UNEDITED);
        }
    }

    private void refused(String asked, TextReading.Unreadable unreadable) {
        Problem problem = unreadable.problem();
        problems.setAll(new Problem(
                problem.code(), problem.message(), problem.remedy() + " " + texts.get("text.forms.remedy")));
        wrong.set(Optional.empty());
        if (text.get().equals(asked)) {
            wrong.set(Optional.of(unreadable.place()));
        }
    }

    StringProperty textProperty() {
        return text;
    }

    /// Whether the text differs from the condition as text.
    BooleanBinding editedProperty() {
        return edited;
    }

    /// Where the text could not be read the last time it was to be used.
    ReadOnlyObjectProperty<Optional<TextPlace>> wrongProperty() {
        return wrong.getReadOnlyProperty();
    }

    ObservableList<Problem> problems() {
        return problems;
    }
}
