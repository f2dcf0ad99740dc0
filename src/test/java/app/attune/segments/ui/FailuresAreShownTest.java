package app.attune.segments.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.segments.AllOf;
import app.attune.segments.FakeSegmentStore;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentService;
import app.attune.ui.Tasks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;

/// What cannot be found says why.
final class FailuresAreShownTest extends Hand {
    private static final Problem GONE = new Problem("desk.gone", "The data is gone.", "Import it again.");

    private final Desk desk = new Desk();
    private final List<Problem> told = new ArrayList<>();

    /// Where nothing can be read of the data.
    private static SegmentsContext broken() {
        SegmentService service = new SegmentService(
                new FakeSegmentStore(),
                progress -> {
                    throw new ProblemException(GONE);
                },
                Desk.CLOCK);
        return new SegmentsContext(service, id -> List.of(), Desk.CLOCK, "Ada");
    }

    private SegmentDefinition buyers() {
        return desk.service.require(desk.save("Buyers", new AllOf(List.of(Desk.purchases("1")))));
    }

    @Test
    void checksTellWhyTheyFailed() {
        new SegmentChecks(broken(), Tasks.direct(), told::add).check(List.of(buyers()));
        assertEquals(List.of(GONE), told);
    }

    @Test
    void aDropOffThatCannotBeCountedSaysWhyInItsPlace() {
        SegmentDraft buyers = SegmentDraft.of(buyers());
        DropOffViewModel model = new DropOffViewModel(broken(), Tasks.direct());
        DropOffView view = onFx(() -> new DropOffView(model));
        show(view::root);
        runOnFx(() -> view.show(buyers));
        assertEquals(List.of(GONE), model.problems());
        assertTrue(says("#dropOffMessages", "The data is gone."));
    }

    @Test
    void whatCannotBeCheckedSaysWhyInTheList() {
        buyers();
        open(new SegmentsContext(desk.service, id -> List.of(), Desk.CLOCK, "Ada", FailuresAreShownTest::fail));
        assertTrue(says("#messages", "The data is gone."));
    }

    @Test
    void whatCannotBeCheckedSaysWhyInTheEditor() {
        SegmentDefinition buyers = buyers();
        open(new SegmentsContext(desk.service, id -> List.of(), Desk.CLOCK, "Ada", FailuresAreShownTest::fail));
        open(buyers.id());
        tab("aboutTab");
        assertEquals("Not checked. The data is gone. Import it again.", text("healthTitle"));
    }

    private static Optional<Instant> fail() {
        throw new ProblemException(GONE);
    }

    private boolean says(String bar, String words) {
        return labels(bar).stream().anyMatch(label -> label.contains(words));
    }

    private List<String> labels(String bar) {
        return onFx(() -> robot.lookup(bar + " .label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList());
    }
}
