package app.attune.segments.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.segments.AllOf;
import app.attune.segments.AnyOf;
import app.attune.segments.AttributeCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.Mark;
import app.attune.segments.MarkedCondition;
import app.attune.segments.NoneOf;
import app.attune.segments.SegmentAbout;
import app.attune.segments.SegmentCondition;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import app.attune.segments.compare.CompareService;
import app.attune.segments.compare.MemberFile;
import app.attune.segments.compare.MemberLists;
import app.attune.segments.compare.MemberRequest;
import app.attune.ui.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SegmentEditorViewModelTest {
    private final Desk desk = new Desk();

    private final SegmentEditorViewModel model = new SegmentEditorViewModel(desk.context, Tasks.direct());

    private SegmentId open(Condition... rows) {
        SegmentId id = desk.save("Buyers", new AllOf(List.of(rows)));
        model.open(id);
        return id;
    }

    private int count(Condition part) {
        return model.answers()
                .answerProperty()
                .get()
                .orElseThrow()
                .countOf(part)
                .orElse(-1);
    }

    @Test
    void countsAreKnownPerRowGroupAndTotal() {
        open(Desk.purchases("1"), new AnyOf(List.of(Desk.country("Austria"), Desk.purchases("2"))));
        assertEquals(30, count(Desk.purchases("1")));
        assertEquals(15, count(Desk.country("Austria")));
        assertEquals(18, count(new AnyOf(List.of(Desk.country("Austria"), Desk.purchases("2")))));
        assertEquals(18, count(model.history().value().condition()));
    }

    @Test
    void changedRowIsUnknownUntilCountedAndItsSiblingsStayKnown() {
        open(Desk.purchases("1"), Desk.country("Austria"));
        model.replace(List.of(1), Desk.country("Germany"));
        assertEquals(-1, count(Desk.country("Germany")));
        assertEquals(30, count(Desk.purchases("1")));
        assertTrue(model.answers().isUncounted(Desk.country("Germany")));
        assertFalse(model.answers().isUncounted(Desk.purchases("1")));
        model.answers().refresh();
        assertFalse(model.answers().isUncounted(Desk.country("Germany")));
        assertEquals(45, count(Desk.country("Germany")));
        assertEquals(
                15,
                model.answers().answerProperty().get().orElseThrow().before().orElse(-1));
    }

    @Test
    void aCountIsUnderWayUntilTheNewestArrives() {
        List<Runnable> jobs = new ArrayList<>();
        SegmentEditorViewModel later = new SegmentEditorViewModel(desk.context, Desk.waitingIn(jobs));
        later.open(desk.save("Buyers", new AllOf(List.of(Desk.purchases("1")))));
        jobs.removeFirst().run();
        assertTrue(later.answers().countingProperty().get());
        jobs.removeLast().run();
        assertFalse(later.answers().countingProperty().get());
        later.replace(List.of(0), Desk.purchases("2"));
        later.answers().refresh();
        assertTrue(later.answers().countingProperty().get());
    }

    @Test
    void aTargetThatCannotBeReachedIsSaidUntilItIsMended() {
        open(Desk.purchases("1"));
        SegmentAbout about = SegmentAbout.NONE.withFigure(SegmentAbout.Figure.CONVERSION);
        for (double target : new double[] {160, 170}) {
            model.describe(about.withTarget(target));
            model.save();
            assertEquals(
                    List.of("segments.target-unreachable"),
                    model.problems().stream().map(Problem::code).toList());
        }
        model.describe(about.withTarget(60));
        model.save();
        assertEquals(List.of(), model.problems());
    }

    @Test
    void everyEditIsOneStepBack() {
        open(Desk.purchases("1"));
        Condition start = model.history().value().condition();
        model.add(List.of(), Desk.country("Austria"));
        model.commands().duplicate(List.of(1));
        model.commands().move(List.of(2), ConditionEdits.Direction.UP);
        model.delete(List.of(0));
        model.rename("Others");
        for (int i = 0; i < 4; i++) {
            model.history().undo();
        }
        assertEquals(start, model.history().value().condition());
        assertEquals("Buyers", model.history().value().name());
        model.history().redo();
        assertEquals(
                new AllOf(List.of(Desk.purchases("1"), Desk.country("Austria"))),
                model.history().value().condition());
    }

    @Test
    void aTextThatWouldChangeWhatIsLockedIsRefused() {
        open(Desk.purchases("1"), Desk.country("Austria"));
        model.commands().lock(List.of(0));
        Condition locked = model.history().value().condition();
        assertFalse(model.commands().exchange(new AllOf(List.of(Desk.country("Austria")))));
        assertEquals(locked, model.history().value().condition());
        assertEquals("segments.locked", model.problems().getFirst().code());
        Condition row = new MarkedCondition(Desk.purchases("1"), Set.of(Mark.LOCKED), "");
        assertFalse(model.commands().exchange(new AnyOf(List.of(row, Desk.country("Austria")))));
        Condition kept = new AllOf(List.of(Desk.country("Germany"), row));
        assertTrue(model.commands().exchange(kept));
        assertEquals(kept, model.history().value().condition());
    }

    @Test
    void rowWithAnErrorIsNamedAndNotSaved() {
        SegmentId id = open(Desk.purchases("1"));
        model.add(List.of(), new AttributeCondition("age", Comparison.AT_LEAST, List.of("old")));
        model.answers().refresh();
        assertEquals(List.of(1), model.answers().findings().getFirst().path());
        assertTrue(model.answers().answerProperty().get().orElseThrow().sql().isEmpty());
        assertEquals(30, count(Desk.purchases("1")));
        model.save();
        assertEquals(1, desk.service.require(id).version());
        assertEquals(
                "Not saved: a row has an error", model.saver().stateProperty().get());
    }

    @Test
    void aReferenceToItselfIsRefusedWithThePathAndNotSaved() {
        SegmentId id = open(Desk.purchases("1"));
        model.add(List.of(), new SegmentCondition(id));
        model.answers().refresh();
        model.save();
        assertEquals(
                "The segment would refer to itself: Buyers -> Buyers.",
                model.answers().findings().getFirst().problem().message());
        assertEquals(
                "Not saved: a row has an error", model.saver().stateProperty().get());
        assertEquals(1, desk.service.require(id).version());
    }

    @Test
    void theCountIsOneNumberInListEditorOverlapDropOffAndFile(@TempDir Path folder) throws IOException {
        SegmentId others = desk.save("Austrians", Desk.country("Austria"));
        SegmentId id = open(Desk.purchases("1"), new NoneOf(List.of(Desk.purchases("2"))));
        SegmentsViewModel list = new SegmentsViewModel(desk.context, Tasks.direct());
        list.load();
        CompareService compare = new CompareService(desk.service);
        List<SegmentDraft> drafts = Stream.of(id, others)
                .map(desk.service::require)
                .map(SegmentDraft::of)
                .toList();
        MemberRequest request = new MemberRequest(id, folder.resolve("buyers.csv"), "personalisation", List.of());
        MemberFile file = new MemberLists(desk.service).write(request, Desk.AS_OF, Progress.none());
        assertEquals(24, count(model.history().value().condition()));
        assertEquals(
                Optional.of(new SegmentsViewModel.Size(24, 1)),
                list.rows().getLast().size());
        assertEquals(
                24,
                compare.overlap(drafts, Desk.AS_OF, Progress.none())
                        .parts()
                        .getFirst()
                        .size());
        assertEquals(
                24,
                compare.dropOff(drafts.getFirst(), Desk.AS_OF, Progress.none()).left());
        assertEquals(24, file.users());
        assertEquals(1 + 24 - 1, Files.readAllLines(request.file()).size(), "a head, and one who did not agree");
    }

    @Test
    void segmentThatIsGoneIsAProblemAndNotAnEmptyScreen() {
        model.open(new SegmentId("gone"));
        assertEquals("segments.unknown", model.problems().getFirst().code());
    }

    @Test
    void sampleChangesWithEveryShuffle() {
        open(Desk.purchases("1"));
        var first = model.answers().answerProperty().get().orElseThrow().sample();
        assertEquals(20, first.size());
        model.answers().shuffle();
        assertFalse(first.equals(
                model.answers().answerProperty().get().orElseThrow().sample()));
    }

    @Test
    void chartStatesItsFinding() {
        open(Desk.purchases("1"));
        model.answers().loadChart(model.draft().orElseThrow());
        assertTrue(model.answers().chartProperty().get().orElseThrow().title().startsWith("Buyers grew"));
    }

    @Test
    void listCountsEverySegmentAndNamesWhatUsesIt() {
        open(Desk.purchases("1"));
        SegmentsViewModel list = new SegmentsViewModel(desk.context, Tasks.direct());
        list.load();
        assertEquals(
                Optional.of(new SegmentsViewModel.Size(30, 1)),
                list.rows().getFirst().size());
        assertEquals(
                "Delete segment \u201cBuyers\u201d? It is used 2 times: Thank buyers, Push tents.",
                list.deleteQuestion(list.rows().getFirst()));
        list.delete(list.rows().getFirst());
        assertEquals(List.of(), list.rows());
        list.create(list.templates().getFirst(), model::open);
        assertEquals("Frequent buyers", model.history().value().name());
    }
}
