package app.attune.segments.ui;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Scrolls to what has got the keyboard.
final class Reveal {
    private Reveal() {}

    /// @param content of a scroll pane, with the node somewhere in it
    static void in(Region content, Node node) {
        for (@Nullable Parent up = content.getParent(); up != null; up = up.getParent()) {
            if (up instanceof ScrollPane scroll) {
                scroll.layout();
                in(scroll, content, node);
                return;
            }
        }
    }

    private static void in(ScrollPane scroll, Region content, Node node) {
        double seen = scroll.getViewportBounds().getHeight();
        double hidden = content.getHeight() - seen;
        if (hidden <= 0) {
            return;
        }
        Bounds place = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double top = scroll.getVvalue() * hidden;
        if (place.getMinY() < top) {
            scroll.setVvalue(place.getMinY() / hidden);
        } else if (place.getMaxY() > top + seen) {
            scroll.setVvalue((place.getMaxY() - seen) / hidden);
        }
    }
}
