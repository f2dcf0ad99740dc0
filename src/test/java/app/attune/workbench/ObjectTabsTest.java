package app.attune.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.ui.Destination;
import app.attune.ui.FxTest;
import app.attune.ui.ScreenWalk;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

final class ObjectTabsTest extends FxTest {
    private static final List<String> TITLES = List.of(
            "Lapsed buyers",
            "First seen in the last 14 days",
            "Refused personalisation",
            "Frequent buyers",
            "Item-kNN 1",
            "Cart abandoners");

    private final List<String> opened = new ArrayList<>();

    @Test
    void titlesStayReadableAndTheOneInFrontInSightHoweverSmallTheWindow() {
        ObjectTabs tabs = onFx(() -> new ObjectTabs(
                Texts.of("workbench"),
                destination -> opened.add(destination.object().orElseThrow())));
        Scene scene = show(() -> {
            BorderPane frame = new BorderPane(new VBox());
            frame.setTop(tabs);
            return frame;
        });
        assertFalse(onFx(tabs::isVisible));
        for (String title : TITLES) {
            runOnFx(() -> tabs.visit(Destination.of(Destination.SEGMENTS, title), title));
            ScreenWalk.checkSmallest(scene, "object-tabs");
            assertEquals(title, shownIn(tabs, title));
            assertTrue(isInSight(tabs, title), title);
        }
        MenuButton all = onFx(() -> (MenuButton) tabs.lookup("#object-tabs-all"));
        assertTrue(onFx(all::isVisible));
        assertEquals(
                TITLES,
                onFx(() -> all.getItems().stream().map(MenuItem::getText).toList()));
        runOnFx(() -> all.getItems().getFirst().fire());
        assertEquals(List.of("Lapsed buyers"), opened);
        runOnFx(() -> tabs.visit(Destination.of(Destination.SEGMENTS, "Lapsed buyers"), "Lapsed buyers"));
        ScreenWalk.check(scene, "object-tabs");
        assertTrue(isInSight(tabs, "Lapsed buyers"));
        runOnFx(() -> toggle(tabs, "Cart abandoners").requestFocus());
        assertTrue(isInSight(tabs, "Cart abandoners"), "what has the focus is in sight");
    }

    private static ToggleButton toggle(ObjectTabs tabs, String title) {
        return tabs.lookupAll(".object-tab").stream()
                .map(ToggleButton.class::cast)
                .filter(tab -> tab.getText().equals(title))
                .findFirst()
                .orElseThrow();
    }

    /// The text as it is drawn: with dots where there is no room.
    private static String shownIn(ObjectTabs tabs, String title) {
        return onFx(() -> ((Text) toggle(tabs, title).lookup(".text")).getText());
    }

    private static boolean isInSight(ObjectTabs tabs, String title) {
        return onFx(() -> {
            Node scroller = tabs.lookup(".object-tab-scroller");
            Bounds room = scroller.localToScene(scroller.getLayoutBounds());
            Node tab = toggle(tabs, title);
            Bounds shown = tab.localToScene(tab.getLayoutBounds());
            return shown.getMinX() >= room.getMinX() - 1 && shown.getMaxX() <= room.getMaxX() + 1;
        });
    }
}
