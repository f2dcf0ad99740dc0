package app.attune.segments.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.segments.AllOf;
import app.attune.segments.SegmentAbout;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentId;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Texts about a segment are written: one edit is one version.
final class WrittenByHandTest extends Hand {
    private final Desk desk = new Desk();
    private final SegmentId id = desk.save("Buyers", new AllOf(List.of(Desk.purchases("1"))));

    private void opened() {
        open(desk);
        open(id);
        tab("aboutTab");
    }

    private SegmentDefinition newest() {
        settle(tasks);
        return desk.service.require(id);
    }

    @Test
    void aTextIsSavedOnceWhenItIsLeft() {
        opened();
        write("goal", "Sell");
        robot.write(" more tents", 0);
        assertEquals(1, newest().version());
        assertEquals("Not saved yet", text("state"));
        robot.clickOn("#owner");
        assertEquals(2, newest().version());
        assertEquals("Sell more tents", newest().about().goal());
        robot.write("Bob", 0);
        robot.type(KeyCode.ENTER);
        assertEquals(3, newest().version());
        assertEquals("Bob", newest().about().owner());
        robot.type(KeyCode.ENTER);
        assertEquals(3, newest().version(), "nothing was written since");
    }

    @Test
    void aTextIsSavedWhenTheTabTheSegmentOrTheScreenIsLeft() {
        opened();
        write("remark", "As agreed");
        tab("usersTab");
        assertEquals("As agreed", newest().about().note());
        tab("aboutTab");
        write("remark", "As agreed with Ada");
        open(desk.save("Others", new AllOf(List.of(Desk.purchases("2")))));
        assertEquals("As agreed with Ada", newest().about().note());
        open(id);
        write("name", "Have bought");
        runOnFx(() -> window().getScene().setRoot(new javafx.scene.layout.VBox()));
        assertEquals("Have bought", newest().name());
        assertEquals(4, newest().version());
    }

    @Test
    void aTextIsSavedAtOnceByTheKeyAndWithAnEditOfTheCondition() {
        opened();
        write("goal", "Sell");
        settled();
        assertEquals(2, newest().version());
        write("goal", "Sell more");
        robot.clickOn("#part-top-add-row");
        settled();
        assertEquals("Sell more", newest().about().goal());
        assertEquals(4, newest().version(), "the text when it was left, the row after it");
    }

    @Test
    void aTargetNothingCanReachIsMarkedAndDoesNotHinderOtherEditsOnceItIsStored() {
        SegmentAbout stored =
                SegmentAbout.NONE.withFigure(SegmentAbout.Figure.CONVERSION).withTarget(160);
        desk.store.addAll(List.of(desk.next(id, stored)));
        opened();
        String said = "A conversion of 160% cannot be reached: it is the share of the users who convert."
                + " Choose a target from 0% to 100%, or another key figure.";
        assertEquals(said, text("targetProblem"));
        write("goal", "Sell more");
        robot.type(KeyCode.ENTER);
        assertEquals(3, newest().version());
        assertEquals(160, newest().about().target());
        write("target", "170");
        robot.type(KeyCode.ENTER);
        assertEquals(3, newest().version());
        assertTrue(text("targetProblem").startsWith("A conversion of 170%"), text("targetProblem"));
        assertEquals("Not saved: see the message", text("state"));
        write("target", "60");
        robot.type(KeyCode.ENTER);
        assertEquals(60, newest().about().target());
        assertFalse(onFx(() -> robot.lookup("#targetProblem").query().isVisible()));
    }
}
