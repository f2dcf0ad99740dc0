package app.attune.segments.ui;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.segments.Condition;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import app.attune.segments.text.ConditionText;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The condition of the open segment as text, which may be edited and put in its place. FX thread only.
final class ConditionTextViewModel {
    private final SegmentEditorViewModel model;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper shown = new ReadOnlyStringWrapper("");
    private final BooleanBinding edited = Bindings.notEqual(text, shown);
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private Optional<SegmentId> segment = Optional.empty();

    ConditionTextViewModel(SegmentEditorViewModel model) {
        this.model = model;
    }

    /// Follows the segment, but keeps a text that was edited while it is the same segment.
    void show(SegmentDraft draft) {
        boolean other = !segment.equals(Optional.of(draft.id()));
        segment = Optional.of(draft.id());
        if (other || !edited.get()) {
            show(draft.condition());
        }
    }

    private void show(Condition condition) {
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
        try {
            if (model.commands().exchange(ConditionText.readShown(text.get()))) {
                reset();
            }
        } catch (ProblemException e) {
            problems.setAll(e.problem());
        }
    }

    StringProperty textProperty() {
        return text;
    }

    /// Whether the text differs from what was shown.
    BooleanBinding editedProperty() {
        return edited;
    }

    ObservableList<Problem> problems() {
        return problems;
    }
}
