package app.attune.workbench;

import static app.attune.ui.FxTest.onFx;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import org.testfx.api.FxRobot;

/// What somebody who works with the window sees of it.
abstract class Looker {
    final FxRobot robot = new FxRobot();

    abstract Scene scene();

    final Node focus() {
        return onFx(scene()::getFocusOwner);
    }

    /// Whether it is there and can be seen.
    final boolean sees(String query) {
        return onFx(() -> {
            Node found = scene().lookup(query);
            return found != null
                    && robot.lookup(query).match(Looker::isShown).tryQuery().isPresent();
        });
    }

    /// Whether something that can be seen says so.
    final boolean says(String words) {
        return onFx(() -> robot.lookup((Node node) -> node instanceof Label label
                        && label.getText() != null
                        && label.getText().contains(words)
                        && isShown(label))
                .tryQuery()
                .isPresent());
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    final <T> T node(String query, Class<T> type) {
        return type.cast(onFx(() -> robot.from(scene().getRoot())
                .lookup(query)
                .match(Looker::isShown)
                .query()));
    }

    final String text(String query) {
        Node found = node(query, Node.class);
        return onFx(() -> switch (found) {
            case Labeled label -> label.getText();
            case TextInputControl field -> field.getText();
            default -> found.getAccessibleText();
        });
    }

    final String clipboard() {
        return onFx(
                () -> Objects.requireNonNullElse(Clipboard.getSystemClipboard().getString(), ""));
    }
}
