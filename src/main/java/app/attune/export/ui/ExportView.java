package app.attune.export.ui;

import app.attune.core.Problem;
import app.attune.export.ExportDraft;
import app.attune.export.ExportLog;
import app.attune.export.ExportedBundle;
import app.attune.export.Gate;
import app.attune.export.GateOptions;
import app.attune.ui.Action;
import app.attune.ui.Destination;
import app.attune.ui.Dialogs;
import app.attune.ui.LoadingVeil;
import app.attune.ui.MessageBar;
import app.attune.ui.Screen;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;

/// The export: what goes into the bundle, what stands against it, where it went.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
public final class ExportView implements Screen {
    private static final int MOST_USERS = 1_000_000_000;

    @FXML
    private Label summary;

    @FXML
    private Button exportButton;

    @FXML
    private MessageBar messages;

    @FXML
    private VBox resultBox;

    @FXML
    private Label resultFolder;

    @FXML
    private Label resultHash;

    @FXML
    private Label resultCommand;

    @FXML
    private Label resultNote;

    @FXML
    private Button copyButton;

    @FXML
    private Button copyFolderButton;

    @FXML
    private Button copyHashButton;

    @FXML
    private Label resultKey;

    @FXML
    private Button copyKeyButton;

    @FXML
    private VBox gates;

    @FXML
    private Spinner<Integer> minimum;

    @FXML
    private VBox since;

    @FXML
    private Button compareButton;

    @FXML
    private VBox targets;

    @FXML
    private Label signature;

    @FXML
    private Button openButton;

    @FXML
    private Button verifyButton;

    @FXML
    private TreeView<String> contents;

    @FXML
    private CheckBox userLists;

    @FXML
    private TableView<ExportLog.Entry> exports;

    @FXML
    private LoadingVeil veil;

    private final Texts texts = Texts.of("export");
    private final ExportContext context;
    private final ExportViewModel model;
    private final EarlierViewModel earlier;
    private final Parent root;
    private final EarlierExports history;
    private final GatesPane gateRows;
    private final List<Action> actions;

    public ExportView(ExportContext context) {
        this.context = context;
        this.model = new ExportViewModel(context, texts);
        this.earlier = new EarlierViewModel(
                context, texts, problem -> model.problems().setAll(problem), news -> messages.say(news));
        this.root = Views.load(this);
        this.history = new EarlierExports(exports, summary, texts);
        this.gateRows = new GatesPane(gates, context, model, texts);
        this.actions = List.of(
                action("bundle", "Shortcut+E", this::export, model.disabledReasonProperty(), exportButton),
                action(
                        "copy-command",
                        "Shortcut+Shift+C",
                        () -> copy(resultCommand, "result.command"),
                        model.resultProperty().map(result -> result.isPresent() ? "" : texts.get("reason.no-result")),
                        copyButton),
                action("compare", "Shortcut+Alt+D", this::compare, compareReason(), compareButton),
                action("open", "Shortcut+Alt+B", () -> onSelected(earlier::open), selectReason(), openButton),
                action("verify", "Shortcut+Alt+V", () -> onSelected(earlier::verify), selectReason(), verifyButton));
        copyFolderButton.setOnAction(event -> copy(resultFolder, "result.folder"));
        copyHashButton.setOnAction(event -> copy(resultHash, "result.hash"));
        copyKeyButton.setOnAction(event -> copy(resultKey, "result.key"));
        userLists.selectedProperty().bindBidirectional(model.userListsProperty());
        prepare();
    }

    private Action action(
            String name, String key, Runnable work, ObservableValue<String> disabledReason, Button button) {
        Action action = Action.of("export." + name, texts.get("action." + name), work)
                .withKey(key)
                .disabledBy(disabledReason);
        action.attachTo(button);
        return action;
    }

    @Override
    public String id() {
        return Destination.EXPORT;
    }

    @Override
    public String title() {
        return texts.get("title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown() {
        model.load();
    }

    @Override
    public List<Action> actions() {
        return actions;
    }

    ExportViewModel model() {
        return model;
    }

    private void export() {
        Dialogs.Question question =
                new Dialogs.Question(texts.get("users.title"), texts.get("users.question"), texts.get("users.verb"));
        if (userLists.isSelected() && !context.dialogs().confirm(question)) {
            return;
        }
        context.dialogs().openFolder(texts.get("choose.folder")).ifPresent(model::exportInto);
    }

    private void copy(Label shown, String what) {
        ClipboardContent content = new ClipboardContent();
        content.putString(shown.getText());
        Clipboard.getSystemClipboard().setContent(content);
        messages.say(texts.get("copied", texts.get(what)));
    }

    private void compare() {
        model.draftProperty().get().ifPresent(earlier::compare);
    }

    private void onSelected(Consumer<ExportLog.Entry> work) {
        Optional.ofNullable(exports.getSelectionModel().getSelectedItem()).ifPresent(work);
    }

    private ObservableValue<String> selectReason() {
        return exports.getSelectionModel()
                .selectedItemProperty()
                .map(entry -> "")
                .orElse(texts.get("reason.select"));
    }

    private ObservableValue<String> compareReason() {
        return Bindings.createStringBinding(
                () -> model.exports().isEmpty()
                        ? texts.get("reason.first")
                        : model.targets().isEmpty() ? texts.get("reason.undecidable") : "",
                model.exports(),
                model.targets());
    }

    private void prepare() {
        veil.loadingProperty().bind(model.draftProperty().map(Optional::isEmpty));
        model.draftProperty().addListener((observed, before, now) -> now.ifPresent(this::show));
        model.gates().addListener((ListChangeListener<Gate>) change -> gateRows.show());
        model.resultProperty().addListener((observed, before, now) -> show(now));
        model.problems().addListener((ListChangeListener<Problem>) change -> messages.show(model.problems()));
        model.targets().addListener((ListChangeListener<TargetChoice>) change -> showTargets());
        signature
                .textProperty()
                .bind(model.fingerprintProperty()
                        .map(print -> print.map(known -> texts.get("signature.by", known))
                                .orElse(texts.get("signature.none"))));
        earlier.changeProperty().addListener((observed, before, now) -> showChange());
        show(Optional.<ExportedBundle>empty());
        contents.setShowRoot(false);
        contents.setCellFactory(tree -> new ContentsCell());
        exports.setItems(model.exports());
        IntegerSpinnerValueFactory numbers = new IntegerSpinnerValueFactory(0, MOST_USERS, GateOptions.MINIMUM_SEGMENT);
        minimum.setValueFactory(numbers);
        minimum.getEditor().setAccessibleText(texts.get("gates.minimum"));
        numbers.valueProperty()
                .addListener((observed, before, now) ->
                        model.minimumSegmentProperty().set(now));
        showChange();
    }

    private void show(ExportDraft draft) {
        earlier.forget();
        summary.setText(draft.ruleSet()
                .map(rules -> texts.get(
                        "summary",
                        Integer.toString(rules.version()),
                        rules.rules().size(),
                        draft.carried().size()))
                .orElse(texts.get("summary.none")));
        contents.setRoot(new ExportContents(texts).tree(draft));
    }

    private void showTargets() {
        targets.getChildren()
                .setAll(model.targets().stream()
                        .map(choice -> TargetRow.of(choice, model.chosen(), texts))
                        .toList());
        if (model.targets().isEmpty()) {
            targets.getChildren().setAll(List.of(GateRow.muted(texts.get("targets.none"))));
        }
    }

    private void showChange() {
        earlier.changeProperty()
                .get()
                .ifPresentOrElse(
                        change -> history.show(change, earlier.lines(change), since),
                        () -> since.getChildren().setAll(List.of(GateRow.muted(texts.get("since.none")))));
    }

    private void show(Optional<ExportedBundle> result) {
        resultBox.setVisible(result.isPresent());
        resultBox.setManaged(result.isPresent());
        gateRows.show();
        result.ifPresent(bundle -> {
            resultFolder.setText(bundle.folder().toString());
            resultHash.setText(bundle.hash());
            resultKey.setText(bundle.fingerprint());
            resultCommand.setText(ExportViewModel.command(bundle));
            resultNote.setText(ExportContents.note(texts, bundle));
        });
    }
}
