package app.attune.recommend.ui;

import app.attune.recommend.RecommenderNames;
import app.attune.recommend.SplitFacts;
import app.attune.recommend.SplitOutline;
import app.attune.recommend.SplitWords;
import app.attune.ui.Action;
import app.attune.ui.Dialogs;
import app.attune.ui.InWords;
import app.attune.ui.Numbers;
import app.attune.ui.Reveal;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import app.attune.ui.chart.ChartView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/// A saved model's settings measured in another way, in a pane that is opened when it is wanted.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class MeasuringView {
    @FXML
    private TitledPane measuring;

    @FXML
    private Label measuringOf;

    @FXML
    private ComboBox<MeasuringViewModel.Way> way;

    @FXML
    private VBox periodsBox;

    @FXML
    private TextField periods;

    @FXML
    private VBox fileBox;

    @FXML
    private Button fileButton;

    @FXML
    private Label fileName;

    @FXML
    private TextField core;

    @FXML
    private Button measureButton;

    @FXML
    private Label wayAbout;

    @FXML
    private VBox outlineBox;

    @FXML
    private Label outlineFrom;

    @FXML
    private Label outlineTo;

    @FXML
    private Label outlineSentence;

    @FXML
    private Label measuringProblem;

    @FXML
    private VBox measured;

    @FXML
    private Label measuredTitle;

    @FXML
    private VBox measuredSentences;

    @FXML
    private TableView<List<String>> measuredRows;

    @FXML
    private Label measuredNote;

    @FXML
    private ChartView measuredChart;

    private final MeasuringViewModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Parent root;
    private final OutlineTimeline timeline = new OutlineTimeline();
    private final Action open;
    private final Action measure;

    MeasuringView(MeasuringViewModel model, Texts texts, Dialogs dialogs) {
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
        this.root = Views.load(this);
        measuredChart.useDialogs(dialogs);
        timeline.setAccessibleText(texts.get("form.timeline"));
        outlineBox.getChildren().add(timeline);
        measuring.expandedProperty().addListener((observed, before, now) -> model.setOpen(now));
        var busy = Bindings.when(model.busyProperty())
                .then(texts.get("measuring.busy"))
                .otherwise(model.obstacleProperty());
        this.open = Action.of("models.measure-otherwise", texts.get("measuring.title"), this::open)
                .withKey("Shortcut+M");
        this.measure = Action.of("models.measure", texts.get("action.measure"), model::measure)
                .withKey("Shortcut+Shift+Enter")
                .disabledBy(busy);
        measure.attachTo(measureButton);
        bindChoice();
        bindShown();
    }

    Parent root() {
        return root;
    }

    List<Action> actions() {
        return List.of(open, measure);
    }

    /// Opens the pane and puts the cursor where it begins.
    private void open() {
        measuring.setExpanded(true);
        Reveal.of(measuring);
        way.requestFocus();
    }

    private void bindChoice() {
        way.setConverter(InWords.of(one -> texts.get("measuring.way." + one.name())));
        way.getItems().setAll(MeasuringViewModel.Way.values());
        way.valueProperty().bindBidirectional(model.wayProperty());
        periods.textProperty().bindBidirectional(model.periodsProperty());
        core.textProperty().bindBidirectional(model.coreProperty());
        fileButton.setOnAction(event -> chooseFile());
        fileName.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.fileProperty().get().map(Path::toString).orElse(texts.get("measuring.file.none")),
                        model.fileProperty()));
        Views.showWhile(periodsBox, Bindings.createBooleanBinding(() -> chosen().hasPeriods(), model.wayProperty()));
        Views.showWhile(fileBox, model.wayProperty().isEqualTo(MeasuringViewModel.Way.OWN_FILE));
        wayAbout.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get("measuring.about." + chosen().name()), model.wayProperty()));
    }

    private MeasuringViewModel.Way chosen() {
        return model.wayProperty().get();
    }

    private void chooseFile() {
        dialogs.openFile(
                        texts.get("measuring.file"),
                        new Dialogs.FileKind(texts.get("measuring.file.kind"), List.of("*.csv")))
                .ifPresent(file -> model.fileProperty().set(Optional.of(file)));
    }

    private void bindShown() {
        measuringOf
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.cardProperty()
                                .get()
                                .map(card -> texts.get("measuring.of", RecommenderNames.of(card.id())))
                                .orElse(texts.get("action.reason.none")),
                        model.cardProperty()));
        var words = Bindings.when(Bindings.isEmpty(model.problemProperty()))
                .then(model.obstacleProperty())
                .otherwise(model.problemProperty());
        measuringProblem.textProperty().bind(words);
        Views.showWhile(measuringProblem, Bindings.isNotEmpty(measuringProblem.textProperty()));
        model.outlineProperty().addListener((observed, before, now) -> show(now));
        show(Optional.empty());
        measured.setVisible(false);
        measured.setManaged(false);
        model.resultProperty().addListener((observed, before, now) -> {
            measured.setVisible(now.isPresent());
            measured.setManaged(now.isPresent());
            now.ifPresent(this::show);
        });
    }

    private void show(Optional<SplitOutline> outline) {
        timeline.show(outline);
        outlineFrom.setText(
                outline.map(some -> Numbers.date(some.span().from())).orElse(""));
        outlineTo.setText(outline.map(some -> Numbers.date(some.span().to().minusMillis(1)))
                .orElse(""));
        outlineSentence.setText(outline.map(this::sentence).orElse(""));
    }

    private String sentence(SplitOutline outline) {
        SplitFacts facts = outline.facts();
        List<String> sentences = new ArrayList<>();
        sentences.add(texts.get(
                outline.cuts().size() > 1 ? "measuring.outline.last" : "measuring.outline",
                Numbers.count(facts.trainEvents()),
                Numbers.count(facts.testUsers())));
        sentences.add(texts.get("measuring.leakage", SplitWords.leakage(facts)));
        sentences.addAll(SplitWords.core(facts));
        return String.join(" ", sentences);
    }

    private void show(MeasuringViewModel.Result result) {
        MeasuredTable table = MeasuredTable.of(result, texts);
        measuredTitle.setText(texts.get("measuring.result", RecommenderNames.of(result.model())));
        measuredSentences
                .getChildren()
                .setAll(table.sentences().stream().map(CardPane::wrapped).toList());
        table.fill(measuredRows, measuringOf);
        measuredNote.setText(table.note());
        measuredChart.show(table.chart());
    }
}
