package app.attune.segments.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.segments.AllOf;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

/// Segments are opened one after the other, and again.
final class OpenedAgainTest extends Hand {
    private final Desk desk = new Desk();

    private Node value() {
        return onFx(() -> robot.lookup("#part-0-value").query());
    }

    @Test
    void rowsAreBuiltAnewOnlyWhenSomethingElseIsOffered() {
        SegmentId id = desk.save("Buyers", new AllOf(List.of(Desk.purchases("1"))));
        SegmentId other = desk.save("Twice", Desk.purchases("2"));
        open(desk);
        open(id);
        Node row = value();
        open(id);
        assertSame(row, value());
        desk.service.save(new SegmentDraft(other, "Twice", Desk.purchases("3")), "Bob", "");
        open(id);
        assertSame(row, value(), "another version of another segment is offered under the same name");
        desk.service.save(new SegmentDraft(other, "Thrice", Desk.purchases("3")), "Bob", "");
        open(id);
        assertNotSame(row, value());
    }

    @Test
    void rowsStayWhileSomethingElseIsWritten() {
        SegmentId id = desk.save("Buyers", new AllOf(List.of(Desk.purchases("1"))));
        open(desk);
        open(id);
        Node row = value();
        tab("aboutTab");
        write("goal", "Sell more");
        write("name", "Have bought");
        assertSame(row, value());
        settled();
        assertEquals("Sell more", desk.service.require(id).about().goal());
        assertEquals("Have bought", desk.service.require(id).name());
    }

    @Test
    void aTargetThatIsNoNumberIsNotShownAsThatOfAnotherSegment() {
        SegmentId id = desk.save("Buyers", new AllOf(List.of(Desk.purchases("1"))));
        SegmentId other = desk.save("Twice", Desk.purchases("2"));
        open(desk);
        open(id);
        tab("aboutTab");
        write("target", "many");
        write("goal", "Sell");
        TextField target = robot.lookup("#target").queryAs(TextField.class);
        assertEquals("many", onFx(target::getText), "it stays while something else is typed");
        assertTrue(onFx(() -> robot.lookup("#targetProblem").query().isVisible()));
        open(other);
        assertEquals("", onFx(target::getText));
        assertFalse(onFx(() -> robot.lookup("#targetProblem").query().isVisible()));
    }
}
