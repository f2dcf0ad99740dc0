package app.attune.ui;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Work that a key does while the keyboard is in a part of a screen.
public final class Keys {
    private Keys() {}

    /// The key is used up; whoever is around does not see it.
    public static void on(Node node, KeyCode key, Runnable work) {
        node.addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == key) {
                pressed.consume();
                work.run();
            }
        });
    }
}
