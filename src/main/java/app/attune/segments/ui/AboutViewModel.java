package app.attune.segments.ui;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.TaskSlot;
import app.attune.segments.SegmentAbout;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentDraft;
import app.attune.segments.compare.CompareService;
import app.attune.segments.compare.FigureWords;
import app.attune.segments.compare.KeyFigures;
import app.attune.segments.health.HealthService;
import app.attune.segments.health.SegmentHealth;
import app.attune.segments.versions.EditWords;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// How the segment being edited stands: its health, and its key figure beside the target. FX thread only; work goes
/// through the tasks.
final class AboutViewModel {
    private static final int DAYS = 30;

    /// @param figure the key figure now, in words; empty where none is chosen
    record Found(SegmentHealth health, String figure) {}

    private final Texts texts = Texts.of("segments");
    private final SegmentsContext context;
    private final HealthService health;
    private final Tasks tasks;
    private final TaskSlot checking = new TaskSlot();
    private final ReadOnlyObjectWrapper<Optional<Found>> found = new ReadOnlyObjectWrapper<>(Optional.empty());

    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    AboutViewModel(SegmentsContext context, Tasks tasks) {
        this.context = context;
        this.health = new HealthService(context.segments(), context.usage(), context.dataChanged());
        this.tasks = tasks;
    }

    /// Checks this state of a segment; whatever was checked before is cancelled.
    void show(SegmentDraft draft) {
        tasks.run(
                checking,
                texts.get("task.health"),
                progress -> find(draft, progress),
                now -> {
                    problem.set(Optional.empty());
                    found.set(Optional.of(now));
                },
                why -> {
                    problem.set(Optional.of(why));
                    found.set(Optional.empty());
                });
    }

    private Found find(SegmentDraft draft, Progress progress) {
        Instant asOf = context.segments().asOf(progress);
        Instant saved = context.segments()
                .find(draft.id())
                .map(SegmentDefinition::savedAt)
                .orElse(context.clock().instant());
        SegmentDefinition state = new SegmentDefinition(
                draft.id(), 1, draft.name(), draft.condition(), context.author(), "", saved, draft.about());
        return new Found(health.of(state, asOf, progress), figure(draft, asOf, progress));
    }

    private String figure(SegmentDraft draft, Instant asOf, Progress progress) {
        if (draft.about().figure() == SegmentAbout.Figure.NONE) {
            return "";
        }
        KeyFigures.Measure measure =
                KeyFigures.Measure.valueOf(draft.about().figure().name());
        KeyFigures figures;
        try {
            figures = new CompareService(context.segments())
                    .keyFigures(List.of(draft), new CompareService.Span(asOf, DAYS), progress);
        } catch (ProblemException e) {
            return texts.get(
                    "about.uncounted",
                    EditWords.figure(draft.about()),
                    e.problem().message());
        }
        String target = EditWords.target(draft.about());
        return texts.get(
                        "about.now",
                        EditWords.figure(draft.about()),
                        FigureWords.cell(figures.rows().getFirst(), measure),
                        DAYS)
                + (target.isEmpty() ? "" : " " + texts.get("about.target.now", target));
    }

    /// Why nothing is found.
    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Found>> foundProperty() {
        return found.getReadOnlyProperty();
    }
}
