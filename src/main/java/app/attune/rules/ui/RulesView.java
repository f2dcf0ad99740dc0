package app.attune.rules.ui;

import app.attune.core.Problem;
import app.attune.rules.RuleId;
import app.attune.ui.Action;
import app.attune.ui.Destination;
import app.attune.ui.EmptyState;
import app.attune.ui.History;
import app.attune.ui.LoadingVeil;
import app.attune.ui.MessageBar;
import app.attune.ui.Navigator;
import app.attune.ui.Screen;
import app.attune.ui.SplitOrStack;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;

/// The rules: an ordered list at the left, the selected rule or the history at the right.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
public final class RulesView implements Screen {
    @FXML
    private Label state;

    @FXML
    private Button versionsButton;

    @FXML
    private ToggleButton policyButton;

    @FXML
    private ToggleButton matrixButton;

    @FXML
    private StackPane matrixPlace;

    @FXML
    private Button replayButton;

    @FXML
    private Button duplicateButton;

    @FXML
    private Button deleteButton;

    @FXML
    private Button addButton;

    @FXML
    private MessageBar messages;

    @FXML
    private CannotWork cannotWork;

    @FXML
    private SplitOrStack body;

    @FXML
    private ListView<RuleRow> list;

    @FXML
    private EmptyState empty;

    @FXML
    private LoadingVeil veil;

    private final Texts texts = Texts.of("rules");
    private final RulesViewModel model;
    private final MatrixViewModel matrix;
    private final Navigator navigator;
    private final Parent root;
    private final RulePages pages;
    private final RuleEditorView editor;
    private final ReplayView replay;
    private final VersionsView versions;
    private final RuleAutosave autosave;
    private final List<Action> actions;
    private final ObservableValue<Boolean> unsaved;

    public RulesView(RulesContext context, Navigator navigator) {
        this.model = new RulesViewModel(context);
        this.matrix = new MatrixViewModel(context, model);
        this.navigator = navigator;
        this.unsaved =
                Bindings.createBooleanBinding(model::isUnsaved, model.saving().stateProperty());
        this.root = Views.load(this);
        this.pages = new RulePages(root);
        this.editor = new RuleEditorView(model);
        this.replay = new ReplayView(
                new ReplayViewModel(context, model::program),
                model.versions(),
                navigator,
                () -> pages.back(replayButton));
        this.versions = new VersionsView(context, model, this::leaveVersions);
        this.actions = makeActions();
        new RuleList(list, model).prepare();
        prepareSide();
        prepareMatrix();
        prepareState();
        this.autosave = new RuleAutosave(model, root);
    }

    @Override
    public String id() {
        return Destination.RULES;
    }

    @Override
    public String title() {
        return texts.get("rules.title");
    }

    @Override
    public Parent root() {
        return pages.root();
    }

    @Override
    public void shown() {
        model.load();
    }

    @Override
    public void opened(String objectId) {
        model.selectedProperty().set(objectId);
    }

    @Override
    public List<Action> actions() {
        return actions;
    }

    @Override
    public Optional<History<?>> history() {
        return Optional.of(model.history());
    }

    RulesViewModel model() {
        return model;
    }

    private List<Action> makeActions() {
        ObservableValue<String> noSegment =
                Bindings.createStringBinding(this::whyNoRule, model.basisProperty(), model.loadedProperty());
        Action add = action("rules.add", this::add).withKey("Shortcut+N").disabledBy(noSegment);
        Action duplicate = onSelected("rules.duplicate", model::duplicate).withKey("Shortcut+D");
        Action delete = onSelected("rules.delete", model::delete).withKey("Shortcut+Delete");
        Action up = onSelected("rules.up", () -> model.moveBy(-1)).withKey("Alt+Up");
        Action down = onSelected("rules.down", () -> model.moveBy(1)).withKey("Alt+Down");
        Action toggle = onSelected("rules.toggle", model::togglePaused).withKey("Alt+P");
        Action history = action("rules.history", this::versions).withKey("Shortcut+H");
        history.attachTo(versionsButton);
        versionsButton.setText(texts.get("rules.history.button"));
        Action policy = action("rules.policy", policyButton::fire).withKey("Shortcut+L");
        Action both = action("rules.matrix", matrixButton::fire).withKey("Shortcut+M");
        Action preview = action("rules.preview", () -> navigator.open(Destination.of(Destination.PREVIEW)))
                .withKey("Shortcut+Enter");
        Action replayed = action("rules.replay", this::replay).withKey("Shortcut+R");
        replayed.attachTo(replayButton);
        replayButton.setText(texts.get("rules.replay.button"));
        add.attachTo(addButton);
        duplicate.attachTo(duplicateButton);
        delete.attachTo(deleteButton);
        add.attachTo(empty.primaryButton());
        empty.secondaryButton().setOnAction(event -> navigator.open(Destination.of(Destination.SEGMENTS)));
        return List.of(add, duplicate, delete, up, down, toggle, history, policy, both, replayed, preview);
    }

    /// Once what is edited is saved.
    private void versions() {
        autosave.settle(() -> {
            pages.open(versions.root());
            versions.shown();
        });
    }

    private void leaveVersions() {
        pages.back(versionsButton);
        model.load();
    }

    private void replay() {
        pages.open(replay.root());
        replay.shown();
    }

    private String whyNoRule() {
        if (!model.loadedProperty().get()) {
            return texts.get("rules.task.load");
        }
        return model.basis().segments().isEmpty() ? texts.get("rules.add.none") : "";
    }

    private Action action(String id, Runnable work) {
        return Action.of(id, texts.get(id), work);
    }

    private Action onSelected(String id, Runnable work) {
        StringBinding reason = Bindings.createStringBinding(
                () -> model.selectedProperty().get().isEmpty() ? texts.get("rules.none-selected") : "",
                model.selectedProperty());
        return action(id, work).disabledBy(reason);
    }

    private void add() {
        model.add();
        matrixButton.setSelected(false);
        policyButton.setSelected(false);
        editor.focusName();
    }

    @Override
    public ObservableValue<Boolean> unsaved() {
        return unsaved;
    }

    @Override
    public void settle(Runnable then) {
        autosave.settle(then);
    }

    @Override
    public List<String> unkept() {
        return autosave.unkept();
    }

    private void prepareSide() {
        body.getPanes().add(editor.root());
        Parent policy = new RulePolicyView(model).root();
        policyButton.selectedProperty().addListener((observed, before, now) -> side(now, policy));
    }

    /// The policy or the selected rule.
    private void side(boolean shown, Parent pane) {
        if (shown) {
            matrixButton.setSelected(false);
        }
        body.getPanes().set(1, shown ? pane : editor.root());
    }

    /// In place of list and editor; what is opened or history asked for leads back to them.
    private void prepareMatrix() {
        matrixPlace.getChildren().setAll(new MatrixView(matrix, navigator, this::edit).root());
        matrix.openProperty().bind(matrixButton.selectedProperty());
        matrixPlace.visibleProperty().bind(matrixButton.selectedProperty());
        matrixPlace.managedProperty().bind(matrixPlace.visibleProperty());
        matrixButton.selectedProperty().addListener((observed, before, now) -> {
            if (now) {
                policyButton.setSelected(false);
            }
        });
    }

    private void edit(RuleId rule) {
        matrixButton.setSelected(false);
        model.selectedProperty().set(rule.value());
    }

    private void prepareState() {
        state.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> StateWords.of(model, texts),
                        model.saving().stateProperty(),
                        model.history().valueProperty(),
                        model.tests().results()));
        model.problems()
                .addListener((ListChangeListener<Problem>) change -> messages.show(List.copyOf(model.problems())));
        cannotWork.follow(model.rows(), model.saving().stateProperty(), model::isUnsaved, this::edit);
        veil.loadingProperty().bind(model.loadedProperty().not());
        var nothing = Bindings.isEmpty(model.rows())
                .and(model.loadedProperty())
                .and(policyButton.selectedProperty().not())
                .and(matrixButton.selectedProperty().not());
        empty.visibleProperty().bind(nothing);
        body.visibleProperty()
                .bind(nothing.not().and(matrixButton.selectedProperty().not()));
        body.managedProperty().bind(body.visibleProperty());
        empty.visibleProperty().addListener((observed, before, now) -> onePrimary());
        onePrimary();
    }

    /// One accent a screen: the empty state has its own.
    private void onePrimary() {
        addButton.getStyleClass().remove("accent");
        if (!empty.isVisible()) {
            addButton.getStyleClass().add("accent");
        }
    }
}
