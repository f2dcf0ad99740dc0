package app.attune.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.ui.Destination;
import app.attune.ui.Heartbeat;
import app.attune.ui.Screen;
import app.attune.ui.ScreenWalk;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Rooms in the window: reached by keys, the palette and tabs.
final class ShellRoomsTest extends ShellWindow {
    @Test
    void thePaletteFindsAnActionOfARoomNeverOpenedAndDoesIt() {
        openSample();
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.write("new rul");
        assertEquals("New rules", onFx(() -> palette().getItems().getFirst().title()));
        robot.type(KeyCode.ENTER);
        settle(tasks);
        assertEquals(List.of("shown", "new"), built(Destination.RULES).calls);
        assertFalse(onFx(() -> node("#palette").isVisible()));
    }

    @Test
    void thePaletteOverTheWindowPassesTheWalk() {
        openSample();
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        ScreenWalk.check(scene, "palette");
    }

    @Test
    void aKeyGoesToARoomAndUndoToItsHistoryEvenFromATextField() {
        openSample();
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT3).release(KeyCode.CONTROL);
        FakeScreen segments = built(Destination.SEGMENTS);
        robot.clickOn(segments.field);
        runOnFx(() -> segments.history.change("Add condition", "second"));
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        assertEquals("first", onFx(segments.history::value));
        robot.press(KeyCode.CONTROL).type(KeyCode.Y).release(KeyCode.CONTROL);
        assertEquals("second", onFx(segments.history::value));
    }

    @Test
    void aSingleLetterIsAnActionOnlyOutsideTextFields() {
        openSample();
        open(Destination.of(Destination.SEGMENTS));
        FakeScreen segments = built(Destination.SEGMENTS);
        robot.clickOn(segments.field).type(KeyCode.A);
        assertFalse(segments.calls.contains("mark"));
        robot.clickOn("#room-segments").type(KeyCode.A);
        assertTrue(segments.calls.contains("mark"));
    }

    @Test
    void anObjectGetsATabAndItsScreenAnInspector() {
        openSample();
        open(Destination.of(Destination.SEGMENTS, "Frequent buyers"));
        open(Destination.of(Destination.RULES, "Default rules"));
        robot.clickOn("Frequent buyers");
        assertEquals("opened Frequent buyers", built(Destination.SEGMENTS).calls.getLast());
        assertTrue(onFx(() -> node("#inspector").isVisible()));
        ScreenWalk.check(scene, "shell-tabs");
        robot.press(KeyCode.CONTROL, KeyCode.ALT).type(KeyCode.I).release(KeyCode.ALT, KeyCode.CONTROL);
        assertFalse(onFx(() -> node("#inspector").isVisible()));
    }

    @Test
    void aTabFollowsWhatItsScreenShows() {
        openSample();
        open(Destination.of(Destination.RULES, "Default rules"));
        open(Destination.of(Destination.SEGMENTS, "chosen-buyers"));
        FakeScreen segments = built(Destination.SEGMENTS);
        shows(segments, "chosen-buyers", "Chosen buyers");
        assertEquals(List.of("Default rules", "Chosen buyers"), tabs());
        shows(segments, "others", "Others");
        assertEquals(List.of("Default rules", "Others"), tabs());
        assertEquals(
                Optional.of(Destination.of(Destination.SEGMENTS, "others")),
                onFx(() -> shell.desk().frontProperty().get().map(Desk.Front::destination)));
        open(Destination.of(Destination.RULES, "Default rules"));
        shows(segments, "late", "Late");
        assertEquals(List.of("Default rules", "Others"), tabs(), "what is not in front moves no tab");
        robot.clickOn(robot.lookup(".object-tab").nth(1).<javafx.scene.Node>query());
        assertEquals("opened others", segments.calls.getLast());
    }

    private void shows(FakeScreen screen, String id, String title) {
        runOnFx(() -> screen.shownObject.set(Optional.of(new Screen.Shown(id, title))));
    }

    private List<String> tabs() {
        return onFx(() -> robot.lookup(".object-tab").queryAllAs(javafx.scene.control.ToggleButton.class).stream()
                .map(javafx.scene.control.ToggleButton::getText)
                .toList());
    }

    @Test
    void theWindowNeverFreezesWhileTheAnalystGoesAround() {
        openSample();
        goAround();
        try (Heartbeat heartbeat = Heartbeat.start()) {
            goAround();
            assertTrue(heartbeat.longestMillis() >= 0);
        }
    }

    private void goAround() {
        for (String room : ROOMS) {
            open(Destination.of(room));
        }
        open(Destination.of(Destination.HOME));
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.write("dark").type(KeyCode.ESCAPE);
        settle(tasks);
    }

    @Test
    void closingTheWorkspaceClosesItAndLeadsHome() {
        openSample();
        open(Destination.of(Destination.RULES));
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.W).release(KeyCode.SHIFT, KeyCode.CONTROL);
        settle(tasks);
        assertEquals(List.of("Trailhead"), workspaces.closed);
        assertTrue(onFx(() -> node("#openSample").isVisible()));
        assertEquals(
                Optional.of(Destination.HOME),
                onFx(() -> shell.desk()
                        .frontProperty()
                        .get()
                        .map(front -> front.screen().id())));
    }

    @Test
    void theSidebarCollapsesToIconsThatKeepTheirNames() {
        robot.press(KeyCode.CONTROL).type(KeyCode.B).release(KeyCode.CONTROL);
        settle(tasks);
        assertEquals("Segments", onFx(() -> node("#room-segments").getAccessibleText()));
        assertTrue(onFx(() -> node("#sidebar").getLayoutBounds().getWidth() < 60));
        ScreenWalk.picture(scene, "sidebar-narrow");
    }

    @SuppressWarnings("unchecked") // the list of the palette
    private ListView<app.attune.ui.Action> palette() {
        return (ListView<app.attune.ui.Action>) node("#palette-list");
    }
}
