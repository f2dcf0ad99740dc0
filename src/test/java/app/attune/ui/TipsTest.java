package app.attune.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.junit.jupiter.api.Test;

final class TipsTest extends FxTest {
    @Test
    void aLongTextIsReadInLines() {
        Label label = new Label("Here");
        Tooltip tip = onFx(() -> Tips.of("Users with at least 2 purchase events in the last 90 days, and ".repeat(12)));
        show(() -> {
            label.setTooltip(tip);
            return new javafx.scene.layout.VBox(label);
        });
        runOnFx(() -> tip.show(window()));
        double width = onFx(tip::getWidth);
        double height = onFx(tip::getHeight);
        runOnFx(tip::hide);
        assertTrue(width <= Tips.WIDEST + 40, "with its shadow " + width);
        assertTrue(height > 100, "in lines " + height);
    }
}
