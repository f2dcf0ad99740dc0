package app.attune.segments.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.TaskSlot;
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
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
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
        SegmentEditorViewModel later = new SegmentEditorViewModel(desk.context, waitingIn(jobs));
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
    void openingASegmentOfOneRowWritesNothing() {
        SegmentId id = desk.save("Austrians", Desk.country("Austria"));
        model.open(id);
        model.touched();
        assertFalse(model.saver().unsavedProperty().get());
        model.save();
        assertEquals(1, desk.service.versions(id).size());
        assertEquals(
                "Saved as version 1, 21 Nov 2026, 09:30",
                model.saver().stateProperty().get());
    }

    @Test
    void anEditTakenBackIsSavedAsItWas() {
        SegmentId id = open(Desk.purchases("1"));
        model.replace(List.of(0), Desk.purchases("2"));
        model.touched();
        assertTrue(model.saver().unsavedProperty().get());
        model.replace(List.of(0), Desk.purchases("1"));
        model.touched();
        assertFalse(model.saver().unsavedProperty().get());
        assertEquals(
                "Saved as version 1, 21 Nov 2026, 09:30",
                model.saver().stateProperty().get());
        assertEquals(1, desk.service.versions(id).size());
    }

    @Test
    void settledEditBecomesAVersionAndTheStateSaysSo() {
        SegmentId id = open(Desk.purchases("1"));
        assertEquals(
                "Saved as version 1, 21 Nov 2026, 09:30",
                model.saver().stateProperty().get());
        model.replace(List.of(0), Desk.purchases("2"));
        model.touched();
        assertEquals("Not saved yet", model.saver().stateProperty().get());
        model.save();
        assertEquals(2, desk.service.require(id).version());
        assertEquals(2, model.versions().size());
        model.save();
        assertEquals(2, desk.service.require(id).version());
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
    void leavingADraftThatCannotBeSavedForAnotherSegmentIsSaid() {
        SegmentId other = desk.save("Others", new AllOf(List.of(Desk.purchases("2"))));
        SegmentId id = open(Desk.purchases("1"));
        model.replace(List.of(0), Desk.purchases("many"));
        model.touched();
        model.open(other);
        assertEquals(
                List.of("The last changes of Buyers were not kept: they could not be saved as they stood."),
                model.problems().stream().map(Problem::message).toList());
        assertFalse(model.saver().unsavedProperty().get());
        assertEquals(1, desk.service.versions(id).size());
        model.open(id);
        assertEquals(List.of(), model.problems());
    }

    @Test
    void aSaveThatEndsAfterAnotherSegmentWasOpenedLeavesThatOneAlone() {
        SegmentId other = desk.save("Others", new AllOf(List.of(Desk.purchases("2"))));
        SegmentId id = desk.save("Buyers", new AllOf(List.of(Desk.purchases("1"))));
        List<Runnable> jobs = new ArrayList<>();
        SegmentEditorViewModel slow = new SegmentEditorViewModel(desk.context, waitingIn(jobs));
        slow.open(id);
        jobs.removeFirst().run();
        slow.replace(List.of(0), Desk.purchases("3"));
        slow.touched();
        jobs.clear();
        slow.open(other);
        jobs.reversed().stream().toList().forEach(Runnable::run);
        assertEquals(2, desk.service.versions(id).size());
        assertEquals(
                "Saved as version 1, 21 Nov 2026, 09:30",
                slow.saver().stateProperty().get());
        assertEquals(
                List.of("Others"),
                slow.versions().stream().map(version -> version.name()).toList());
        slow.touched();
        assertFalse(slow.saver().unsavedProperty().get());
    }

    @Test
    void openingItAgainKeepsADraftThatCannotBeSavedAndItsHistory() {
        SegmentId id = open(Desk.purchases("1"));
        Condition broken = new AttributeCondition("age", Comparison.AT_LEAST, List.of("old"));
        model.add(List.of(), broken);
        model.touched();
        model.open(id);
        assertEquals(
                new AllOf(List.of(Desk.purchases("1"), broken)),
                model.history().value().condition());
        assertEquals(List.of(1), model.answers().findings().getFirst().path(), "counted again");
        assertTrue(model.saver().unsavedProperty().get());
        model.history().undo();
        assertEquals(
                new AllOf(List.of(Desk.purchases("1"))), model.history().value().condition());
    }

    @Test
    void openingItAgainWhileAnEditIsSavedKeepsTheEdit() {
        List<Runnable> jobs = new ArrayList<>();
        SegmentEditorViewModel later = new SegmentEditorViewModel(desk.context, waitingIn(jobs));
        SegmentId id = desk.save("Buyers", new AllOf(List.of(Desk.purchases("1"))));
        later.open(id);
        jobs.removeFirst().run();
        later.replace(List.of(0), Desk.purchases("2"));
        later.touched();
        jobs.clear();
        later.open(id);
        jobs.reversed().stream().toList().forEach(Runnable::run);
        assertEquals(
                new AllOf(List.of(Desk.purchases("2"))), later.history().value().condition());
        assertEquals(2, desk.service.require(id).version());
        assertEquals(2, later.versions().size());
        assertFalse(later.saver().unsavedProperty().get());
    }

    @Test
    void anEditDuringASaveIsSavedAfterItWhetherOrNotThatOneWorked() {
        List<Runnable> jobs = new ArrayList<>();
        SegmentEditorViewModel later = new SegmentEditorViewModel(desk.context, waitingIn(jobs));
        SegmentId id = desk.save("Buyers", new AllOf(List.of(Desk.purchases("1"))));
        later.open(id);
        jobs.removeFirst().run();
        Condition self = new SegmentCondition(id);
        assertEdits(later, jobs, Desk.purchases("2"), Desk.purchases("1"));
        assertEdits(later, jobs, self, Desk.purchases("3"));
        assertEdits(later, jobs, Desk.purchases("many"), Desk.purchases("3"));
        assertEquals(4, desk.service.require(id).version());
    }

    /// The second edit is made while the first is saved.
    private void assertEdits(SegmentEditorViewModel model, List<Runnable> jobs, Condition first, Condition second) {
        edit(model, first, jobs);
        Runnable saving = jobs.removeLast();
        edit(model, second, jobs);
        jobs.clear();
        saving.run();
        jobs.forEach(Runnable::run);
        SegmentId id = model.draft().orElseThrow().id();
        assertEquals(new AllOf(List.of(second)), desk.service.require(id).condition());
        assertFalse(model.saver().unsavedProperty().get());
    }

    private static void runAll(List<Runnable> jobs) {
        while (!jobs.isEmpty()) {
            jobs.removeFirst().run();
        }
    }

    @Test
    void editsOfTwoSegmentsDuringASaveAreBothSavedAfterIt() {
        List<Runnable> jobs = new ArrayList<>();
        SegmentEditorViewModel later = new SegmentEditorViewModel(desk.context, waitingIn(jobs));
        SegmentId first = desk.save("First", new AllOf(List.of(Desk.purchases("1"))));
        SegmentId other = desk.save("Other", new AllOf(List.of(Desk.purchases("1"))));
        later.open(first);
        jobs.removeFirst().run();
        edit(later, Desk.purchases("2"), jobs);
        Runnable saving = jobs.removeLast();
        edit(later, Desk.purchases("3"), jobs);
        later.open(other);
        runAll(jobs);
        edit(later, Desk.purchases("4"), jobs);
        jobs.clear();
        saving.run();
        runAll(jobs);
        assertEquals(
                new AllOf(List.of(Desk.purchases("3"))),
                desk.service.require(first).condition());
        assertEquals(
                new AllOf(List.of(Desk.purchases("4"))),
                desk.service.require(other).condition());
        assertFalse(later.saver().unsavedProperty().get());
    }

    @Test
    void whatWaitsBehindADraftThatIsStoredAlreadyIsSavedToo() {
        List<Runnable> jobs = new ArrayList<>();
        List<String> left = new ArrayList<>();
        SegmentId first = desk.save("First", new AllOf(List.of(Desk.purchases("1"))));
        SegmentId other = desk.save("Other", new AllOf(List.of(Desk.purchases("1"))));
        Condition now = new AllOf(List.of(Desk.purchases("2")));
        SegmentSaver saver = new SegmentSaver(
                desk.context,
                waitingIn(jobs),
                FXCollections.observableArrayList(),
                FXCollections.observableArrayList());
        saver.opened(desk.service.require(first));
        saver.save(new SegmentDraft(first, "First", now));
        saver.save(new SegmentDraft(first, "First", now));
        saver.save(new SegmentDraft(other, "Other", now));
        saver.whenQuiet(() -> left.add("left"));
        jobs.removeFirst().run();
        assertEquals(List.of(), left, "not while one waits");
        runAll(jobs);
        assertEquals(now, desk.service.require(other).condition());
        assertEquals(List.of("left"), left);
    }

    private static void edit(SegmentEditorViewModel model, Condition row, List<Runnable> jobs) {
        model.replace(List.of(0), row);
        model.touched();
        jobs.clear();
        model.save();
    }

    @Test
    void openingItAgainShowsAVersionMadeElsewhere() {
        SegmentId id = open(Desk.purchases("1"));
        Condition other = new AllOf(List.of(Desk.purchases("2")));
        desk.service.save(new SegmentDraft(id, "Buyers", other), "Bob", "");
        model.open(id);
        assertEquals(other, model.history().value().condition());
        assertEquals(2, model.versions().size());
    }

    /// Runs nothing before it is asked to.
    private static Tasks waitingIn(List<Runnable> jobs) {
        return new Tasks() {
            @Override
            public <T> void run(TaskSlot slot, String title, Work<T> work, Consumer<T> done, Consumer<Problem> failed) {
                jobs.add(() -> Tasks.direct().run(slot, title, work, done, failed));
            }
        };
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
    void restoringMakesANewVersionThatCanBeUndone() {
        SegmentId id = open(Desk.purchases("1"));
        model.replace(List.of(0), Desk.purchases("2"));
        model.save();
        model.restore(model.versions().getLast());
        assertEquals(3, desk.service.require(id).version());
        assertEquals(
                new AllOf(List.of(Desk.purchases("1"))), model.history().value().condition());
        assertEquals(3, model.versions().size());
        model.history().undo();
        assertEquals(
                new AllOf(List.of(Desk.purchases("2"))), model.history().value().condition());
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
