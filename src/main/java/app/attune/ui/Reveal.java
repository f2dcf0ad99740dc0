package app.attune.ui;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Scrolls to what has got the keyboard, or to what was asked for.
public final class Reveal {
    private Reveal() {}

    /// Lays out the page around the node and scrolls to it; to its top where it is higher than the page.
    public static void of(Node node) {
        for (@Nullable Parent up = node.getParent(); up != null; up = up.getParent()) {
            if (up instanceof ScrollPane scroll && scroll.getContent() instanceof Region content) {
                scroll.applyCss();
                scroll.layout();
                in(scroll, content, node);
                return;
            }
        }
    }

    /// @param content of a scroll pane, with the node somewhere in it
    public static void in(Region content, Node node) {
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
            scroll.setVvalue(Math.min(place.getMinY(), place.getMaxY() - seen) / hidden);
        }
    }
}
