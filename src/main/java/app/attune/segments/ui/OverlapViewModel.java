package app.attune.segments.ui;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.TaskSlot;
import app.attune.core.UserId;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import app.attune.segments.compare.CompareService;
import app.attune.segments.compare.Overlap;
import app.attune.segments.compare.Overlap.Combination;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// How the segment being edited shares its users with others. FX thread only; work goes through the tasks.
final class OverlapViewModel {
    private static final int SAMPLE = 20;

    /// Some users of one combination.
    record Sample(Combination combination, List<UserId> users) {}

    private record Found(List<SegmentDefinition> others, Optional<Overlap> overlap) {}

    private final Texts texts = Texts.of("segments");
    private final SegmentsContext context;
    private final CompareService compare;
    private final Tasks tasks;
    private final TaskSlot comparing = new TaskSlot();
    private final TaskSlot sampling = new TaskSlot();
    private final Set<SegmentId> chosen = new LinkedHashSet<>();
    private final ObservableList<SegmentDefinition> others = FXCollections.observableArrayList();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Overlap>> overlap = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Sample>> sample = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<SegmentDraft> draft = Optional.empty();

    OverlapViewModel(SegmentsContext context, Tasks tasks) {
        this.context = context;
        this.compare = new CompareService(context.segments());
        this.tasks = tasks;
    }

    /// Compares this state of a segment with the others that are chosen; another segment forgets them.
    void show(SegmentDraft shown) {
        if (!draft.map(SegmentDraft::id).equals(Optional.of(shown.id()))) {
            chosen.clear();
            overlap.set(Optional.empty());
            sample.set(Optional.empty());
        }
        draft = Optional.of(shown);
        refresh();
    }

    boolean isChosen(SegmentId id) {
        return chosen.contains(id);
    }

    void choose(SegmentId id) {
        chosen.add(id);
        refresh();
    }

    void leaveOut(SegmentId id) {
        chosen.remove(id);
        refresh();
    }

    private void refresh() {
        draft.ifPresent(shown -> {
            List<SegmentId> with = List.copyOf(chosen);
            tasks.run(
                    comparing,
                    texts.get("task.overlap"),
                    progress -> find(shown, with, progress),
                    this::found,
                    this::failed);
        });
    }

    private Found find(SegmentDraft shown, List<SegmentId> with, Progress progress) {
        List<SegmentDefinition> there = context.segments().list().stream()
                .filter(definition -> !definition.id().equals(shown.id()))
                .toList();
        List<SegmentDraft> compared = Stream.concat(
                        Stream.of(shown),
                        with.stream()
                                .flatMap(id -> there.stream()
                                        .filter(definition -> definition.id().equals(id))
                                        .map(SegmentDraft::of)))
                .toList();
        return new Found(
                there,
                compared.size() < 2
                        ? Optional.empty()
                        : Optional.of(
                                compare.overlap(compared, context.segments().asOf(progress), progress)));
    }

    private void found(Found found) {
        problems.clear();
        chosen.removeIf(
                id -> found.others().stream().noneMatch(other -> other.id().equals(id)));
        others.setAll(found.others());
        sample.set(Optional.empty());
        overlap.set(found.overlap());
    }

    /// Finds twenty users of a combination.
    void pick(Combination combination) {
        tasks.run(
                sampling,
                texts.get("task.sample"),
                progress -> new Sample(combination, compare.sample(combination.users(), SAMPLE, 1)),
                picked -> sample.set(Optional.of(picked)),
                this::failed);
    }

    private void failed(Problem problem) {
        overlap.set(Optional.empty());
        sample.set(Optional.empty());
        problems.setAll(List.of(problem));
    }

    /// The segments to choose from, by name.
    ObservableList<SegmentDefinition> others() {
        return others;
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    ReadOnlyObjectProperty<Optional<Overlap>> overlapProperty() {
        return overlap.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Sample>> sampleProperty() {
        return sample.getReadOnlyProperty();
    }
}
