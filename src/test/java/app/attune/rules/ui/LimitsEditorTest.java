package app.attune.rules.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.rules.LimitWords;
import app.attune.rules.ListLimit;
import app.attune.ui.FxTest;
import app.attune.ui.ScreenWalk;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

final class LimitsEditorTest extends FxTest {
    private List<ListLimit> limits = List.of();
    private Runnable again = () -> {};

    private LimitsEditor open() {
        LimitsEditor editor = onFx(() -> new LimitsEditor(Desk::basis, changed -> {
            limits = changed;
            again.run();
        }));
        again = () -> editor.show(limits);
        show(() -> editor);
        runOnFx(() -> editor.show(List.of()));
        return editor;
    }

    private <T> T find(String query, Class<T> type) {
        return type.cast(robot.lookup(query).query());
    }

    @SuppressWarnings("unchecked") // What is found is a choice of texts.
    private void fill(String most, String attribute, String values) {
        find("#limitMost", TextField.class).setText(most);
        ((ComboBox<String>) find("#limitAttribute", ComboBox.class)).setValue(attribute);
        find("#limitValue", TextField.class).setText(values);
    }

    private void add(String most, String attribute, String values) {
        runOnFx(() -> {
            fill(most, attribute, values);
            find("#limitAdd", Button.class).fire();
        });
    }

    @Test
    void limitsAreSetForEachValueForSomeValuesAndForSomeItems() {
        open();
        add("2", "category", "");
        add("3", "category", "Tents, Boots");
        add("1", "these items", "none-such, other");
        assertEquals(
                List.of(
                        "2 items of each category",
                        "3 items with category Tents or Boots",
                        "1 item of none-such, other"),
                limits.stream().map(LimitWords::of).toList());
        assertTrue(onFx(() -> robot.lookup(node ->
                        node instanceof Label label && label.getText().contains("There is no item none-such, other."))
                .tryQuery()
                .isPresent()));
        ScreenWalk.check(window().getScene(), "limits-of-lists");
    }

    @Test
    void someItemsHaveToBeNamed() {
        open();
        runOnFx(() -> fill("1", "these items", " , "));
        assertTrue(onFx(() -> find("#limitAdd", Button.class).isDisabled()));
        runOnFx(() -> fill("1", "these items", "a"));
        assertFalse(onFx(() -> find("#limitAdd", Button.class).isDisabled()));
        runOnFx(() -> fill("1", "category", ""));
        assertFalse(onFx(() -> find("#limitAdd", Button.class).isDisabled()));
    }
}
