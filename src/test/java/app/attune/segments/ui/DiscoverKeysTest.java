package app.attune.segments.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.segments.AllOf;
import app.attune.segments.AttributeCondition;
import app.attune.segments.Comparison;
import app.attune.segments.SegmentDefinition;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Discover without the mouse: Tab, arrows, Space, Enter and Escape.
final class DiscoverKeysTest extends Hand {
    private final Desk desk = new Desk();

    private void opened() {
        desk.save("Buyers", new AllOf(List.of(Desk.purchases("1"))));
        desk.save("Nobody", new AttributeCondition("age", Comparison.AT_LEAST, List.of("900")));
        open(desk);
        tabTo("discoverButton");
        robot.type(KeyCode.SPACE);
        settle(tasks);
        assertEquals("aim", focused(), "the first thing to choose has the keyboard");
    }

    private void look() {
        tabTo("look");
        robot.type(KeyCode.SPACE);
        settle(tasks);
    }

    @Test
    void aRuleIsLookedForReadAndMadeASegment() {
        opened();
        arrowTo("aim", "A short rule for a segment");
        arrowTo("like", "Buyers");
        arrowTo("rows", "2");
        look();
        assertEquals("ideas", focused());
        assertEquals("Users with at least 3 events", text("ideaSentence"));
        dialogs.text = Optional.of("Have bought");
        tabTo("makeSegment");
        robot.type(KeyCode.SPACE);
        settle(tasks);
        assertTrue(text("total").startsWith("30 users"), text("total"));
    }

    @Test
    void ideasAreWalkedWithArrowsAndEnterMakesOneASegment() {
        opened();
        arrowTo("groups", "3");
        look();
        assertEquals("ideas", focused());
        String first = text("ideaMore");
        robot.type(KeyCode.DOWN);
        assertFalse(text("ideaMore").equals(first), "the second is shown");
        DiscoverViewModel.Idea second = (DiscoverViewModel.Idea) onFx(() -> robot.lookup("#ideas")
                .queryAs(TableView.class)
                .getSelectionModel()
                .getSelectedItem());
        dialogs.text = Optional.of("The second");
        robot.type(KeyCode.ENTER);
        settle(tasks);
        assertEquals(
                second.condition(),
                desk.service.list().stream()
                        .filter(one -> one.name().equals("The second"))
                        .map(SegmentDefinition::condition)
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void whereNothingIsFoundTheKeyboardStaysAndEscapeLeadsBack() {
        opened();
        arrowTo("aim", "A short rule for a segment");
        arrowTo("like", "Nobody");
        look();
        assertTrue(onFx(() -> robot.lookup("#discoverMessages").query().isVisible()));
        assertEquals("look", focused(), "to look for something else");
        robot.type(KeyCode.ESCAPE);
        settle(tasks);
        assertEquals("discoverButton", focused(), "back where it came from");
    }
}
