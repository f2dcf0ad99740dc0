package app.attune.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

/// A button that cannot be pressed says why to whoever tries.
final class DisabledHintTest extends FxTest {
    private final StringProperty reason = new SimpleStringProperty("Select a segment first.");

    private Scene scene(boolean covered) {
        return show(() -> {
            Button button = new Button("Delete");
            button.setId("delete");
            Action.of("delete", "Delete segment", () -> {}).disabledBy(reason).attachTo(button);
            Label below = new Label("Below");
            below.setId("below");
            VBox box = new VBox(button, below);
            StackPane veil = new StackPane();
            veil.setVisible(covered);
            return new StackPane(box, veil);
        });
    }

    @Test
    void pressingADisabledButtonTellsTheReasonAndLeavingItHidesIt() {
        Scene scene = scene(false);
        robot.clickOn("#delete");
        assertEquals("Delete segment\nSelect a segment first.", onFx(() -> DisabledHint.shown(scene)));
        robot.moveTo("#below");
        assertEquals("", onFx(() -> DisabledHint.shown(scene)));
    }

    @Test
    void anEnabledButtonHasNothingToExplain() {
        Scene scene = scene(false);
        runOnFx(() -> reason.set(""));
        robot.clickOn("#delete");
        assertEquals("", onFx(() -> DisabledHint.shown(scene)));
        assertFalse(onFx(() -> scene.lookup("#delete").isDisabled()));
    }

    @Test
    void whatLiesUnderSomethingElseStaysQuiet() {
        Scene scene = scene(true);
        robot.clickOn(robot.point("#delete"));
        assertEquals("", onFx(() -> DisabledHint.shown(scene)));
    }

    @Test
    void screenReadersGetTheReasonAsHelp() {
        Scene scene = scene(false);
        Button button = (Button) onFx(() -> scene.lookup("#delete"));
        assertTrue(onFx(button::isDisabled));
        assertEquals("Select a segment first.", onFx(button::getAccessibleHelp));
    }
}
