package app.attune.segments.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.segments.AllOf;
import app.attune.segments.AnyOf;
import app.attune.segments.Condition;
import app.attune.segments.Mark;
import app.attune.segments.Marks;
import app.attune.segments.NoneOf;
import app.attune.segments.SegmentAbout;
import app.attune.ui.History;
import app.attune.ui.Texts;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;

final class ConditionCommandsTest {
    private static final Condition A = Desk.purchases("1");
    private static final Condition B = Desk.purchases("2");
    private static final Condition C = Desk.country("Austria");
    private static final Condition TREE = new AllOf(List.of(A, new AnyOf(List.of(B)), C));

    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final History<Editing> history = new History<>(new Editing("Buyers", TREE, SegmentAbout.NONE), Desk.CLOCK);
    private final ConditionCommands commands = new ConditionCommands(history, problems, Texts.of("segments"));

    private Condition now() {
        return history.value().condition();
    }

    @Test
    void everyMarkIsOneStepBack() {
        commands.mute(List.of(1, 0));
        commands.comment(List.of(2), "asked for by sales");
        commands.lock(List.of(0));
        assertEquals(
                new AllOf(List.of(
                        Marks.with(A, Mark.LOCKED),
                        new AnyOf(List.of(Marks.with(B, Mark.MUTED))),
                        Marks.commented(C, "asked for by sales"))),
                now());
        assertEquals("Lock", history.undoNameProperty().get());
        history.undo();
        assertEquals("Comment", history.undoNameProperty().get());
        history.undo();
        commands.mute(List.of(1, 0));
        assertEquals(TREE, now());
        assertEquals("Unmute", history.undoNameProperty().get());
    }

    @Test
    void whatIsLockedIsLeftAsItIsAndThatIsSaid() {
        commands.lock(List.of(1));
        Condition locked = now();
        commands.replace(List.of(1), B);
        commands.typed(List.of(1, 0), A);
        commands.delete(List.of(1));
        commands.delete(List.of(1, 0));
        commands.add(List.of(1), A);
        commands.duplicate(List.of(1, 0));
        commands.mute(List.of(1));
        commands.comment(List.of(1, 0), "no");
        commands.move(List.of(1), ConditionEdits.Direction.UP);
        commands.move(List.of(1, 0), ConditionEdits.Direction.UP);
        assertEquals(locked, now());
        assertEquals(
                List.of("Group 2 is locked."),
                problems.stream().map(Problem::message).toList());
        commands.move(List.of(0), ConditionEdits.Direction.DOWN);
        assertEquals(
                new AllOf(List.of(Marks.with(new AnyOf(List.of(B)), Mark.LOCKED), A, C)),
                now(),
                "past it, not into it");
        assertEquals(List.of(), problems);
        commands.lock(List.of(0, 0));
        assertEquals(new AllOf(List.of(new AnyOf(List.of(B)), A, C)), now(), "unlocked from a row within");
    }

    @Test
    void aGroupAroundALockedRowIsNotDeletedAndACopyOfTheRowIsFree() {
        commands.lock(List.of(1, 0));
        commands.delete(List.of(1));
        assertEquals("Row 2.1 is locked.", problems.getFirst().message());
        commands.duplicate(List.of(1, 0));
        assertEquals(new AllOf(List.of(A, new AnyOf(List.of(Marks.with(B, Mark.LOCKED), B)), C)), now());
    }

    @Test
    void aGroupAroundALockedRowKeepsItsKindAndIsNotMuted() {
        commands.lock(List.of(1, 0));
        Condition locked = now();
        commands.replace(List.of(1), new NoneOf(List.of(Marks.with(B, Mark.LOCKED))));
        assertEquals("Row 2.1 is locked.", problems.getFirst().message());
        commands.mute(List.of(1));
        commands.replace(List.of(), new AnyOf(List.of(A)));
        commands.move(List.of(1, 0), ConditionEdits.Direction.UP);
        assertEquals(locked, now());
        commands.add(List.of(1), A);
        commands.replace(List.of(1, 1), C);
        commands.mute(List.of(1, 1));
        assertEquals(
                new AllOf(List.of(A, new AnyOf(List.of(Marks.with(B, Mark.LOCKED), Marks.with(C, Mark.MUTED))), C)),
                now(),
                "beside it all is free");
    }

    @Test
    void aGroupAroundALockedRowIsNotCarriedToWhereTheRowWouldCountOtherwise() {
        Condition holder = new AllOf(List.of(Marks.with(B, Mark.LOCKED)));
        Condition muted = Marks.with(new AllOf(List.of(C)), Mark.MUTED);
        Condition start = new AllOf(List.of(new NoneOf(List.of(A)), holder, muted, A));
        history.reset(new Editing("Buyers", start, SegmentAbout.NONE));
        commands.move(List.of(1), ConditionEdits.Direction.UP);
        assertEquals("Row 2.1 is locked.", problems.getFirst().message());
        commands.move(List.of(1), ConditionEdits.Direction.DOWN);
        commands.moveTo(List.of(1), List.of(0, 0));
        commands.moveTo(List.of(1), List.of(2, 1));
        assertEquals(start, now());
        commands.moveTo(List.of(1), List.of(4));
        assertEquals(new AllOf(List.of(new NoneOf(List.of(A)), muted, A, holder)), now(), "beside them it may move");
        assertEquals(List.of(), problems);
    }

    @Test
    void anotherConditionHoldsLockedRowsAsOftenAndInTheSameGroups() {
        Condition row = Marks.with(B, Mark.LOCKED);
        Condition twice = new AllOf(List.of(A, row, row));
        assertTrue(commands.exchange(twice));
        assertFalse(commands.exchange(new AllOf(List.of(A, row))), "one is gone");
        assertFalse(commands.exchange(new AllOf(List.of(row, new NoneOf(List.of(row))))));
        assertFalse(commands.exchange(new AllOf(List.of(row, Marks.with(new AllOf(List.of(row)), Mark.MUTED)))));
        assertFalse(commands.exchange(new AnyOf(List.of(A, row, row))));
        assertEquals(twice, now());
        assertTrue(commands.exchange(new AllOf(List.of(row, C, row))));
        assertEquals(new AllOf(List.of(row, C, row)), now());
    }

    @Test
    void aCopyOfAGroupIsFreeDownToItsRows() {
        commands.lock(List.of(1, 0));
        commands.duplicate(List.of(1));
        assertEquals(
                new AllOf(List.of(A, new AnyOf(List.of(Marks.with(B, Mark.LOCKED))), new AnyOf(List.of(B)), C)), now());
    }
}
