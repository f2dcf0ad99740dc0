package app.attune.segments.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.segments.AllOf;
import app.attune.segments.SegmentId;
import app.attune.ui.ScreenWalk;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Conditions are written as text.
final class TextTabTest extends Hand {
    private static final String ODD = "all of\n  country iz Austria\n";

    private final Desk desk = new Desk();

    private TextArea opened(SegmentId id) {
        open(desk);
        open(id);
        tab("textTab");
        return robot.lookup("#conditionText").queryAs(TextArea.class);
    }

    private boolean says(String words) {
        return onFx(() -> robot.lookup("#textMessages .label").queryAllAs(Labeled.class).stream()
                .anyMatch(label -> label.getText().contains(words)));
    }

    @Test
    void theCaretGoesToWhatCannotBeRead() {
        TextArea area = opened(desk.save("Buyers", new AllOf(List.of(Desk.purchases("1")))));
        runOnFx(() -> {
            area.setText(ODD);
            robot.lookup("#useText").query().requestFocus();
        });
        robot.type(KeyCode.SPACE);
        settle(tasks);
        assertTrue(says("line 2, column 11"));
        assertEquals(ODD.indexOf("iz"), onFx(area::getCaretPosition));
        assertTrue(onFx(area::isFocused));
    }

    @Test
    void whatIsNotUsedIsShownAgainWithItsSegment() {
        SegmentId buyers = desk.save("Buyers", new AllOf(List.of(Desk.purchases("1"))));
        SegmentId austrians = desk.save("Austrians", new AllOf(List.of(Desk.country("Austria"))));
        TextArea area = opened(buyers);
        runOnFx(() -> area.setText(ODD));
        open(austrians);
        assertEquals("all of\n  country is \"Austria\"\n", onFx(area::getText));
        open(buyers);
        assertEquals(ODD, onFx(area::getText));
        assertTrue(says("This text of Buyers was typed before and is not used yet."));
        ScreenWalk.checkSmallest(window().getScene(), "segment-editor-text-unused");
    }

    @Test
    void allFormsAreShownBesideTheTextByTheKeyboard() {
        opened(desk.save("Buyers", new AllOf(List.of(Desk.purchases("1")))));
        TextArea forms = robot.lookup("#textForms").queryAs(TextArea.class);
        assertFalse(onFx(forms::isVisible));
        runOnFx(() -> robot.lookup("#showForms").query().requestFocus());
        robot.type(KeyCode.SPACE);
        assertTrue(onFx(forms::isVisible));
        assertTrue(onFx(() -> forms.getText().contains("days since last EVENTS")));
        ScreenWalk.check(window().getScene(), "segment-editor-text-forms");
        ScreenWalk.checkSmallest(window().getScene(), "segment-editor-text-forms");
    }
}
