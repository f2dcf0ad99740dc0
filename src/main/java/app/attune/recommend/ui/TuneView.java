package app.attune.recommend.ui;

import app.attune.recommend.Algorithm;
import app.attune.recommend.Criterion;
import app.attune.recommend.tune.Search;
import app.attune.recommend.tune.SearchCharts;
import app.attune.recommend.tune.Strategy;
import app.attune.recommend.tune.Trial;
import app.attune.stats.Interval;
import app.attune.ui.Dialogs;
import app.attune.ui.InWords;
import app.attune.ui.LetterColumns;
import app.attune.ui.MessageBar;
import app.attune.ui.Numbers;
import app.attune.ui.Presence;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import app.attune.ui.chart.ChartView;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Searches for good settings and shows every trial.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class TuneView {
    private static final double NUMBER = 4.2;
    private static final double SCORE = 12.5;
    private static final double SHARE = 6.5;
    private static final double SECONDS = 6;
    private static final double SETTINGS = 24;
    private static final double EDGE = 1.2;
    private static final Duration PERIOD = Duration.millis(250);

    @FXML
    private Button tuneBack;

    @FXML
    private ComboBox<Algorithm> tuneAlgorithm;

    @FXML
    private ComboBox<Strategy> tuneStrategy;

    @FXML
    private ComboBox<Criterion> tuneBy;

    @FXML
    private TextField tuneTrials;

    @FXML
    private TextField tuneMinutes;

    @FXML
    private Button tuneStart;

    @FXML
    private Button tuneResume;

    @FXML
    private Label tuneHint;

    @FXML
    private Label tuneProblem;

    @FXML
    private MessageBar tuneMessages;

    @FXML
    private VBox tuneRunning;

    @FXML
    private ProgressBar tuneBar;

    @FXML
    private Label tuneStep;

    @FXML
    private Button tuneStop;

    @FXML
    private Label tuneNone;

    @FXML
    private VBox tuneFound;

    @FXML
    private Label tuneGround;

    @FXML
    private VBox tuneResult;

    @FXML
    private Button tuneUse;

    @FXML
    private TableView<Trial> tuneTable;

    @FXML
    private ChartView tuneRun;

    @FXML
    private ChartView tuneImportance;

    @FXML
    private Label tuneFew;

    private final TuneViewModel model;
    private final Texts texts;
    private final Parent root;
    private final Timeline timer = new Timeline();

    TuneView(TuneViewModel model, Dialogs dialogs, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.root = Views.load(this);
        tuneRun.useDialogs(dialogs);
        tuneImportance.useDialogs(dialogs);
        bindWish();
        columns();
        followRunning();
        model.problems().addListener((ListChangeListener<Object>) change -> tuneMessages.show(model.problems()));
        model.searchProperty().addListener((observed, before, now) -> show(now));
        show(model.searchProperty().get());
    }

    Parent root() {
        return root;
    }

    void attach(TuneActions actions) {
        actions.start().attachTo(tuneStart);
        actions.resume().attachTo(tuneResume);
        actions.stop().attachTo(tuneStop);
        actions.use().attachTo(tuneUse);
        actions.close().attachTo(tuneBack);
    }

    void focus() {
        tuneAlgorithm.requestFocus();
    }

    private void bindWish() {
        tuneAlgorithm.getItems().setAll(Algorithm.values());
        tuneAlgorithm.setConverter(InWords.of(Algorithm::title));
        tuneAlgorithm.valueProperty().bindBidirectional(model.algorithmProperty());
        tuneStrategy.getItems().setAll(Strategy.TPE, Strategy.RANDOM, Strategy.HALVING);
        tuneStrategy.setConverter(InWords.of(one -> texts.get("tune.strategy." + one.name())));
        tuneStrategy.valueProperty().bindBidirectional(model.strategyProperty());
        tuneBy.getItems().setAll(Criterion.values());
        tuneBy.setConverter(InWords.of(Criterion::title));
        tuneBy.valueProperty().bindBidirectional(model.criterionProperty());
        tuneTrials.textProperty().bindBidirectional(model.trialsProperty());
        tuneMinutes.textProperty().bindBidirectional(model.minutesProperty());
        model.problemProperty().addListener((observed, before, now) -> showProblem(now));
        showProblem(model.problemProperty().get());
        tuneStrategy.valueProperty().addListener((observed, before, now) -> showHint());
        tuneTrials.textProperty().addListener((observed, before, now) -> showHint());
        showHint();
    }

    private void showHint() {
        int trials = (int) TypeWeight.number(tuneTrials.getText()).orElse(1);
        tuneHint.setText(TuneSentences.hint(texts, tuneStrategy.getValue(), trials));
    }

    private void showProblem(String words) {
        tuneProblem.setText(words);
        Presence.when(!words.isEmpty()).of(tuneProblem);
    }

    private void columns() {
        LetterColumns<Trial> columns = new LetterColumns<>(tuneTable, tuneHint);
        columns.number(texts.get("tune.column.trial"), NUMBER, one -> Numbers.count(one.number()), one -> one.number());
        var score = columns.number(
                texts.get("tune.column.score"), SCORE, one -> TuneSentences.words(one.score()), TuneView::estimate);
        score.setSortType(TableColumn.SortType.DESCENDING);
        tuneTable.getSortOrder().add(score);
        columns.number(texts.get("tune.column.share"), SHARE, one -> Numbers.percent(one.share()), Trial::share);
        columns.number(
                texts.get("tune.column.seconds"), SECONDS, one -> BoardTable.seconds(one.seconds()), Trial::seconds);
        columns.fill(
                columns.lines(texts.get("tune.column.settings"), SETTINGS, this::settings),
                SETTINGS,
                NUMBER + SCORE + SHARE + SECONDS + EDGE);
        tuneTable
                .getSelectionModel()
                .selectedItemProperty()
                .addListener((observed, before, now) -> model.chosenProperty().set(Optional.ofNullable(now)));
    }

    private static double estimate(Trial trial) {
        return trial.score().map(Interval::estimate).orElse(Double.NEGATIVE_INFINITY);
    }

    private String settings(Trial trial) {
        String values = trial.options().values().entrySet().stream()
                .map(entry -> SettingWords.value(texts, entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
        return trial.outcome() instanceof Trial.Failed failed
                ? texts.get("tune.failed.row", failed.reason(), values)
                : values;
    }

    private void followRunning() {
        timer.getKeyFrames().setAll(new KeyFrame(PERIOD, event -> model.refresh()));
        timer.setCycleCount(Animation.INDEFINITE);
        TrainingPane pane = new TrainingPane(tuneBar, tuneStep, texts);
        model.runningProperty().addListener((observed, before, now) -> {
            pane.follow(now);
            Presence.when(now.isPresent()).of(tuneRunning);
            if (now.isPresent()) {
                timer.play();
                tuneStop.requestFocus();
            } else {
                timer.stop();
            }
        });
        Presence.AWAY.of(tuneRunning);
    }

    private void show(Optional<Search> search) {
        Presence.when(search.isPresent()).of(tuneFound);
        Presence.when(search.isEmpty()).of(tuneNone);
        search.ifPresent(this::show);
    }

    private void show(Search search) {
        TuneSentences sentences = new TuneSentences(search, texts);
        tuneGround.setText(sentences.ground());
        tuneResult
                .getChildren()
                .setAll(sentences.result().stream().map(CardPane::wrapped).toList());
        tuneTable.getItems().setAll(search.trials());
        tuneTable.sort();
        var run = SearchCharts.run(search);
        run.ifPresent(tuneRun::show);
        var importance = SearchCharts.importance(search, name -> texts.get("setting." + name));
        importance.ifPresent(tuneImportance::show);
        Presence.when(run.isPresent()).of(tuneRun);
        Presence.when(importance.isPresent()).of(tuneImportance);
        tuneFew.setText(sentences.noImportance());
        Presence.when(importance.isEmpty()).of(tuneFew);
    }
}
