package app.attune.segments.ui;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.TaskSlot;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentId;
import app.attune.segments.health.HealthService;
import app.attune.segments.health.SegmentHealth;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The health of the segments in the list, found in the background once the list stands.
final class SegmentChecks {
    private final Texts texts = Texts.of("segments");
    private final SegmentsContext context;
    private final HealthService health;
    private final Tasks tasks;
    private final Consumer<Problem> failed;
    private final TaskSlot checking = new TaskSlot();
    private final ReadOnlyObjectWrapper<Map<SegmentId, SegmentHealth>> found = new ReadOnlyObjectWrapper<>(Map.of());

    /// @param failed told why they cannot be checked
    SegmentChecks(SegmentsContext context, Tasks tasks, Consumer<Problem> failed) {
        this.context = context;
        this.failed = failed;
        this.health = new HealthService(context.segments(), context.usage(), context.dataChanged());
        this.tasks = tasks;
    }

    /// Whatever is still being checked is given up.
    void check(List<SegmentDefinition> segments) {
        List<SegmentDefinition> all = List.copyOf(segments);
        tasks.run(checking, texts.get("task.health"), progress -> find(all, progress), found::set, problem -> {
            found.set(Map.of());
            failed.accept(problem);
        });
    }

    /// The list is not looked at any more.
    void stop() {
        checking.cancel();
    }

    private Map<SegmentId, SegmentHealth> find(List<SegmentDefinition> all, Progress progress) {
        Map<SegmentId, SegmentHealth> now = new HashMap<>();
        health.check(
                all, context.segments().asOf(progress), (segment, state) -> now.put(segment.id(), state), progress);
        return Map.copyOf(now);
    }

    /// Empty while it is not known.
    Optional<SegmentHealth> of(SegmentId id) {
        return Optional.ofNullable(found.get().get(id));
    }

    ReadOnlyObjectProperty<Map<SegmentId, SegmentHealth>> foundProperty() {
        return found.getReadOnlyProperty();
    }
}
