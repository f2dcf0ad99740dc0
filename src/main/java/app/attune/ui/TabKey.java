package app.attune.ui;

import java.util.function.Consumer;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Lets the Tab key leave a text of several lines as it leaves every other control, instead of writing a tab.
public final class TabKey {
    private TabKey() {}

    public static void leaves(TextArea area) {
        on(area, pressed -> {
            if (!pressed.isShiftDown() && !pressed.isControlDown()) {
                leave(area, pressed);
            }
        });
    }

    /// For texts that may hold tabs: they are written by Ctrl+Tab.
    public static void writes(TextArea area) {
        on(area, pressed -> {
            if (pressed.isControlDown() && area.isEditable()) {
                area.replaceSelection("\t");
                pressed.consume();
            } else if (!pressed.isShiftDown()) {
                leave(area, pressed);
            }
        });
    }

    private static void on(TextArea area, Consumer<KeyEvent> work) {
        area.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.TAB && !pressed.isAltDown() && !pressed.isMetaDown()) {
                work.accept(pressed);
            }
        });
    }

    private static void leave(TextArea area, KeyEvent pressed) {
        area.requestFocusTraversal(TraversalDirection.NEXT);
        pressed.consume();
    }
}
