package app.attune.segments.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.TaskSlot;
import app.attune.segments.AllOf;
import app.attune.segments.FakeSegmentStore;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import app.attune.segments.SegmentService;
import app.attune.ui.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.Test;

/// Versions are described once and only where somebody looks at them.
final class VersionsViewModelTest extends Hand {
    private static final Problem GONE = new Problem("desk.gone", "The data is gone.", "Import it again.");

    private final Desk desk = new Desk();
    private final Recorded recorded = new Recorded();
    private final List<Problem> told = new ArrayList<>();

    /// Runs at once and keeps what came out.
    private static final class Recorded implements Tasks {
        final List<Object> results = new ArrayList<>();
        boolean cancelled;

        @Override
        public <T> void run(TaskSlot slot, String title, Work<T> work, Consumer<T> done, Consumer<Problem> failed) {
            if (cancelled) {
                failed.accept(new Problem(Tasks.CANCELLED, "Cancelled: " + title, "Start it again."));
                return;
            }
            Tasks.direct()
                    .run(
                            slot,
                            title,
                            work,
                            found -> {
                                results.add(found);
                                done.accept(found);
                            },
                            failed);
        }

        /// What versions were said to change, one entry for each time somebody asked.
        List<Set<Object>> described() {
            return results.stream()
                    .filter(Map.class::isInstance)
                    .map(found -> Set.<Object>copyOf(((Map<?, ?>) found).keySet()))
                    .toList();
        }
    }

    private SegmentDefinition version(SegmentId id, int atLeast) {
        SegmentDraft draft =
                new SegmentDraft(id, id.value(), new AllOf(List.of(Desk.purchases(Integer.toString(atLeast)))));
        return desk.service.save(draft, "Ada", "");
    }

    private SegmentId three(String name) {
        SegmentId id = new SegmentId(name);
        List.of(1, 2, 3).forEach(atLeast -> version(id, atLeast));
        return id;
    }

    @Test
    void onlyNewVersionsAreDescribed() {
        SegmentId id = three("often");
        VersionsViewModel model = new VersionsViewModel(desk.context, recorded, told::add);
        model.describe(desk.service.versions(id));
        model.describe(desk.service.versions(id));
        version(id, 4);
        model.describe(desk.service.versions(id));
        assertEquals(List.of(Set.of(2, 3), Set.of(4)), recorded.described());
        assertEquals(Set.of(2, 3, 4), model.changesProperty().get().keySet());
    }

    @Test
    void versionsOfAnotherSegmentAreDescribedAnew() {
        VersionsViewModel model = new VersionsViewModel(desk.context, recorded, told::add);
        model.describe(desk.service.versions(three("often")));
        SegmentId other = new SegmentId("seldom");
        version(other, 5);
        version(other, 6);
        model.describe(desk.service.versions(other));
        assertEquals(Set.of(2), model.changesProperty().get().keySet());
        assertTrue(model.changesProperty().get().getOrDefault(2, "").contains("6"));
    }

    @Test
    void versionsAreDescribedOnceTheyAreLookedAt() {
        SegmentId id = three("often");
        SegmentEditorViewModel editing = onFx(() -> new SegmentEditorViewModel(desk.context, Tasks.direct()));
        VersionsView view = onFx(() ->
                new VersionsView(editing, new VersionsViewModel(desk.context, recorded, told::add), destination -> {}));
        Tab versions = onFx(() -> new Tab("Versions", view.root()));
        TabPane tabs = onFx(() -> new TabPane(new Tab("Users"), versions));
        show(() -> tabs);
        runOnFx(() -> editing.open(id));
        assertEquals(List.of(), recorded.described());
        runOnFx(() -> tabs.getSelectionModel().select(versions));
        assertEquals(List.of(Set.of(2, 3)), recorded.described());
        runOnFx(() -> tabs.getSelectionModel().select(0));
        version(id, 4);
        runOnFx(() -> editing.saver().reload(id));
        assertEquals(1, recorded.described().size());
        runOnFx(() -> tabs.getSelectionModel().select(versions));
        assertEquals(List.of(Set.of(2, 3), Set.of(4)), recorded.described());
    }

    @Test
    void whyVersionsCouldNotBeComparedGoesOnceTheyCan() {
        AtomicBoolean broken = new AtomicBoolean(true);
        SegmentService service = new SegmentService(
                new FakeSegmentStore(),
                progress -> {
                    if (broken.get()) {
                        throw new ProblemException(GONE);
                    }
                    return desk.shop;
                },
                Desk.CLOCK);
        SegmentsContext context = new SegmentsContext(service, id -> List.of(), Desk.CLOCK, "Ada");
        SegmentDefinition newest = desk.service.versions(three("often")).getFirst();
        VersionsViewModel model = new VersionsViewModel(context, recorded, told::add);
        model.compare(newest, newest);
        assertEquals(List.of(GONE), model.problems());
        broken.set(false);
        model.compare(newest, newest);
        assertEquals(List.of(), model.problems());
        assertTrue(model.foundProperty().get().isPresent());
    }

    @Test
    void aCancelledComparisonIsNoProblem() {
        List<SegmentDefinition> all = desk.service.versions(three("often"));
        VersionsViewModel model = new VersionsViewModel(desk.context, recorded, told::add);
        model.compare(all.getLast(), all.getFirst());
        recorded.cancelled = true;
        model.compare(all.getLast(), all.getFirst());
        model.describe(all);
        assertEquals(List.of(), model.problems());
        assertEquals(List.of(), told);
        assertEquals(Optional.empty(), model.foundProperty().get());
    }
}
