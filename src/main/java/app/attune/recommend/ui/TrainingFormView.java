package app.attune.recommend.ui;

import app.attune.core.Problem;
import app.attune.recommend.Algorithm;
import app.attune.recommend.Repeats;
import app.attune.recommend.SplitPreview;
import app.attune.ui.Action;
import app.attune.ui.InWords;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// The form that says what to train.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class TrainingFormView {
    private static final int WEIGHT_COLUMNS = 5;

    @FXML
    private ComboBox<Algorithm> algorithm;

    @FXML
    private Label algorithmHint;

    @FXML
    private VBox settings;

    @FXML
    private GridPane types;

    @FXML
    private ComboBox<Repeats> repeats;

    @FXML
    private TextField halfLife;

    @FXML
    private Label splitTitle;

    @FXML
    private Slider split;

    @FXML
    private VBox timelineBox;

    @FXML
    private Label timelineFrom;

    @FXML
    private Label timelineTo;

    @FXML
    private Label splitSentence;

    @FXML
    private Label problem;

    @FXML
    private Button startButton;

    @FXML
    private Button closeButton;

    private final Texts texts;
    private final TrainingFormModel model;
    private final SplitTimeline timeline = new SplitTimeline();
    private final Parent root;

    TrainingFormView(TrainingFormModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.root = Views.load(this);
        bindOptions();
        bindSplit();
        problem.textProperty().bind(model.problemProperty());
        showWhile(problem, Bindings.isNotEmpty(model.problemProperty()));
        model.types().addListener((ListChangeListener<TypeWeight>) change -> showTypes());
        showTypes();
    }

    Parent root() {
        return root;
    }

    void attach(Action start, Action close) {
        start.attachTo(startButton);
        close.attachTo(closeButton);
    }

    /// Puts the cursor where the form begins.
    void focus() {
        algorithm.requestFocus();
    }

    private void bindOptions() {
        fill(algorithm, Algorithm.values(), value -> texts.get("form.algorithm." + value.name()));
        algorithm.valueProperty().bindBidirectional(model.algorithmProperty());
        fill(repeats, Repeats.values(), value -> texts.get("repeats." + value.name()));
        repeats.valueProperty().bindBidirectional(model.repeatsProperty());
        halfLife.textProperty().bindBidirectional(model.halfLifeProperty());
        model.algorithmProperty().addListener((observed, before, now) -> showSettings());
        showSettings();
    }

    private void showSettings() {
        Algorithm chosen = model.algorithmProperty().get();
        String about = SettingWords.about(texts, chosen);
        algorithmHint.setText(about);
        algorithmHint.setVisible(!about.isEmpty());
        algorithmHint.setManaged(!about.isEmpty());
        settings.getChildren()
                .setAll(chosen.settings().stream()
                        .map(setting -> new SettingField(chosen, setting, model.valueProperty(chosen, setting), texts))
                        .toList());
    }

    private void bindSplit() {
        split.valueProperty().bindBidirectional(model.trainPercentProperty());
        splitTitle
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get(
                                "form.split", model.trainPercentProperty().get()),
                        model.trainPercentProperty()));
        timeline.setAccessibleText(texts.get("form.timeline"));
        timelineBox.getChildren().add(timeline);
        model.previewProperty().addListener((observed, before, now) -> showSplit());
        model.previewProblemProperty().addListener((observed, before, now) -> showSplit());
        showSplit();
    }

    private void showSplit() {
        Optional<SplitPreview> preview = model.previewProperty().get();
        timeline.show(preview);
        timelineFrom.setText(
                preview.map(some -> Numbers.date(some.span().from())).orElse(""));
        timelineTo.setText(preview.map(some -> Numbers.date(some.span().to().minusMillis(1)))
                .orElse(""));
        splitSentence.setText(preview.map(this::sentence)
                .orElseGet(() -> model.previewProblemProperty()
                        .get()
                        .map(Problem::message)
                        .orElse(texts.get("form.split.counting"))));
    }

    private String sentence(SplitPreview preview) {
        var facts = preview.facts();
        String leakage = facts.leakage().passes()
                ? texts.get("form.split.safe")
                : texts.get("form.split.leaks", Numbers.count(facts.leakage().trainAfterSplit()));
        return texts.get(
                "form.split.sentence",
                Numbers.count(facts.trainEvents()),
                Numbers.dateTime(facts.leakage().lastTrain()),
                Numbers.count(facts.testUsers()),
                Numbers.dateTime(facts.leakage().firstTest()),
                leakage);
    }

    private void showTypes() {
        types.getChildren().clear();
        int row = 0;
        for (TypeWeight type : model.types()) {
            CheckBox counted = new CheckBox(type.type());
            counted.setMinWidth(CheckBox.USE_PREF_SIZE);
            counted.setId("type-" + type.type());
            counted.selectedProperty().bindBidirectional(type.countedProperty());
            TextField weight = new TextField();
            weight.setId("weight-" + type.type());
            weight.setPrefColumnCount(WEIGHT_COLUMNS);
            weight.setAccessibleText(texts.get("form.types.weight", type.type()));
            weight.textProperty().bindBidirectional(type.weightProperty());
            weight.disableProperty().bind(type.countedProperty().not());
            Label events = new Label(texts.get(
                    type.takenBack() > 0 ? "form.types.events.back" : "form.types.events",
                    Numbers.count(type.events()),
                    Numbers.count(type.takenBack())));
            events.getStyleClass().add("caption");
            events.setMinWidth(Label.USE_PREF_SIZE);
            types.addRow(row++, counted, weight, events);
        }
    }

    private static <T> void fill(ComboBox<T> combo, T[] values, Function<T, String> words) {
        combo.getItems().setAll(values);
        combo.setConverter(InWords.of(words));
    }

    private static void showWhile(
            javafx.scene.Node node, javafx.beans.value.ObservableValue<? extends Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
    }
}
