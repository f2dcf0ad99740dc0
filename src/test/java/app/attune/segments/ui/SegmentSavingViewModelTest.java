package app.attune.segments.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.segments.AllOf;
import app.attune.segments.AttributeCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.SegmentCondition;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import app.attune.ui.Tasks;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import org.junit.jupiter.api.Test;

/// When edits of a segment are saved, and what becomes of those that are not.
final class SegmentSavingViewModelTest {
    private final Desk desk = new Desk();

    private final SegmentEditorViewModel model = new SegmentEditorViewModel(desk.context, Tasks.direct());

    private SegmentId open(Condition... rows) {
        SegmentId id = desk.save("Buyers", new AllOf(List.of(rows)));
        model.open(id);
        return id;
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
        SegmentEditorViewModel slow = new SegmentEditorViewModel(desk.context, Desk.waitingIn(jobs));
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
        SegmentEditorViewModel later = new SegmentEditorViewModel(desk.context, Desk.waitingIn(jobs));
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
        SegmentEditorViewModel later = new SegmentEditorViewModel(desk.context, Desk.waitingIn(jobs));
        SegmentId id = desk.save("Buyers", new AllOf(List.of(Desk.purchases("1"))));
        later.open(id);
        jobs.removeFirst().run();
        Condition self = new SegmentCondition(id);
        assertEdits(later, jobs, Desk.purchases("2"), Desk.purchases("1"));
        assertEdits(later, jobs, self, Desk.purchases("3"));
        assertEdits(later, jobs, Desk.purchases("many"), Desk.purchases("3"));
        assertEquals(4, desk.service.require(id).version());
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
        SegmentEditorViewModel later = new SegmentEditorViewModel(desk.context, Desk.waitingIn(jobs));
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
                Desk.waitingIn(jobs),
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
}
