package app.attune.segments.ui;

import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import app.attune.segments.SegmentDraft;
import app.attune.segments.compare.CompareService;
import app.attune.segments.compare.DropOff;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// How many users each row of the segment being edited leaves. FX thread only; work goes through the tasks.
final class DropOffViewModel {
    private final Texts texts = Texts.of("segments");
    private final SegmentsContext context;
    private final CompareService compare;
    private final Tasks tasks;
    private final TaskSlot counting = new TaskSlot();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<DropOff>> found = new ReadOnlyObjectWrapper<>(Optional.empty());

    DropOffViewModel(SegmentsContext context, Tasks tasks) {
        this.context = context;
        this.compare = new CompareService(context.segments());
        this.tasks = tasks;
    }

    /// Counts this state of a segment; whatever was asked before is cancelled.
    void show(SegmentDraft draft) {
        tasks.run(
                counting,
                texts.get("task.count"),
                progress -> compare.dropOff(draft, context.segments().asOf(progress), progress),
                one -> {
                    problems.clear();
                    found.set(Optional.of(one));
                },
                problem -> {
                    found.set(Optional.empty());
                    problems.setAll(List.of(problem));
                });
    }

    /// Why there is nothing found.
    ObservableList<Problem> problems() {
        return problems;
    }

    ReadOnlyObjectProperty<Optional<DropOff>> foundProperty() {
        return found.getReadOnlyProperty();
    }
}
