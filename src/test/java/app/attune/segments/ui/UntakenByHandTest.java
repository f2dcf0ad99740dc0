package app.attune.segments.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.segments.AllOf;
import app.attune.segments.BucketCondition;
import app.attune.segments.Condition;
import app.attune.segments.Conditions;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import app.attune.segments.Window;
import app.attune.ui.ScreenWalk;
import java.util.List;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

/// What is typed and cannot be taken is neither saved nor lost, and that is said.
final class UntakenByHandTest extends Hand {
    private static final Condition LATELY = Desk.purchases("1").with(new Window.Last(30, Window.Unit.DAYS));

    private final Desk desk = new Desk();

    private String typed(String id) {
        return onFx(() -> robot.lookup("#" + id).queryAs(TextField.class).getText());
    }

    private void say(String id, String text) {
        runOnFx(() -> robot.lookup("#" + id).queryAs(TextField.class).setText(text));
    }

    private boolean isGreyed() {
        return onFx(() -> robot.lookup("#total").query().getStyleClass().contains(TotalLine.STALE));
    }

    @Test
    void editsElsewhereAreSavedAndTheHeaderSaysWhatIsNotTaken() {
        SegmentsView view = open(desk);
        SegmentId id = desk.save("Buyers", new AllOf(List.of(LATELY, Desk.purchases("2"))));
        open(id);
        assertFalse(isGreyed());
        write("part-0-amount", "soon");
        write("part-1-value", "1");
        settled();
        assertEquals("Saved as version 2, 21 Nov 2026, 09:30; one field is not taken", text("state"));
        assertEquals(
                new AllOf(List.of(LATELY, Desk.purchases("1"))),
                desk.service.require(id).condition());
        assertTrue(isGreyed());
        assertTrue(onFx(() -> view.unsaved().getValue()));
        assertEquals(
                List.of("One field of Buyers is not taken, and what is typed there is not saved."), onFx(view::unkept));
        ScreenWalk.checkSmallest(window().getScene(), "segment-editor-untaken");
        write("part-0-amount", "40");
        settled();
        assertEquals("Saved as version 3, 21 Nov 2026, 09:30", text("state"));
        assertFalse(isGreyed());
        assertFalse(onFx(() -> view.unsaved().getValue()));
        assertEquals(List.of(), onFx(view::unkept));
    }

    @Test
    void itStaysInItsRowWhenRowsAreBuiltAnew() {
        SegmentsView view = open(desk);
        SegmentId id = desk.save("Buyers", new AllOf(List.of(Desk.country("Austria"), LATELY)));
        open(id);
        write("part-1-amount", "soon");
        pick("part-1-unit", "weeks");
        assertEquals("soon", typed("part-1-amount"), "another control of the row");
        robot.clickOn("#part-0-delete");
        assertEquals("soon", typed("part-0-amount"), "the row above is gone");
        runOnFx(() -> view.history().orElseThrow().undo());
        assertEquals("soon", typed("part-1-amount"), "and is back");
        settled();
        desk.save("Others", new AllOf(List.of(Desk.purchases("2"))));
        open(id);
        assertEquals("soon", typed("part-1-amount"), "another segment is offered");
        assertEquals(
                new Window.Last(30, Window.Unit.WEEKS),
                ((app.attune.segments.EventCondition) Conditions.parts(
                                        view.editing().history().value().condition())
                                .get(1))
                        .window());
        robot.clickOn("#part-1-delete");
        settled();
        assertFalse(onFx(() -> view.unsaved().getValue()), "gone with its row");
    }

    @Test
    void twoFieldsOfARowStayTogetherAndNeitherIsTakenOnTheWay() {
        SegmentsView view = open(desk);
        Condition tenth = new BucketCondition("test", 10, 20);
        open(desk.save("Part", new AllOf(List.of(tenth))));
        say("part-0-from", "60");
        say("part-0-to", "40");
        robot.clickOn("#part-top-add-row");
        assertEquals(List.of("60", "40"), List.of(typed("part-0-from"), typed("part-0-to")));
        assertEquals(
                tenth,
                Conditions.parts(view.editing().history().value().condition()).getFirst());
        assertTrue(text("state").endsWith("; 2 fields are not taken"), text("state"));
    }

    @Test
    void itComesBackWithItsSegment() {
        SegmentsView view = open(desk);
        SegmentId buyers = desk.save("Buyers", new AllOf(List.of(LATELY)));
        SegmentId same = desk.save("Same", new AllOf(List.of(LATELY)));
        open(buyers);
        write("part-0-amount", "soon");
        open(same);
        assertEquals("30", typed("part-0-amount"));
        assertEquals("Saved as version 1, 21 Nov 2026, 09:30", text("state"));
        assertEquals(
                List.of("One field of Buyers is not taken, and what is typed there is not saved."), onFx(view::unkept));
        desk.service.save(
                new SegmentDraft(buyers, "Buyers", new AllOf(List.of(Desk.country("Austria"), LATELY))), "Bob", "");
        open(buyers);
        assertEquals("soon", typed("part-1-amount"));
        open(same);
        assertEquals("30", typed("part-0-amount"));
        open(buyers);
        write("part-1-amount", "31");
        settled();
        assertEquals(List.of(), onFx(view::unkept));
    }

    @Test
    void aTargetThatIsNoNumberIsToldAndComesBackWithItsSegment() {
        SegmentsView view = open(desk);
        SegmentId buyers = desk.save("Buyers", new AllOf(List.of(LATELY)));
        SegmentId others = desk.save("Others", new AllOf(List.of(Desk.purchases("2"))));
        open(buyers);
        tab("aboutTab");
        write("target", "many");
        assertEquals("Saved as version 1, 21 Nov 2026, 09:30; one field is not taken", text("state"));
        assertFalse(isGreyed(), "the rows are as they say");
        open(others);
        assertEquals("", typed("target"));
        open(buyers);
        assertEquals("many", typed("target"));
        assertTrue(onFx(() -> view.unsaved().getValue()));
    }
}
