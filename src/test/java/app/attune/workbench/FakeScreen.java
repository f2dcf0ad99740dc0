package app.attune.workbench;

import app.attune.ui.Action;
import app.attune.ui.Destination;
import app.attune.ui.History;
import app.attune.ui.Screen;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// A room with a text that can be undone.
final class FakeScreen implements Screen {
    final History<String> history = new History<>("first", Clock.systemUTC());
    final List<String> calls = new ArrayList<>();
    final BooleanProperty unsaved = new SimpleBooleanProperty(false);
    final ObjectProperty<Optional<Shown>> shownObject = new SimpleObjectProperty<>(Optional.empty());
    final TextField field = new TextField();
    final List<String> unkept = new ArrayList<>();
    final List<Runnable> settling = new ArrayList<>();
    boolean isSlow;
    private final String id;
    private final VBox root;

    FakeScreen(String id) {
        this.id = id;
        field.setAccessibleText("Name");
        Label title = new Label("Room " + id);
        title.getStyleClass().add("page-title");
        root = new VBox(title, field);
        root.getStyleClass().add("page");
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return id;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown() {
        calls.add("shown");
    }

    @Override
    public void opened(String objectId) {
        calls.add("opened " + objectId);
    }

    @Override
    public void dropped(List<Path> files) {
        calls.add("dropped " + files);
    }

    @Override
    public List<Action> actions() {
        return List.of(
                Action.of(id + ".new", "New " + id, () -> calls.add("new")).withKey("Shortcut+N"),
                Action.of(id + ".mark", "Mark " + id, () -> calls.add("mark")).withKey("A"));
    }

    @Override
    public String objectTitle(String objectId) {
        return shownObject
                .get()
                .filter(shown -> shown.objectId().equals(objectId))
                .map(Shown::title)
                .orElse(objectId);
    }

    @Override
    public ObservableValue<Optional<Shown>> shownObject() {
        return shownObject;
    }

    @Override
    public ObservableValue<Boolean> unsaved() {
        return unsaved;
    }

    @Override
    public void settle(Runnable then) {
        calls.add("settle");
        if (isSlow) {
            settling.add(then);
        } else {
            then.run();
        }
    }

    @Override
    public List<String> unkept() {
        return unkept;
    }

    @Override
    public Optional<History<?>> history() {
        return Optional.of(history);
    }

    @Override
    public Optional<Node> inspector() {
        return id.equals(Destination.SEGMENTS) ? Optional.of(new Label("Used by 3 rules")) : Optional.empty();
    }
}
