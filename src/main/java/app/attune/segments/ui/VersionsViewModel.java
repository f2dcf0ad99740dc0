package app.attune.segments.ui;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.TaskSlot;
import app.attune.core.UserId;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.versions.SegmentDiff;
import app.attune.segments.versions.SegmentDiff.Users;
import app.attune.segments.versions.VersionService;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What one version of the segment being edited says otherwise than another. FX thread only; work goes through the
/// tasks.
final class VersionsViewModel {
    /// In words and users.
    ///
    /// @param sentence of the users; why they cannot be counted where they cannot
    record Found(SegmentDiff diff, String sentence, List<UserId> gained, List<UserId> lost) {}

    private final Texts texts = Texts.of("segments");
    private final SegmentsContext context;
    private final VersionService versions;
    private final Tasks tasks;
    private final Consumer<Problem> failed;
    private final TaskSlot comparing = new TaskSlot();
    private final TaskSlot describing = new TaskSlot();
    private final ReadOnlyObjectWrapper<Map<SegmentDefinition, String>> changes = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Optional<Found>> found = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param failed told why versions cannot be compared
    VersionsViewModel(SegmentsContext context, Tasks tasks, Consumer<Problem> failed) {
        this.context = context;
        this.failed = failed;
        this.versions = new VersionService(context.segments());
        this.tasks = tasks;
    }

    /// Says of every version what it changed; whatever was being said before is cancelled.
    ///
    /// @param all of one segment, newest first
    void describe(List<SegmentDefinition> all) {
        List<SegmentDefinition> versionsOfOne = List.copyOf(all);
        tasks.run(
                describing,
                texts.get("task.versions"),
                progress -> versions.changes(versionsOfOne, progress),
                changes::set,
                failed);
    }

    /// What versions changed, in words; without those of which that is not known yet, and the first.
    ReadOnlyObjectProperty<Map<SegmentDefinition, String>> changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /// Compares two versions; whatever was compared before is cancelled.
    void compare(SegmentDefinition before, SegmentDefinition after) {
        tasks.run(
                comparing,
                texts.get("task.versions"),
                progress -> find(before, after, progress),
                diff -> found.set(Optional.of(diff)),
                problem -> {
                    nothing();
                    failed.accept(problem);
                });
    }

    /// Nothing is compared any more.
    void nothing() {
        comparing.cancel();
        found.set(Optional.empty());
    }

    private Found find(SegmentDefinition before, SegmentDefinition after, Progress progress) {
        SegmentDiff diff = versions.diff(before, after, context.segments().asOf(progress), progress);
        if (diff.users().isEmpty()) {
            String why = diff.problem().map(Problem::message).orElse("");
            return new Found(diff, texts.get("versions.uncounted", why), List.of(), List.of());
        }
        Users users = diff.users().get();
        return new Found(
                diff, VersionService.sentence(diff, users), users.names(users.gained()), users.names(users.lost()));
    }

    ReadOnlyObjectProperty<Optional<Found>> foundProperty() {
        return found.getReadOnlyProperty();
    }
}
