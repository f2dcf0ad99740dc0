package app.attune.segments.ui;

import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import app.attune.segments.SegmentDraft;
import app.attune.segments.compare.CompareService;
import app.attune.segments.compare.SegmentProfile;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// How the users of the segment being edited differ from everybody else. FX thread only; work goes through the tasks.
final class ProfileViewModel {
    private final Texts texts = Texts.of("segments");
    private final SegmentsContext context;
    private final CompareService compare;
    private final Tasks tasks;
    private final TaskSlot profiling = new TaskSlot();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<SegmentProfile>> profile =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    ProfileViewModel(SegmentsContext context, Tasks tasks) {
        this.context = context;
        this.compare = new CompareService(context.segments());
        this.tasks = tasks;
    }

    /// Compares this state of a segment; whatever was asked before is cancelled.
    void show(SegmentDraft draft) {
        tasks.run(
                profiling,
                texts.get("task.profile", draft.name()),
                progress -> compare.profile(draft, context.segments().asOf(progress), progress),
                found -> {
                    problems.clear();
                    profile.set(Optional.of(found));
                },
                problem -> {
                    profile.set(Optional.empty());
                    problems.setAll(List.of(problem));
                });
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    ReadOnlyObjectProperty<Optional<SegmentProfile>> profileProperty() {
        return profile.getReadOnlyProperty();
    }
}
