package app.attune.workbench;

import app.attune.ui.Action;
import app.attune.ui.Destination;
import app.attune.ui.Kit;
import app.attune.ui.Navigator;
import app.attune.ui.Screen;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.util.Duration;

/// The screens: builds each when it is first asked for and knows which one is in front. FX thread only.
final class Desk implements Navigator {
    /// Where the analyst is.
    record Front(Destination destination, Screen screen) {}

    /// Where the analyst came within a screen, and what is there.
    record Moved(Destination from, Destination to, String title) {}

    private static final Set<String> OF_A_TIME =
            Set.of(Destination.HOME, Destination.SEGMENTS, Destination.RULES, Destination.PREVIEW);
    private static final Duration BETWEEN_ROOMS = Duration.millis(100);

    private final Session session;
    private final List<Room> rooms;
    private final Kit kit;
    private final Map<String, Screen> fixed = new LinkedHashMap<>();
    private final Map<String, Screen> built = new LinkedHashMap<>();
    private final Map<String, List<Action>> actions = new LinkedHashMap<>();
    private final Set<String> visited = new HashSet<>();
    private final ReadOnlyObjectWrapper<Optional<Front>> front = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Moved>> moved = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper(false);

    Desk(Session session, Parts parts) {
        this.session = session;
        this.rooms = parts.rooms();
        this.kit = new Kit(parts.tasks(), this, parts.dialogs(), session::recount);
        session.workspaceProperty().addListener((observed, before, now) -> {
            built.keySet().forEach(actions::remove);
            built.clear();
            visited.clear();
            lookForUnsaved();
        });
    }

    Kit kit() {
        return kit;
    }

    /// Adds a screen that needs no workspace.
    void add(Screen screen) {
        fixed.put(screen.id(), screen);
        actions.put(screen.id(), screen.actions());
    }

    ReadOnlyObjectProperty<Optional<Front>> frontProperty() {
        return front.getReadOnlyProperty();
    }

    /// A screen that cannot be reached now leads home.
    @Override
    public void open(Destination destination) {
        Optional<Screen> wanted = screen(destination.screen());
        Destination reached = wanted.isPresent() ? destination : Destination.of(Destination.HOME);
        Screen screen = wanted.or(() -> screen(Destination.HOME)).orElseThrow();
        front.set(Optional.of(new Front(reached, screen)));
        visited.add(screen.id());
        screen.shown();
        reached.object().ifPresent(screen::opened);
    }

    /// Lets the screen in front read again what it shows of the time that is looked at, if anything; others keep what
    /// is half done on them.
    void refresh() {
        front.get()
                .map(Front::destination)
                .filter(there -> OF_A_TIME.contains(there.screen()))
                .ifPresent(this::open);
    }

    /// Builds it if need be; empty when there is no such room, or it needs a workspace and none is open.
    Optional<Screen> screen(String id) {
        Screen known = fixed.getOrDefault(id, built.get(id));
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Room> room =
                rooms.stream().filter(candidate -> candidate.id().equals(id)).findFirst();
        return room.flatMap(found -> session.workspaceProperty().get().map(open -> build(found, open)));
    }

    /// Builds the rooms one after the other, each in a turn of its own, so that the palette need not wait for them.
    void buildAhead() {
        PauseTransition turn = new PauseTransition(BETWEEN_ROOMS);
        turn.setOnFinished(event -> rooms.stream()
                .filter(room -> !built.containsKey(room.id()))
                .findFirst()
                .flatMap(room -> screen(room.id()))
                .ifPresent(screen -> turn.playFromStart()));
        turn.playFromStart();
    }

    private Screen build(Room room, OpenWorkspace workspace) {
        Screen screen = room.builder().build(workspace, kit);
        built.put(room.id(), screen);
        actions.put(room.id(), screen.actions());
        screen.shownObject().addListener((observed, before, now) -> now.ifPresent(shown -> moved(screen, shown)));
        screen.unsaved().addListener((observed, before, now) -> lookForUnsaved());
        return screen;
    }

    /// The screen in front went on to another object, or calls it otherwise.
    private void moved(Screen screen, Screen.Shown shown) {
        front.get()
                .filter(now -> now.screen().equals(screen))
                .map(Front::destination)
                .filter(from -> from.object().isPresent())
                .ifPresent(from -> {
                    Destination to = Destination.of(screen.id(), shown.objectId());
                    moved.set(Optional.of(new Moved(from, to, shown.title())));
                    front.set(Optional.of(new Front(to, screen)));
                });
    }

    ReadOnlyObjectProperty<Optional<Moved>> movedProperty() {
        return moved.getReadOnlyProperty();
    }

    /// Whether any screen has edits that are not stored yet.
    ReadOnlyBooleanProperty unsavedProperty() {
        return unsaved.getReadOnlyProperty();
    }

    private void lookForUnsaved() {
        unsaved.set(built.values().stream().anyMatch(screen -> screen.unsaved().getValue()));
    }

    /// Lets every screen store what is edited, then does `then`.
    void settle(Runnable then) {
        settleFrom(List.copyOf(built.values()).iterator(), then);
    }

    /// What no screen could store, in sentences.
    List<String> unkept() {
        return built.values().stream()
                .flatMap(screen -> screen.unkept().stream())
                .toList();
    }

    private static void settleFrom(Iterator<Screen> screens, Runnable then) {
        if (screens.hasNext()) {
            screens.next().settle(() -> settleFrom(screens, then));
        } else {
            then.run();
        }
    }

    /// What the screen in front can do.
    List<Action> actionsInFront() {
        return front.get()
                .map(now -> actions.getOrDefault(now.screen().id(), List.of()))
                .orElse(List.of());
    }

    /// What the screens not in front can do; they come to the front when it is done. Builds the rooms that are not
    /// built yet.
    List<Action> actionsElsewhere() {
        rooms.forEach(room -> screen(room.id()));
        List<Action> all = new ArrayList<>();
        String here = front.get().map(now -> now.screen().id()).orElse("");
        actions.forEach((id, theirs) -> {
            if (!id.equals(here)) {
                theirs.forEach(action -> all.add(elsewhere(id, action)));
            }
        });
        return all;
    }

    private Action elsewhere(String screen, Action action) {
        Runnable there = () -> {
            open(Destination.of(screen));
            fireWhenReady(screen, action);
        };
        ObservableValue<String> reason = visited.contains(screen) || fixed.containsKey(screen)
                ? action.disabledReason()
                : new SimpleStringProperty("");
        return new Action(action.id(), action.title(), action.key(), there, reason);
    }

    /// A screen that comes to the front for the first time has to read what it needs before it can do anything.
    private void fireWhenReady(String screen, Action action) {
        if (action.isEnabled()) {
            action.fire();
            return;
        }
        action.disabledReason().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends String> observed, String before, String now) {
                boolean there = front.get()
                        .filter(shown -> shown.screen().id().equals(screen))
                        .isPresent();
                if (!there || action.isEnabled()) {
                    action.disabledReason().removeListener(this);
                }
                if (there) {
                    action.fire();
                }
            }
        });
    }
}
