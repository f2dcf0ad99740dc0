package app.attune.export.ui;

import app.attune.core.Problem;
import app.attune.export.ExportDraft;
import app.attune.export.ExportLog;
import app.attune.export.ExportedBundle;
import app.attune.export.Gate;
import app.attune.recommend.RecommenderNames;
import app.attune.rules.Rule;
import app.attune.rules.RuleSentence;
import app.attune.rules.RuleSet;
import app.attune.ui.Action;
import app.attune.ui.Destination;
import app.attune.ui.Dialogs;
import app.attune.ui.LoadingVeil;
import app.attune.ui.MessageBar;
import app.attune.ui.Numbers;
import app.attune.ui.Screen;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;

/// The export: what goes into the bundle, what stands against it, where it went.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
public final class ExportView implements Screen {
    private static final int DIGITS = 16;
    private static final double EM = 14;
    private static final double NARROW = 6;
    private static final double WIDE = 11;
    private static final double WIDEST = 20;

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
    private VBox gates;

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
    private final Parent root;
    private final Action export;
    private final Action copy;

    public ExportView(ExportContext context) {
        this.context = context;
        this.model = new ExportViewModel(context, texts);
        this.root = Views.load(this);
        this.export = Action.of("export.bundle", texts.get("action.export"), this::export)
                .withKey("Shortcut+E")
                .disabledBy(model.disabledReasonProperty());
        this.copy = Action.of(
                        "export.copy-command", texts.get("action.copy"), () -> copy(resultCommand, "result.command"))
                .withKey("Shortcut+Shift+C")
                .disabledBy(
                        model.resultProperty().map(result -> result.isPresent() ? "" : texts.get("reason.no-result")));
        export.attachTo(exportButton);
        copy.attachTo(copyButton);
        copyFolderButton.setOnAction(event -> copy(resultFolder, "result.folder"));
        copyHashButton.setOnAction(event -> copy(resultHash, "result.hash"));
        userLists.selectedProperty().bindBidirectional(model.userListsProperty());
        prepare();
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
        return List.of(export, copy);
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

    private void prepare() {
        veil.loadingProperty().bind(model.draftProperty().map(Optional::isEmpty));
        model.draftProperty().addListener((observed, before, now) -> now.ifPresent(this::show));
        model.resultProperty().addListener((observed, before, now) -> show(now));
        model.problems().addListener((ListChangeListener<Problem>) change -> messages.show(model.problems()));
        show(Optional.<ExportedBundle>empty());
        column(
                "exports.when",
                WIDE,
                entry -> entry.at().toString().substring(0, 16).replace('T', ' '));
        column("exports.version", NARROW, entry -> Integer.toString(entry.ruleSetVersion()));
        column("exports.vectors", WIDE, entry -> Numbers.count(entry.vectors()));
        column(
                "exports.hash",
                WIDE,
                entry -> entry.hash().substring(0, Math.min(DIGITS, entry.hash().length())));
        column("exports.folder", WIDEST, ExportLog.Entry::folder);
        contents.setShowRoot(false);
        contents.setCellFactory(tree -> new ContentsCell());
        exports.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        exports.setPlaceholder(new Label(texts.get("exports.none")));
        exports.setItems(model.exports());
    }

    private void column(String key, double ems, Function<ExportLog.Entry, String> value) {
        TableColumn<ExportLog.Entry, String> column = new TableColumn<>(texts.get(key));
        column.setCellValueFactory(row -> new SimpleStringProperty(value.apply(row.getValue())));
        column.setMinWidth(ems * EM);
        exports.getColumns().add(column);
    }

    private void show(ExportDraft draft) {
        summary.setText(draft.ruleSet()
                .map(rules -> texts.get(
                        "summary",
                        Integer.toString(rules.version()),
                        rules.rules().size(),
                        draft.models().size()))
                .orElse(texts.get("summary.none")));
        showGates(draft);
        contents.setRoot(tree(draft));
    }

    /// What an export checks stands as passed once it was.
    private void showGates(ExportDraft draft) {
        gates.getChildren()
                .setAll(draft.gates().stream()
                        .map(gate -> model.resultProperty()
                                .get()
                                .filter(done -> gate.state() == Gate.State.LATER)
                                .map(done -> GateRow.passed(
                                        gate, texts, texts.get("gate.checked", Numbers.count(done.vectors()))))
                                .orElseGet(() -> GateRow.of(gate, texts, this::fix)))
                        .toList());
    }

    private void fix(String gate) {
        context.navigator().open(Destination.of(gate));
    }

    private TreeItem<String> tree(ExportDraft draft) {
        List<Rule> rules = draft.ruleSet().map(RuleSet::rules).orElse(List.of());
        RuleSentence sentences = draft.sentences();
        TreeItem<String> top = new TreeItem<>(texts.get("contents"));
        top.getChildren()
                .add(branch("contents.rules", rules.stream().map(rule -> rule.name() + ": " + sentences.of(rule))));
        top.getChildren()
                .add(branch(
                        "contents.segments",
                        rules.stream().map(Rule::segment).distinct().map(sentences::of)));
        top.getChildren().add(branch("contents.models", draft.models().stream().map(RecommenderNames::of)));
        top.getChildren().forEach(branch -> branch.setExpanded(true));
        return top;
    }

    private TreeItem<String> branch(String key, Stream<String> leaves) {
        List<TreeItem<String>> items = leaves.map(leaf -> new TreeItem<>(leaf.replaceAll("\\p{Cntrl}", " ")))
                .toList();
        TreeItem<String> branch = new TreeItem<>(texts.get(key, items.size()));
        branch.getChildren().setAll(items);
        return branch;
    }

    private void show(Optional<ExportedBundle> result) {
        resultBox.setVisible(result.isPresent());
        resultBox.setManaged(result.isPresent());
        model.draftProperty().get().ifPresent(this::showGates);
        result.ifPresent(bundle -> {
            resultFolder.setText(bundle.folder().toString());
            resultHash.setText(bundle.hash());
            resultCommand.setText(ExportViewModel.command(bundle));
            resultNote.setText(texts.get(
                    "result.note",
                    bundle.files(),
                    Numbers.bytes(bundle.bytes()),
                    Numbers.count(bundle.vectors()),
                    bundle.withoutConsent()));
        });
    }
}
