package app.attune.segments.ui;

import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import app.attune.segments.Condition;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import app.attune.segments.text.ConditionText;
import app.attune.segments.text.TextPlace;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
    private final Map<SegmentId, String> unused = new HashMap<>();
    private Optional<SegmentId> segment = Optional.empty();

    ConditionTextViewModel(SegmentEditorViewModel model, Tasks tasks) {
        this.model = model;
        this.tasks = tasks;
        model.versions().addListener((ListChangeListener<Object>) change -> follow());
        edited.addListener((observed, before, now) -> {
            if (!now) {
                problems.clear();
            }
        });
    }

    /// Once it was looked at, also while it is not: what is typed belongs to the segment that is open.
    private void follow() {
        if (segment.isPresent()) {
            model.draft().ifPresent(this::show);
        }
    }

    /// Follows the segment, but keeps a text that was edited.
    void show(SegmentDraft draft) {
        if (!segment.equals(Optional.of(draft.id()))) {
            leave();
            segment = Optional.of(draft.id());
            show(draft.condition());
            Optional.ofNullable(unused.remove(draft.id())).ifPresent(kept -> showAgain(draft.name(), kept));
        } else if (edited.get()) {
            shown.set(ConditionText.write(draft.condition()));
        } else {
            show(draft.condition());
        }
    }

    private void leave() {
        if (edited.get()) {
            segment.ifPresent(left -> unused.put(left, text.get()));
        }
    }

    private void showAgain(String name, String kept) {
        text.set(kept);
        if (edited.get()) {
            problems.setAll(new Problem(
                    "segments.text-unused", texts.get("text.unused", name), texts.get("text.unused.remedy")));
        }
    }

    private void show(Condition condition) {
        reading.cancel();
        problems.clear();
        shown.set(ConditionText.write(condition));
        text.set(shown.get());
    }

    /// Shows the condition as it is, whatever was typed.
    void reset() {
        show(model.history().value().condition());
    }

    /// Puts what the text says in the place of the condition, one step back; says why where it cannot be read.
    void use() {
        String asked = text.get();
        tasks.run(
                reading,
                texts.get("task.text"),
                progress -> ConditionText.readShown(asked),
                condition -> used(asked, condition),
                problem -> refused(asked, problem));
    }

    private void used(String asked, Condition condition) {
        problems.clear();
        if (model.commands().exchange(condition)) {
            if (text.get().equals(asked)) {
                reset();
            } else {
                shown.set(ConditionText.write(model.history().value().condition()));
            }
        }
    }

    private void refused(String asked, Problem problem) {
        problems.setAll(problem);
        wrong.set(Optional.empty());
        if (text.get().equals(asked)) {
            wrong.set(TextPlace.of(problem));
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
