package app.attune.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;

/// One room of the window. The workbench builds it when it is first opened and keeps it.
public interface Screen {
    /// One of the screen names of [Destination].
    String id();

    /// What the sidebar and the window title call it.
    String title();

    Parent root();

    /// Called on the FX thread each time the screen comes to the front: refresh what may have become stale.
    default void shown() {}

    /// Called after `shown` when a [Destination] named an object.
    default void opened(String objectId) {}

    /// The name on the tab of an object of this screen.
    default String objectTitle(String objectId) {
        return objectId;
    }

    /// What the screen shows of its own accord, such as the next user, by the name that it has now.
    default ObservableValue<Optional<Shown>> shownObject() {
        return new SimpleObjectProperty<>(Optional.empty());
    }

    /// An object and what its tab is called.
    record Shown(String objectId, String title) {}

    /// Everything the screen can do, each with a place in the command palette. Asked once, after `root`.
    default List<Action> actions() {
        return List.of();
    }

    /// Where undo and redo go while this screen is in front.
    default Optional<History<?>> history() {
        return Optional.empty();
    }

    /// What the inspector at the right shows while this screen is in front.
    default Optional<Node> inspector() {
        return Optional.empty();
    }

    /// Whether edits made here are not stored yet.
    default ObservableValue<Boolean> unsaved() {
        return new SimpleBooleanProperty(false);
    }

    /// Stores what is edited, as far as it can be, then does `then` on the FX thread.
    default void settle(Runnable then) {
        then.run();
    }

    /// What would be lost if the workspace was left now, in sentences; asked once the screen is settled.
    default List<String> unkept() {
        return List.of();
    }

    /// Files dropped anywhere on the window are offered to the import screen through this.
    default void dropped(List<Path> files) {}
}
