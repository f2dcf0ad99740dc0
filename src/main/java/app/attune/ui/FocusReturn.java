package app.attune.ui;

import java.util.Objects;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Gives the keyboard back to a control that had it when it was disabled, once it can be used again: unless somebody
/// pressed a key or the mouse in the window meanwhile.
final class FocusReturn {
    private final Control control;
    private final EventHandler<InputEvent> elsewhere = event -> forget();

    @Nullable
    private Scene waiting;

    private FocusReturn(Control control) {
        this.control = control;
    }

    static void of(Control control) {
        FocusReturn focus = new FocusReturn(control);
        control.disableProperty().addListener((observed, before, now) -> focus.follow(now));
    }

    private void follow(boolean disabled) {
        @Nullable Scene scene = control.getScene();
        if (disabled && control.isFocused() && scene != null) {
            waiting = scene;
            scene.addEventFilter(KeyEvent.KEY_PRESSED, elsewhere);
            scene.addEventFilter(MouseEvent.MOUSE_PRESSED, elsewhere);
        } else if (!disabled && waiting != null) {
            boolean same = Objects.equals(waiting, scene);
            forget();
            if (same) {
                control.requestFocus();
            }
        }
    }

    private void forget() {
        if (waiting != null) {
            waiting.removeEventFilter(KeyEvent.KEY_PRESSED, elsewhere);
            waiting.removeEventFilter(MouseEvent.MOUSE_PRESSED, elsewhere);
            waiting = null;
        }
    }
}
