package app.attune.segments.ui;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.TaskSlot;
import app.attune.core.UserId;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentId;
import app.attune.segments.versions.SegmentDiff;
import app.attune.segments.versions.SegmentDiff.Users;
import app.attune.segments.versions.VersionService;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

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
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Map<Integer, String>> changes = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Optional<Found>> found = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<SegmentId> described = Optional.empty();

    /// @param failed told why versions cannot be described
    VersionsViewModel(SegmentsContext context, Tasks tasks, Consumer<Problem> failed) {
        this.context = context;
        this.failed = failed;
        this.versions = new VersionService(context.segments());
        this.tasks = tasks;
    }

    /// Says of every version what it changed unless that is known; whatever was being said before is cancelled.
    ///
    /// @param all of one segment, newest first
    void describe(List<SegmentDefinition> all) {
        Optional<SegmentId> one = all.stream().findFirst().map(SegmentDefinition::id);
        if (!described.equals(one)) {
            described = one;
            describing.cancel();
            changes.set(Map.of());
        }
        Map<Integer, String> known = changes.get();
        if (all.stream().limit(Math.max(0, all.size() - 1)).allMatch(later -> known.containsKey(later.version()))) {
            return;
        }
        List<SegmentDefinition> versionsOfOne = List.copyOf(all);
        tasks.run(
                describing,
                texts.get("task.versions"),
                progress -> versions.changes(versionsOfOne, known.keySet(), progress),
                this::add,
                problem -> ifNotCancelled(problem, failed));
    }

    private void add(Map<Integer, String> found) {
        Map<Integer, String> all = new HashMap<>(changes.get());
        all.putAll(found);
        changes.set(Map.copyOf(all));
    }

    /// Whoever cancelled knows that.
    private static void ifNotCancelled(Problem problem, Consumer<Problem> told) {
        if (!problem.code().equals(Tasks.CANCELLED)) {
            told.accept(problem);
        }
    }

    /// What versions of the segment last described changed, in words by their number; without those of which that is
    /// not known yet, and the first.
    ReadOnlyObjectProperty<Map<Integer, String>> changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /// Compares two versions; whatever was compared before is cancelled.
    void compare(SegmentDefinition before, SegmentDefinition after) {
        tasks.run(
                comparing,
                texts.get("task.versions"),
                progress -> find(before, after, progress),
                diff -> {
                    problems.clear();
                    found.set(Optional.of(diff));
                },
                problem -> {
                    nothing();
                    ifNotCancelled(problem, problems::add);
                });
    }

    /// Nothing is compared any more.
    void nothing() {
        comparing.cancel();
        problems.clear();
        found.set(Optional.empty());
    }

    /// Why two versions cannot be compared.
    ObservableList<Problem> problems() {
        return problems;
    }

    private Found find(SegmentDefinition before, SegmentDefinition after, Progress progress) {
        SegmentDiff diff = versions.diff(before, after, context.segments().asOf(progress), progress);
        if (diff.users().isEmpty()) {
            String why = diff.problem().map(Problem::message).orElse("");
            return new Found(diff, texts.get("versions.uncounted", why), List.of(), List.of());
        }
        Users users = diff.users().get();
        return new Found(diff, VersionService.sentence(diff, users), users.gained(), users.lost());
    }

    ReadOnlyObjectProperty<Optional<Found>> foundProperty() {
        return found.getReadOnlyProperty();
    }
}
