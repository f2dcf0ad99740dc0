package app.attune.recommend.ui;

import app.attune.recommend.ComparisonChart;
import app.attune.recommend.Leaderboard;
import app.attune.recommend.ModelCard;
import app.attune.recommend.ModelId;
import app.attune.ui.Action;
import app.attune.ui.Destination;
import app.attune.ui.EmptyState;
import app.attune.ui.LoadingVeil;
import app.attune.ui.MessageBar;
import app.attune.ui.Numbers;
import app.attune.ui.Screen;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import app.attune.ui.chart.ChartView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The models: train one, see how it compares, read its card.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
public final class ModelsView implements Screen {
    @FXML
    private Label summary;

    @FXML
    private Button trainButton;

    @FXML
    private Button tuneButton;

    @FXML
    private MessageBar messages;

    @FXML
    private VBox trainingBox;

    @FXML
    private ProgressBar trainingBar;

    @FXML
    private Label trainingStep;

    @FXML
    private Button cancelButton;

    @FXML
    private StackPane formBox;

    @FXML
    private EmptyState noEvents;

    @FXML
    private EmptyState noModel;

    @FXML
    private VBox results;

    @FXML
    private VBox verdict;

    @FXML
    private TableView<BoardRow> board;

    @FXML
    private TableView<BoardRow> beyond;

    @FXML
    private VBox groupsBox;

    @FXML
    private FlowPane elsewhere;

    @FXML
    private ChartView chart;

    @FXML
    private ChartView tradeOff;

    @FXML
    private VBox cardBox;

    @FXML
    private Label cardTitle;

    @FXML
    private GridPane cardLines;

    @FXML
    private Button previewButton;

    @FXML
    private Button onnxButton;

    @FXML
    private Button deleteButton;

    @FXML
    private Button championButton;

    @FXML
    private Button refitButton;

    @FXML
    private LoadingVeil veil;

    private final Texts texts = Texts.of("recommend");
    private final ModelsContext context;
    private final ModelsViewModel model;
    private final TrainingFormView form;
    private final MeasuringView measuring;
    private final Parent root;
    private final CardPane card;
    private final ModelActions actions;
    private final TunePage tune;
    private final RegistryActions registry;
    private boolean filling;

    public ModelsView(ModelsContext context) {
        this.context = context;
        this.model = new ModelsViewModel(context, texts);
        this.root = Views.load(this);
        this.form = new TrainingFormView(model.form(), texts);
        this.measuring = new MeasuringView(model.measuring(), texts, context.dialogs());
        this.card = new CardPane(cardBox, cardTitle, cardLines, texts);
        this.actions = makeActions();
        this.tune = new TunePage(model, context, (StackPane) root, this::openForm);
        tune.actions().open().attachTo(tuneButton);
        this.registry = RegistryActions.of(model, context.dialogs(), texts);
        registry.attachTo(championButton, refitButton);
        formBox.getChildren().add(form.root());
        RerankView rerank = new RerankView(model.rerank(), model::card, texts, context.dialogs());
        groupsBox.getChildren().addAll(new GroupsView(model.groups(), texts).root(), measuring.root(), rerank.root());
        chart.useDialogs(context.dialogs());
        tradeOff.useDialogs(context.dialogs());
        prepareStages();
        prepareBoard();
        prepareMessages();
    }

    @Override
    public String id() {
        return Destination.MODELS;
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
    public void opened(String objectId) {
        model.selectedProperty().set(Optional.of(ModelId.of(objectId)));
    }

    @Override
    public List<Action> actions() {
        return Stream.of(actions.all(), measuring.actions(), tune.actions().all(), registry.all())
                .flatMap(List::stream)
                .toList();
    }

    ModelsViewModel model() {
        return model;
    }

    TunePage tune() {
        return tune;
    }

    private ModelActions makeActions() {
        CardSteps ofCard = new CardSteps(context, model, texts);
        ModelActions made = ModelActions.of(
                model, new ModelActions.Steps(this::openForm, ofCard, () -> go(Destination.PREVIEW)), texts);
        made.train().attachTo(trainButton);
        made.cancel().attachTo(cancelButton);
        made.onnx().attachTo(onnxButton);
        made.delete().attachTo(deleteButton);
        made.preview().attachTo(previewButton);
        form.attach(made.start(), made.close());
        noModel.primaryButton().setOnAction(event -> made.baseline().fire());
        noModel.secondaryButton().setOnAction(event -> made.train().fire());
        noEvents.primaryButton().setOnAction(event -> go(Destination.IMPORT));
        return made;
    }

    private void go(String screen) {
        context.navigator().open(Destination.of(screen));
    }

    private void openForm() {
        model.formOpenProperty().set(true);
        model.form().refreshPreview();
        form.focus();
    }

    private void prepareStages() {
        var stage = model.stageProperty();
        var idle = model.busyProperty().not();
        var noForm = model.formOpenProperty().not();
        Views.showWhile(noEvents, stage.isEqualTo(ModelsViewModel.Stage.NO_EVENTS));
        Views.showWhile(
                noModel,
                stage.isEqualTo(ModelsViewModel.Stage.NO_MODEL).and(idle).and(noForm));
        Views.showWhile(results, stage.isEqualTo(ModelsViewModel.Stage.MODELS));
        Views.showWhile(
                trainButton, stage.isEqualTo(ModelsViewModel.Stage.MODELS).and(noForm));
        Views.showWhile(tuneButton, trainButton.visibleProperty());
        Views.showWhile(formBox, model.formOpenProperty().and(idle));
        Views.showWhile(trainingBox, model.busyProperty());
        veil.loadingProperty()
                .bind(stage.isEqualTo(ModelsViewModel.Stage.LOADING).and(idle));
        TrainingPane training = new TrainingPane(trainingBar, trainingStep, texts);
        model.runningProperty().addListener((observed, before, now) -> {
            training.follow(now);
            now.ifPresent(running -> cancelButton.requestFocus());
        });
    }

    private void prepareBoard() {
        BoardTable.prepare(board, summary, texts);
        BeyondTable.prepare(beyond, summary, texts);
        board.getSelectionModel().selectedItemProperty().addListener((observed, before, now) -> {
            if (!filling && now != null && now.card().isPresent()) {
                model.selectedProperty().set(now.card().map(ModelCard::id));
            }
        });
        model.boardProperty().addListener((observed, before, now) -> now.ifPresent(this::show));
        model.selectedProperty().addListener((observed, before, now) -> showCard());
        model.championsProperty().addListener((observed, before, now) -> showCard());
    }

    private void prepareMessages() {
        model.problems().addListener((ListChangeListener<Object>) change -> messages.show(model.problems()));
        model.newsProperty().addListener((observed, before, now) -> {
            if (now.isEmpty()) {
                messages.clear();
            } else {
                messages.say(now);
            }
        });
    }

    private void show(Leaderboard leaderboard) {
        filling = true;
        board.getItems().setAll(BoardRow.of(leaderboard));
        beyond.getItems().setAll(board.getItems());
        filling = false;
        summary.setText(texts.get(
                "summary",
                leaderboard.models().size() + leaderboard.elsewhere().size(),
                Numbers.count(leaderboard.evaluation().users())));
        verdict.getChildren()
                .setAll(Verdict.sentences(leaderboard.evaluation(), texts).stream()
                        .map(CardPane::wrapped)
                        .toList());
        chart.show(ComparisonChart.of(leaderboard.evaluation()));
        TradeOffPane.show(tradeOff, leaderboard.evaluation());
        ElsewhereLinks.show(
                elsewhere, leaderboard, id -> model.selectedProperty().set(Optional.of(id)), texts);
        showCard();
    }

    private void showCard() {
        Optional<ModelCard> shown = model.card();
        card.show(shown, model.championsProperty().get());
        shown.map(ModelCard::id).ifPresent(this::select);
    }

    private void select(ModelId id) {
        for (BoardRow row : board.getItems()) {
            if (row.card().map(ModelCard::id).equals(Optional.of(id))) {
                board.getSelectionModel().select(row);
            }
        }
    }
}
