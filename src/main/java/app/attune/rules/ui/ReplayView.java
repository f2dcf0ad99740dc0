package app.attune.rules.ui;

import app.attune.core.chart.TimeSeriesChart;
import app.attune.rules.RuleSet;
import app.attune.rules.replay.Occasion;
import app.attune.rules.replay.ReplayChart;
import app.attune.rules.replay.ReplayComparison;
import app.attune.rules.replay.ReplayReport;
import app.attune.rules.replay.ReplaySentences;
import app.attune.rules.replay.ReplayedRule;
import app.attune.rules.ui.ReplayViewModel.Found;
import app.attune.rules.ui.ReplayViewModel.Request;
import app.attune.rules.ui.ReplayViewModel.Wish;
import app.attune.ui.Destination;
import app.attune.ui.InWords;
import app.attune.ui.Keys;
import app.attune.ui.LetterColumns;
import app.attune.ui.LoadingVeil;
import app.attune.ui.MessageBar;
import app.attune.ui.Navigator;
import app.attune.ui.Numbers;
import app.attune.ui.Presence;
import app.attune.ui.Reveal;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import app.attune.ui.WholeTable;
import app.attune.ui.chart.ChartView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Replays the rules over a stored period: how often each would have fired, and who would have seen something else.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class ReplayView {
    private static final double USER = 9;
    private static final double TIME = 12;
    private static final double WHAT = 20;
    private static final double EDGE = 1.2;
    private static final int EXAMPLES = 20;

    /// A rule after and before.
    record Row(ReplayedRule rule, Optional<ReplayedRule> before, ReplayReport report) {}

    @FXML
    private Button backToRules;

    @FXML
    private TextField from;

    @FXML
    private TextField to;

    @FXML
    private ComboBox<Occasion> occasion;

    @FXML
    private ComboBox<Optional<RuleSet>> against;

    @FXML
    private RequestFields request;

    @FXML
    private RequestColumnFields requestColumns;

    @FXML
    private Button start;

    @FXML
    private MessageBar replayMessages;

    @FXML
    private ScrollPane replayFound;

    @FXML
    private Label replaySentence;

    @FXML
    private Label replayDifference;

    @FXML
    private WholeTable<Row> replayRules;

    @FXML
    private Label replayRule;

    @FXML
    private ChartView replayChart;

    @FXML
    private VBox replayExamples;

    @FXML
    private WholeTable<ReplayComparison.Example> replayUsers;

    @FXML
    private Button openUser;

    @FXML
    private LoadingVeil replayVeil;

    private final Texts texts = Texts.of("rules");
    private final ObservableList<RuleSet> versions;
    private final Navigator navigator;
    private final Parent root;
    private final Runnable reading;
    private Optional<TimeSeriesChart> chart = Optional.empty();

    /// @param versions every version, newest first
    /// @param back     leads to the rules
    ReplayView(ReplayViewModel model, ObservableList<RuleSet> versions, Navigator navigator, Runnable back) {
        this.versions = versions;
        this.navigator = navigator;
        this.root = Views.load(this);
        backToRules.setOnAction(event -> back.run());
        start.setOnAction(event -> model.replay(wish()));
        openUser.setOnAction(event -> openUser());
        this.reading = model::findColumns;
        model.columns().addListener((ListChangeListener<String>) change -> requestColumns.offer(model.columns()));
        replayVeil.loadingProperty().bind(model.busyProperty());
        model.problems().addListener((ListChangeListener<Object>) change -> replayMessages.show(model.problems()));
        model.foundProperty().addListener((observed, before, now) -> show(now));
        replayRules.getSelectionModel().selectedItemProperty().addListener((observed, before, now) -> say(now));
        fillChoices();
        show(Optional.empty());
        Keys.on(root, KeyCode.ESCAPE, back);
        Keys.on(replayUsers, KeyCode.ENTER, this::openUser);
        replayUsers.setOnMouseClicked(event -> {
            if (event.getClickCount() > 1) {
                openUser();
            }
        });
    }

    Parent root() {
        return root;
    }

    /// The first field has the keyboard.
    void shown() {
        fillVersions();
        reading.run();
        from.requestFocus();
    }

    private void fillChoices() {
        occasion.setConverter(InWords.of(one -> texts.get("replay.at." + one)));
        occasion.getItems().setAll(Occasion.SESSION, Occasion.DAY, Occasion.EVENT);
        occasion.setValue(Occasion.SESSION);
        against.setConverter(InWords.of(one -> one.map(this::words).orElse(texts.get("replay.against.none"))));
        versions.addListener((ListChangeListener<Object>) change -> fillVersions());
        fillVersions();
    }

    private void fillVersions() {
        Optional<RuleSet> chosen = Optional.ofNullable(against.getValue()).flatMap(one -> one);
        List<Optional<RuleSet>> all = Stream.concat(
                        Stream.of(Optional.<RuleSet>empty()), versions.stream().map(Optional::of))
                .toList();
        against.getItems().setAll(all);
        against.setValue(all.contains(chosen) ? chosen : Optional.empty());
    }

    private String words(RuleSet version) {
        return texts.get("replay.against.version", String.valueOf(version.version()), Numbers.date(version.savedAt()));
    }

    private Request request() {
        return new Request(request.context(), requestColumns.columns());
    }

    private Wish wish() {
        return new Wish(from.getText(), to.getText(), occasion.getValue(), against.getValue(), request());
    }

    private void show(Optional<Found> found) {
        Presence.when(found.isPresent()).of(replayFound);
        Optional<ReplayComparison> comparison = found.flatMap(Found::comparison);
        boolean differs = comparison.filter(one -> one.decisions() > 0).isPresent();
        Presence.when(comparison.isPresent()).of(replayDifference);
        Presence.when(differs).of(replayExamples);
        found.ifPresent(one -> show(one.report(), comparison));
        comparison.ifPresent(one -> replayDifference.setText(String.join("\n", ReplaySentences.difference(one))));
        replayUsers.getColumns().clear();
        replayUsers.getItems().clear();
        if (differs) {
            found.ifPresent(this::showExamples);
        }
        found.ifPresent(any -> Reveal.of(replayFound));
    }

    private void show(ReplayReport report, Optional<ReplayComparison> comparison) {
        replaySentence.setText(ReplaySentences.whole(report)
                + ReplaySentences.offers(report).map(offers -> " " + offers).orElse(""));
        boolean capping = report.rules().stream().anyMatch(ReplayedRule::hasCap);
        ReplayColumns.fill(replayRules, replaySentence, comparison.isPresent(), capping);
        replayRules
                .getItems()
                .setAll(report.rules().stream()
                        .map(rule -> new Row(rule, comparison.flatMap(one -> before(one, rule)), report))
                        .toList());
        replayRules.getSelectionModel().selectFirst();
        chart = Optional.of(comparison
                .filter(one -> one.decisions() > 0)
                .map(ReplayChart::differences)
                .orElseGet(() -> ReplayChart.firings(report)));
        say(replayRules.getSelectionModel().getSelectedItem());
        replayRules.requestFocus();
    }

    private static Optional<ReplayedRule> before(ReplayComparison comparison, ReplayedRule rule) {
        return comparison.before().rules().stream()
                .filter(one -> one.rule().equals(rule.rule()))
                .findFirst();
    }

    /// Of a rule with a cap its own chart, else that of all.
    private void draw(Optional<Row> row) {
        row.filter(one -> one.rule().hasCap())
                .map(one -> ReplayChart.caps(one.report(), one.rule()))
                .or(() -> chart)
                .ifPresent(replayChart::show);
    }

    private void say(@Nullable Row row) {
        draw(Optional.ofNullable(row));
        replayRule.setText(
                row == null ? "" : row.rule().name() + ": " + ReplaySentences.of(row.rule(), row.report()) + ".");
    }

    private void showExamples(Found found) {
        LetterColumns<ReplayComparison.Example> columns = new LetterColumns<>(replayUsers, replaySentence);
        columns.text(texts.get("replay.column.user"), USER, one -> one.user().value());
        columns.text(texts.get("replay.column.when"), TIME, one -> Numbers.dateTime(one.at()));
        columns.fill(
                columns.text(
                        texts.get("replay.column.what"),
                        WHAT,
                        one -> String.join("; ", found.words().differences(one.before(), one.after()))),
                WHAT,
                USER + TIME + EDGE);
        replayUsers
                .getItems()
                .setAll(found.comparison().stream()
                        .flatMap(one -> one.examples().stream())
                        .limit(EXAMPLES)
                        .toList());
        replayUsers.getSelectionModel().selectFirst();
    }

    private void openUser() {
        Optional.ofNullable(replayUsers.getSelectionModel().getSelectedItem())
                .ifPresent(one -> navigator.open(
                        Destination.of(Destination.PREVIEW, one.user().value())));
    }
}
