package app.attune.workbench;

import app.attune.profiles.ConsentBasis;
import app.attune.ui.Action;
import app.attune.ui.Appearance;
import app.attune.ui.Destination;
import app.attune.ui.Dialogs;
import app.attune.ui.History;
import app.attune.ui.Screen;
import app.attune.ui.Texts;
import app.attune.ui.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What can be done wherever the analyst is.
final class ShellActions {
    private static final int TEXT_STEP = 10;

    private final Texts texts;
    private final Session session;
    private final Desk desk;
    private final Dialogs dialogs;
    private final List<Action> all = new ArrayList<>();
    private final StringProperty undoReason = new SimpleStringProperty("");
    private final StringProperty redoReason = new SimpleStringProperty("");
    private final StringProperty noWorkspace = new SimpleStringProperty("");

    ShellActions(Texts texts, Session session, Desk desk, Dialogs dialogs) {
        this.texts = texts;
        this.session = session;
        this.desk = desk;
        this.dialogs = dialogs;
        noWorkspace.bind(Bindings.createStringBinding(
                () -> session.workspaceProperty().get().isPresent() ? "" : texts.get("reason.no-workspace"),
                session.workspaceProperty()));
        desk.frontProperty().addListener((observed, before, now) -> followHistory(now.map(Desk.Front::screen)));
        addWorkspace();
        addEditing();
        addLook();
    }

    List<Action> all() {
        return List.copyOf(all);
    }

    /// Going to each room, by Mod+1 and on.
    void addRooms(List<Sidebar.Entry> entries) {
        int number = 1;
        for (Sidebar.Entry entry : entries) {
            String key = entry.isSettings() ? "Shortcut+COMMA" : "Shortcut+" + number;
            Action go = Action.of(
                            "go." + entry.id(),
                            texts.get("action.go", texts.get("room." + entry.id())),
                            () -> desk.open(Destination.of(entry.id())))
                    .withKey(key);
            all.add(entry.needsWorkspace() ? go.disabledBy(noWorkspace) : go);
            number++;
        }
    }

    void add(String id, String key, Runnable work) {
        all.add(action(id, key, work));
    }

    /// What needs an open workspace.
    void addOfData(String id, String key, Runnable work) {
        all.add(action(id, key, work).disabledBy(noWorkspace));
    }

    private Action action(String id, String key, Runnable work) {
        return Action.of(id, texts.get("action." + id), work).withKey(key);
    }

    private void addWorkspace() {
        add("workspace.sample", "Shortcut+Shift+S", session::openSample);
        add("workspace.open", "Shortcut+Shift+O", this::openWorkspace);
        add("workspace.new", "Shortcut+Shift+N", this::newWorkspace);
        add("import.start", "Shortcut+O", this::startImport);
        addOfData("consent.declare", "Shortcut+Shift+G", this::declareConsent);
        addOfData("workspace.backups", "Shortcut+Shift+B", () -> desk.open(Destination.of(Destination.BACKUPS)));
        add("workspace.unarchive", "Shortcut+Alt+O", this::unarchive);
        addOfData("workspace.close", "Shortcut+Shift+W", session::closeAsked);
    }

    /// Declares that everybody agreed of whom the data says nothing, or takes that back.
    void declareConsent() {
        boolean declared = session.standingProperty()
                .get()
                .map(standing -> standing.agreement() == OpenWorkspace.Agreement.DECLARED)
                .orElse(false);
        String title = texts.get("consent.title");
        if (!declared) {
            dialogs.ask(new Dialogs.Prompt(title, texts.get("consent.reason"), "", texts.get("consent.declare")))
                    .ifPresent(reason -> session.declare(ConsentBasis.ALL_AGREED, reason));
        } else if (dialogs.confirm(
                new Dialogs.Question(title, texts.get("consent.take-back"), texts.get("consent.take-back.verb")))) {
            session.declare(ConsentBasis.NONE, "");
        }
    }

    void newWorkspace() {
        create(() -> {});
    }

    void openWorkspace() {
        Dialogs.FileKind kind = new Dialogs.FileKind(texts.get("workspace.kind"), List.of("*.attune"));
        dialogs.openFile(texts.get("dialog.open"), kind)
                .map(ShellActions::folder)
                .ifPresent(session::openFolder);
    }

    /// A workspace is the folder of its file.
    private static Path folder(Path chosen) {
        Path folder = chosen.getParent();
        return chosen.toString().endsWith(".attune") && folder != null ? folder : chosen;
    }

    private void unarchive() {
        Dialogs.FileKind kind = new Dialogs.FileKind(texts.get("archive.kind"), List.of("*.zip"));
        dialogs.openFile(texts.get("archive.open"), kind)
                .ifPresent(file -> dialogs.openFolder(texts.get("archive.folder", String.valueOf(file.getFileName())))
                        .ifPresent(folder -> session.unarchive(file, folder)));
    }

    /// Goes to the import, into a new workspace when none is open.
    void startImport() {
        if (session.workspaceProperty().get().isPresent()) {
            desk.open(Destination.of(Destination.IMPORT));
        } else {
            create(() -> desk.open(Destination.of(Destination.IMPORT)));
        }
    }

    private void create(Runnable then) {
        dialogs.openFolder(texts.get("dialog.new")).ifPresent(folder -> session.create(folder, then));
    }

    private void addEditing() {
        all.add(action("edit.undo", "Shortcut+Z", this::undo).disabledBy(undoReason));
        all.add(action("edit.redo", "Shortcut+Shift+Z", this::redo).disabledBy(redoReason));
        followHistory(Optional.empty());
    }

    void undo() {
        history().ifPresent(History::undo);
    }

    void redo() {
        history().ifPresent(History::redo);
    }

    boolean canUndo() {
        return undoReason.get().isEmpty();
    }

    boolean canRedo() {
        return redoReason.get().isEmpty();
    }

    private Optional<History<?>> history() {
        return desk.frontProperty().get().flatMap(front -> front.screen().history());
    }

    private void followHistory(Optional<Screen> screen) {
        undoReason.unbind();
        redoReason.unbind();
        undoReason.set(texts.get("reason.no-undo"));
        redoReason.set(texts.get("reason.no-redo"));
        screen.flatMap(Screen::history).ifPresent(history -> {
            undoReason.bind(Bindings.createStringBinding(
                    () -> history.undoNameProperty().get().isEmpty() ? texts.get("reason.no-undo") : "",
                    history.undoNameProperty()));
            redoReason.bind(Bindings.createStringBinding(
                    () -> history.redoNameProperty().get().isEmpty() ? texts.get("reason.no-redo") : "",
                    history.redoNameProperty()));
        });
    }

    private void addLook() {
        add("look.light", "Shortcut+Alt+1", () -> look(now -> now.withTheme(Theme.LIGHT)));
        add("look.dark", "Shortcut+Alt+2", () -> look(now -> now.withTheme(Theme.DARK)));
        add("look.high-contrast", "Shortcut+Alt+3", () -> look(now -> now.withTheme(Theme.HIGH_CONTRAST)));
        add("look.larger", "Shortcut+EQUALS", () -> look(now -> now.withText(now.textPercent() + TEXT_STEP)));
        add("look.smaller", "Shortcut+MINUS", () -> look(now -> now.withText(now.textPercent() - TEXT_STEP)));
        add("look.normal", "Shortcut+0", () -> look(now -> now.withText(Appearance.NORMAL_TEXT)));
    }

    private void look(UnaryOperator<Appearance> change) {
        session.look(change.apply(session.settingsProperty().get().appearance()));
    }
}
