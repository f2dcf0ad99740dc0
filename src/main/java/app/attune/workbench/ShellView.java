package app.attune.workbench;

import app.attune.core.Problem;
import app.attune.ui.Action;
import app.attune.ui.Destination;
import app.attune.ui.Dialogs;
import app.attune.ui.Letters;
import app.attune.ui.MessageBar;
import app.attune.ui.Screen;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The window's frame: sidebar, tabs, the screen in front, inspector, status bar, and what lies over them.
@SuppressWarnings("NullAway.Init") // filled from FXML
final class ShellView {
    private static final double LETTERS_FOR_NAMES = 58;
    private static final double LETTERS_FOR_WIDE_NAMES = 72;
    private static final KeyCombination OTHER_REDO = new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO = KeyCombination.valueOf("Shortcut+Shift+Z");
    private static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");

    @FXML
    private StackPane root;

    @FXML
    private BorderPane frame;

    @FXML
    private VBox top;

    @FXML
    private MessageBar messages;

    @FXML
    private StackPane content;

    @FXML
    private VBox inspector;

    @FXML
    private StackPane dropHint;

    private final Texts texts = Texts.of("workbench");
    private final ConsentNotice consent = new ConsentNotice(texts);
    private final Session session;
    private final Desk desk;
    private final Dialogs dialogs;
    private final ShellActions actions;
    private final Sidebar sidebar = new Sidebar(texts);
    private final ObjectTabs tabs;
    private final StatusBar status;
    private final AsOfPane asOf;
    private final TaskPane taskPane;
    private final CommandPalette palette;

    ShellView(Parts parts, Settings settings) {
        dialogs = parts.dialogs();
        session = new Session(parts, settings, this::tell);
        desk = new Desk(session, parts);
        session.guardedBy(new LeavingGuard(desk, dialogs)::before);
        actions = new ShellActions(texts, session, desk, dialogs);
        tabs = new ObjectTabs(texts, desk::open);
        asOf = new AsOfPane(texts, session, desk::refresh);
        taskPane = new TaskPane(texts, parts.tasks());
        status = new StatusBar(
                texts,
                parts.tasks(),
                desk.unsavedProperty(),
                new StatusBar.Clicks(this::toggleTasks, actions::declareConsent, this::chooseAsOf));
        palette = new CommandPalette(texts, this::everyAction);
        Parent loaded = Views.load(this);
        assemble(loaded, parts);
    }

    Session session() {
        return session;
    }

    Desk desk() {
        return desk;
    }

    StackPane root() {
        return root;
    }

    void tell(Problem problem) {
        messages.show(problem);
    }

    /// Gives keys and dropped files of `scene` to the window.
    void attach(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::before);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        new FileDrop(session, desk, dropHint, dialogs).attach(scene);
        session.settingsProperty().addListener((observed, before, now) -> dress(scene));
        Letters.watch(scene.widthProperty(), status.fontProperty(), this::fit);
        dress(scene);
    }

    private void dress(Scene scene) {
        session.settingsProperty().get().appearance().applyTo(scene);
        fit(scene.getWidth() / status.fontProperty().getValue().getSize());
    }

    /// Where names beside the icons would leave too little room for the screen, there are only icons.
    private void fit(double letters) {
        status.fit(letters);
        sidebar.setRoom(letters < LETTERS_FOR_WIDE_NAMES ? Sidebar.Room.SCARCE : Sidebar.Room.PLENTY);
        sidebar.setWidth(
                letters < LETTERS_FOR_NAMES
                        ? Sidebar.Width.NARROW
                        : session.settingsProperty().get().sidebar());
    }

    private void assemble(Parent loaded, Parts parts) {
        loaded.setId("shell");
        desk.add(new HomeView(session, desk.kit(), actions, parts.tasks().rows()));
        desk.add(new SettingsView(session));
        desk.add(new BackupsView(session, desk.kit()));
        List<Sidebar.Entry> entries = entries(parts.rooms());
        sidebar.show(entries, entry -> desk.open(Destination.of(entry.id())), this::toggleSidebar);
        actions.addRooms(entries);
        actions.add("shell.palette", "Shortcut+K", palette::open);
        actions.add("shell.sidebar", "Shortcut+B", this::toggleSidebar);
        actions.add("shell.inspector", "Shortcut+Alt+I", this::toggleInspector);
        actions.addOfData("shell.as-of", "Shortcut+Shift+A", this::chooseAsOf);
        actions.add("shell.tasks", "Shortcut+J", this::toggleTasks);
        frame.setLeft(sidebar.inRoom());
        frame.setBottom(status);
        top.getChildren().addFirst(tabs);
        root.getChildren().addAll(taskPane, asOf, palette);
        StackPane.setAlignment(taskPane, javafx.geometry.Pos.BOTTOM_RIGHT);
        StackPane.setAlignment(asOf, javafx.geometry.Pos.BOTTOM_RIGHT);
        session.workspaceProperty().addListener((observed, before, now) -> workspaceChanged());
        session.standingProperty().addListener((observed, before, now) -> now.ifPresent(this::standing));
        desk.movedProperty()
                .addListener((observed, before, now) ->
                        now.ifPresent(moved -> tabs.move(moved.from(), moved.to(), moved.title())));
        desk.frontProperty().addListener((observed, before, now) -> now.ifPresent(this::front));
        workspaceChanged();
    }

    private static List<Sidebar.Entry> entries(List<Room> rooms) {
        List<Sidebar.Entry> entries = new ArrayList<>();
        entries.add(new Sidebar.Entry(Destination.HOME, "mdoal-home"));
        rooms.stream()
                .filter(room -> room.place() == Room.Place.SIDEBAR)
                .forEach(room -> entries.add(new Sidebar.Entry(room.id(), room.icon())));
        entries.add(new Sidebar.Entry(Destination.SETTINGS, "mdomz-settings"));
        return entries;
    }

    private void workspaceChanged() {
        desk.buildAhead();
        tabs.clear();
        asOf.setVisible(false);
        session.workspaceProperty()
                .get()
                .ifPresentOrElse(
                        open -> {
                            messages.problems().removeIf(ShellView::isOfAWorkspace);
                            status.opened(open.name());
                            consent.opened();
                            sidebar.unlock();
                        },
                        () -> {
                            status.closed();
                            sidebar.lock();
                        });
        desk.open(Destination.of(Destination.HOME));
    }

    /// Whether it says something of the workspace that was open, or was to be opened, before.
    private static boolean isOfAWorkspace(Problem problem) {
        return List.of("workspace.", "store.", "consent.").stream().anyMatch(problem.code()::startsWith);
    }

    private void standing(OpenWorkspace.Standing standing) {
        status.standing(standing);
        consent.standing(standing, messages);
    }

    private void front(Desk.Front now) {
        Screen screen = now.screen();
        if (!content.getChildren().equals(List.of(screen.root()))) {
            content.getChildren().setAll(screen.root());
        }
        sidebar.select(screen.id().equals(Destination.IMPORT) ? Destination.DATA : screen.id());
        tabs.visit(
                now.destination(),
                now.destination().object().map(screen::objectTitle).orElse(""));
        inspector.getChildren().setAll(screen.inspector().stream().toList());
        showInspector();
    }

    private void showInspector() {
        boolean any =
                !inspector.getChildren().isEmpty() && !inspector.getStyleClass().contains("put-away");
        inspector.setVisible(any);
        inspector.setManaged(any);
    }

    private void toggleInspector() {
        if (!inspector.getStyleClass().remove("put-away")) {
            inspector.getStyleClass().add("put-away");
        }
        showInspector();
    }

    private void toggleSidebar() {
        session.setSidebar(session.settingsProperty().get().sidebar().other());
    }

    private void chooseAsOf() {
        taskPane.setVisible(false);
        asOf.open();
    }

    private void toggleTasks() {
        asOf.setVisible(false);
        taskPane.setVisible(!taskPane.isVisible());
    }

    /// What the palette offers.
    List<Action> everyAction() {
        List<Action> every = reachable();
        every.addAll(desk.actionsElsewhere());
        return every;
    }

    /// Undo and redo go to the screen in front even while a text field has the focus, as long as it has a step.
    private void before(KeyEvent event) {
        if (palette.isVisible()) {
            return;
        }
        if (UNDO.match(event) && actions.canUndo()) {
            actions.undo();
            event.consume();
        } else if ((REDO.match(event) || OTHER_REDO.match(event)) && actions.canRedo()) {
            actions.redo();
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && taskPane.isVisible()) {
            taskPane.setVisible(false);
        } else if (CommandPalette.opens(event)) {
            palette.open();
            event.consume();
        } else if (!palette.isVisible()) {
            fire(event);
        }
    }

    /// What a key can do now.
    List<Action> reachable() {
        List<Action> reachable = new ArrayList<>(desk.actionsInFront());
        reachable.addAll(actions.all());
        return reachable;
    }

    private void fire(KeyEvent event) {
        boolean typing = root.getScene().getFocusOwner() instanceof TextInputControl;
        for (Action action : reachable()) {
            boolean matches = action.key().map(key -> key.match(event)).orElse(false);
            if (matches && !(typing && writes(event))) {
                action.fire();
                event.consume();
                return;
            }
        }
    }

    /// Whether this key would write or delete a letter in a text field.
    private static boolean writes(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isControlDown();
        return plain && !event.getCode().isFunctionKey() && event.getCode() != KeyCode.ESCAPE;
    }

    /// The node of the screen in front, for focus.
    Node content() {
        return content;
    }
}
