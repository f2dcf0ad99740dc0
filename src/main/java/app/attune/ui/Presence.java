package app.attune.ui;

import java.util.List;
import javafx.scene.Node;

/// Whether parts of a screen are there: one that is not takes no room either.
public enum Presence {
    THERE,
    AWAY;

    public static Presence when(boolean there) {
        return there ? THERE : AWAY;
    }

    public void of(Node... nodes) {
        List.of(nodes).forEach(node -> {
            node.setVisible(this == THERE);
            node.setManaged(this == THERE);
        });
    }
}
