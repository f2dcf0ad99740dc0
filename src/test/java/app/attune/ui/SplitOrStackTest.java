package app.attune.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SplitOrStackTest extends FxTest {
    private static final int WIDE = 900;
    private static final int NARROW = 600;

    @SuppressWarnings("NullAway.Init") // made before each test
    private SplitOrStack panes;

    @SuppressWarnings("NullAway.Init") // made before each test
    private ScrollPane first;

    @SuppressWarnings("NullAway.Init") // made before each test
    private ScrollPane second;

    @BeforeEach
    void showTwo() {
        show(() -> {
            panes = new SplitOrStack();
            first = scrolled("First");
            second = scrolled("Second");
            panes.setShare(0.6);
            panes.getPanes().setAll(first, second);
            ScrollPane page = new ScrollPane(panes);
            page.setFitToWidth(true);
            page.setFitToHeight(true);
            return page;
        });
    }

    private static ScrollPane scrolled(String word) {
        Label text = new Label((word + " words in a sentence that wraps. ").repeat(60));
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        ScrollPane pane = new ScrollPane(text);
        pane.setFitToWidth(true);
        pane.setStyle("-fx-min-width: 14em; -fx-pref-width: 25em; -fx-min-height: 10em;");
        return pane;
    }

    private Bounds at(Node pane) {
        return onFx(() -> panes.sceneToLocal(pane.localToScene(pane.getLayoutBounds())));
    }

    private void widen(double width) {
        Scene scene = panes.getScene();
        runOnFx(() -> scene.getWindow().setWidth(width));
        ScreenWalk.rest(scene);
    }

    @Test
    void wherePanesHaveRoomTheyStandSideBySideInTheirShares() {
        widen(WIDE);
        assertTrue(panes.isSplit());
        assertEquals(at(first).getMinY(), at(second).getMinY(), 1);
        assertEquals(0.6, at(first).getMaxX() / panes.getWidth(), 0.02);
        widen(WIDE - 100);
        assertEquals(0.6, at(first).getMaxX() / panes.getWidth(), 0.02);
    }

    @Test
    void whereTheyHaveNoneTheyStandBelowEachOtherAndShowAllTheyHold() {
        widen(WIDE);
        widen(NARROW);
        assertFalse(panes.isSplit());
        assertTrue(at(second).getMinY() >= at(first).getMaxY());
        assertEquals(panes.getWidth(), at(second).getWidth(), 1);
        assertTrue(first.getHeight() >= first.getContent().getLayoutBounds().getHeight());
        widen(WIDE);
        assertTrue(panes.isSplit());
    }

    @Test
    void largerTextNeedsMoreRoom() {
        widen(WIDE);
        Scene scene = panes.getScene();
        runOnFx(() -> new Appearance(Theme.LIGHT, Density.COMFORTABLE, 150).applyTo(scene));
        ScreenWalk.rest(scene);
        assertFalse(panes.isSplit());
    }
}
