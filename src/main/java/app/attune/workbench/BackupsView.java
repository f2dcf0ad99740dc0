package app.attune.workbench;

import app.attune.archive.KnownBackup;
import app.attune.archive.StoreContents;
import app.attune.ui.Action;
import app.attune.ui.Destination;
import app.attune.ui.Dialogs;
import app.attune.ui.Kit;
import app.attune.ui.LoadingVeil;
import app.attune.ui.MessageBar;
import app.attune.ui.Navigator;
import app.attune.ui.Numbers;
import app.attune.ui.Screen;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/// The backups of the open workspace: what each holds, what restoring one would change, and the check of it all.
@SuppressWarnings("NullAway.Init") // filled from FXML
final class BackupsView implements Screen {
    @FXML
    private MessageBar messages;

    @FXML
    private TableView<KnownBackup> table;

    @FXML
    private Label previewTitle;

    @FXML
    private VBox previewLines;

    @FXML
    private Button makeButton;

    @FXML
    private Button checkButton;

    @FXML
    private Button archiveButton;

    @FXML
    private Button restoreButton;

    @FXML
    private Button copyButton;

    @FXML
    private Button deleteButton;

    @FXML
    private Label total;

    @FXML
    private LoadingVeil veil;

    private final Texts texts = Texts.of("workbench");
    private final Session session;
    private final Navigator navigator;
    private final Dialogs dialogs;
    private final BackupsViewModel model;
    private final Parent root;
    private final List<Action> actions;
    private boolean filling;

    BackupsView(Session session, Kit kit) {
        this.session = session;
        this.navigator = kit.navigator();
        this.dialogs = kit.dialogs();
        this.model = new BackupsViewModel(session, kit.tasks());
        this.root = Views.load(this);
        this.actions = List.of(
                attached(always("make", "Shortcut+N", model::backUp), makeButton),
                attached(always("check", "Shortcut+Shift+V", model::check), checkButton),
                attached(always("archive", "Shortcut+E", this::archive), archiveButton),
                attached(
                        action("restore", "Shortcut+R", this::restore).disabledBy(model.notRestorableProperty()),
                        restoreButton),
                attached(
                        action("copy", "Shortcut+Shift+C", this::openCopy).disabledBy(model.notChosenProperty()),
                        copyButton),
                attached(
                        action("delete", "Shortcut+DELETE", this::delete).disabledBy(model.notDeletableProperty()),
                        deleteButton));
    }

    private Action always(String id, String key, Runnable work) {
        return action(id, key, work).disabledBy(model.notNowProperty());
    }

    private Action action(String id, String key, Runnable work) {
        return Action.of("backups." + id, texts.get("action.backups." + id), work)
                .withKey(key);
    }

    private static Action attached(Action action, Button button) {
        action.attachTo(button);
        return action;
    }

    @Override
    public String id() {
        return Destination.BACKUPS;
    }

    @Override
    public String title() {
        return texts.get("room.backups");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public List<Action> actions() {
        return actions;
    }

    @Override
    public void shown() {
        // A scroll pane shows its content only when it has its skin.
        root.applyCss();
        table.requestFocus();
        model.refresh();
    }

    @FXML
    private void initialize() {
        table.getColumns()
                .setAll(List.of(
                        column("made", 11, BackupsViewModel::when),
                        number("size", 6, known -> Numbers.bytes(known.backup().bytes())),
                        number("events", 7, held(contents -> Numbers.count(contents.events()))),
                        number("imports", 6, held(contents -> Numbers.count(contents.imports()))),
                        number("segments", 7, held(contents -> Numbers.count(contents.segments()))),
                        number("rules", 5, held(contents -> Numbers.count(contents.rules()))),
                        column("name", 20, this::name)));
        Label none = new Label(texts.get("backups.none"));
        none.setWrapText(true);
        table.setPlaceholder(none);
        table.getSelectionModel().selectedItemProperty().addListener((observed, before, chosen) -> {
            if (!filling) {
                model.chosenProperty().set(Optional.ofNullable(chosen));
            }
        });
        model.backups().addListener((ListChangeListener<KnownBackup>) change -> fill());
        total.textProperty().bind(model.totalProperty());
        veil.loadingProperty().bind(model.loadingProperty());
        model.problems().addListener((ListChangeListener<Object>) change -> messages.show(model.problems()));
        model.newsProperty().addListener((observed, before, sentence) -> tell(sentence));
        model.previewLines().addListener((ListChangeListener<String>) change -> preview());
        preview();
    }

    /// The backup that was chosen stays so while it is there; the newest is chosen where none was.
    private void fill() {
        Optional<KnownBackup> before = model.chosenProperty().get();
        filling = true;
        table.getItems().setAll(model.backups());
        int same = before.map(this::place).orElse(-1);
        if (!model.backups().isEmpty()) {
            table.getSelectionModel().clearAndSelect(Math.max(0, same));
        }
        filling = false;
        model.chosenProperty().set(Optional.ofNullable(table.getSelectionModel().getSelectedItem()));
    }

    private int place(KnownBackup wanted) {
        List<String> names =
                model.backups().stream().map(known -> known.backup().name()).toList();
        return names.indexOf(wanted.backup().name());
    }

    private void tell(String sentence) {
        if (sentence.isEmpty()) {
            messages.clear();
            messages.show(model.problems());
        } else {
            messages.say(sentence);
        }
    }

    private void preview() {
        previewTitle.setText(model.chosenProperty()
                .get()
                .map(known -> texts.get("backups.preview", BackupsViewModel.when(known)))
                .orElse(texts.get("backups.preview.none")));
        previewLines
                .getChildren()
                .setAll(model.previewLines().stream().map(BackupsView::line).toList());
    }

    private static Label line(String sentence) {
        Label line = new Label(sentence);
        line.setWrapText(true);
        line.setMinHeight(Label.USE_PREF_SIZE);
        return line;
    }

    private static Function<KnownBackup, String> held(Function<StoreContents, String> words) {
        return known -> known.contents().map(words).orElse(Numbers.NONE);
    }

    private TableColumn<KnownBackup, String> column(String name, double letters, Function<KnownBackup, String> cell) {
        TableColumn<KnownBackup, String> column = new TableColumn<>(texts.get("backups.column." + name));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(cell.apply(row.getValue())));
        column.setSortable(false);
        column.setPrefWidth(letters * previewTitle.getFont().getSize());
        previewTitle
                .fontProperty()
                .addListener((observed, before, now) -> column.setPrefWidth(letters * now.getSize()));
        return column;
    }

    private TableColumn<KnownBackup, String> number(String name, double letters, Function<KnownBackup, String> cell) {
        TableColumn<KnownBackup, String> column = column(name, letters, cell);
        column.getStyleClass().add("number-column");
        return column;
    }

    private String name(KnownBackup known) {
        String name = known.backup().name();
        return known.backup().isByHand() ? texts.get("backups.by-hand", name) : name;
    }

    private void restore() {
        KnownBackup known = model.chosenProperty().get().orElseThrow();
        String when = BackupsViewModel.when(known);
        Dialogs.Question question = new Dialogs.Question(
                texts.get("backups.restore.title"),
                texts.get("backups.restore.question", when, String.join("\n", model.previewLines())),
                texts.get("backups.restore.verb", when));
        if (dialogs.confirm(question)) {
            model.restore(() -> navigator.open(Destination.of(Destination.BACKUPS)));
        }
    }

    private void delete() {
        KnownBackup known = model.chosenProperty().get().orElseThrow();
        String when = BackupsViewModel.when(known);
        String held = known.contents().map(StoreContents::words).orElse(texts.get("reason.bad-backup"));
        String size = Numbers.bytes(known.backup().bytes());
        Dialogs.Question question = new Dialogs.Question(
                texts.get("backups.delete.title"),
                texts.get("backups.delete.question", when, known.backup().name(), size, held),
                texts.get("backups.delete.verb", when));
        if (dialogs.confirm(question)) {
            model.delete();
        }
    }

    private void openCopy() {
        dialogs.openFolder(texts.get("backups.copy.where")).ifPresent(model::openCopy);
    }

    private void archive() {
        String name = session.workspaceProperty().get().map(OpenWorkspace::name).orElse("");
        Dialogs.FileKind kind = new Dialogs.FileKind(texts.get("archive.kind"), List.of("*.zip"));
        dialogs.saveFile(texts.get("archive.where"), kind, name + ".zip").ifPresent(model::archive);
    }
}
