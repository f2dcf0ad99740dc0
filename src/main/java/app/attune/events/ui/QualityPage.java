package app.attune.events.ui;

import app.attune.ui.Action;
import java.util.List;
import javafx.scene.Parent;

/// One page of the quality tab.
interface QualityPage {
    /// Its name in ids and words.
    String name();

    Parent root();

    /// It came to the front, or the data changed while it was there.
    void shown();

    default List<Action> actions() {
        return List.of();
    }
}
