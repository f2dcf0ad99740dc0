package app.attune.segments.ui;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.TaskSlot;
import app.attune.segments.ConditionFinding;
import app.attune.segments.SegmentDraft;
import app.attune.segments.compare.CompareService;
import app.attune.segments.compare.Flows;
import app.attune.segments.compare.KeyFigures;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the users of the segment being edited did beside those of the others, and who entered and left it. FX thread
/// only; work goes through the tasks.
final class FiguresViewModel {
    private static final int DAYS = 30;
    private static final int WEEK = 7;
    private static final int WEEKS = 8;

    /// Both answers for one state of the segment.
    record Found(KeyFigures figures, Flows flows) {}

    private final Texts texts = Texts.of("segments");
    private final SegmentsContext context;
    private final CompareService compare;
    private final Tasks tasks;
    private final TaskSlot measuring = new TaskSlot();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Found>> found = new ReadOnlyObjectWrapper<>(Optional.empty());

    FiguresViewModel(SegmentsContext context, Tasks tasks) {
        this.context = context;
        this.compare = new CompareService(context.segments());
        this.tasks = tasks;
    }

    /// Measures this state of a segment; whatever was asked before is cancelled.
    void show(SegmentDraft draft) {
        tasks.run(
                measuring,
                texts.get("task.figures", draft.name()),
                progress -> measure(draft, progress),
                both -> {
                    problems.clear();
                    found.set(Optional.of(both));
                },
                problem -> {
                    found.set(Optional.empty());
                    problems.setAll(List.of(problem));
                });
    }

    private Found measure(SegmentDraft draft, Progress progress) {
        var asOf = context.segments().asOf(progress);
        List<SegmentDraft> all =
                Stream.concat(Stream.of(draft), others(draft, progress)).toList();
        return new Found(
                compare.keyFigures(all, new CompareService.Span(asOf, DAYS), progress),
                compare.flows(draft, new CompareService.Span(asOf, WEEK), WEEKS, progress));
    }

    /// Those that can be counted.
    private Stream<SegmentDraft> others(SegmentDraft draft, Progress progress) {
        return context.segments().list().stream()
                .filter(definition -> !definition.id().equals(draft.id()))
                .filter(definition -> context.segments().findings(definition.condition(), progress).stream()
                        .noneMatch(ConditionFinding::isError))
                .map(SegmentDraft::of);
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    ReadOnlyObjectProperty<Optional<Found>> foundProperty() {
        return found.getReadOnlyProperty();
    }
}
