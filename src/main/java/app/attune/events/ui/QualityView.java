package app.attune.events.ui;

import app.attune.events.ColumnFilter;
import app.attune.events.quality.ColumnQuality;
import app.attune.events.quality.DailyVolume;
import app.attune.events.quality.ExpectationSet;
import app.attune.events.quality.Outcome;
import app.attune.events.quality.QualityReport;
import app.attune.ui.Action;
import app.attune.ui.LoadingVeil;
import app.attune.ui.MessageBar;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import app.attune.ui.chart.ChartView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;

/// The quality tab of the data screen: what is expected, how full the columns are, which days stand out, what came
/// late, and what each import did with its rows.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class QualityView {
    @FXML
    private Label headline;

    @FXML
    private MessageBar messages;

    @FXML
    private ToggleButton expectToggle;

    @FXML
    private ToggleButton columnsToggle;

    @FXML
    private ToggleButton volumeToggle;

    @FXML
    private FlowPane toggles;

    @FXML
    private StackPane pages;

    @FXML
    private ComboBox<ExpectationSet> versions;

    @FXML
    private Button restoreButton;

    @FXML
    private ScrollPane expectPage;

    @FXML
    private ScrollPane volumePage;

    @FXML
    private TableView<Outcome> outcomes;

    @FXML
    private Button rowsButton;

    @FXML
    private Button forgetButton;

    @FXML
    private ComboBox<ExpectationForm.Kind> kind;

    @FXML
    private ComboBox<String> column;

    @FXML
    private TextField value;

    @FXML
    private TextField name;

    @FXML
    private Button addButton;

    @FXML
    private TableView<ColumnQuality> columns;

    @FXML
    private ChartView volume;

    @FXML
    private TableView<DailyVolume.Day> days;

    @FXML
    private Button dayButton;

    @FXML
    private LoadingVeil veil;

    private final Texts texts = Texts.of("events");
    private final QualityViewModel model;
    private final Consumer<ColumnFilter> drill;
    private final ExpectationForm form;
    private final ExpectationHistory history;
    private final QualityPages shelf;
    private final LoadsView loads;
    private final RejectedView rejected;
    private final LatenessView lateness;
    private final List<Action> actions = new ArrayList<>();

    /// @param drill shows the events a filter lets through
    /// @param tab   where it is shown
    /// @param reload looks at the events again
    QualityView(DataContext context, Consumer<ColumnFilter> drill, Runnable reload, Tab tab) {
        this.model = new QualityViewModel(context, texts);
        this.drill = drill;
        tab.setContent(Views.load(this));
        this.form =
                new ExpectationForm(new ExpectationForm.Controls(kind, column, value, name, addButton), model, texts);
        this.history = new ExpectationHistory(versions, restoreButton, model, texts);
        this.shelf = new QualityPages(
                texts,
                toggles,
                pages,
                () -> tab.getTabPane().getSelectionModel().select(tab));
        this.loads = new LoadsView(context, reload);
        this.lateness = new LatenessView(model, context);
        this.rejected = new RejectedView(context, reload);
        QualityTables tables = new QualityTables(texts, headline.fontProperty());
        tables.outcomes(outcomes);
        tables.columns(columns);
        tables.days(days);
        volume.useDialogs(context.dialogs());
        actions.addAll(makeActions());
        preparePages(context);
        veil.loadingProperty().bind(model.busyProperty());
        model.problems().addListener((ListChangeListener<Object>) change -> messages.show(model.problems()));
        model.judgedProperty().addListener((observed, before, now) -> now.ifPresent(this::show));
    }

    QualityViewModel model() {
        return model;
    }

    List<Action> actions() {
        return List.copyOf(actions);
    }

    private void preparePages(DataContext context) {
        shelf.add(expectToggle, expectPage);
        shelf.add(columnsToggle, columns);
        shelf.add(volumeToggle, volumePage);
        for (QualityPage page : List.of(
                lateness,
                new SessionsView(context),
                new CoverageView(context),
                new SchemasView(context),
                new ServerView(context),
                loads,
                rejected)) {
            actions.addAll(shelf.add(page));
        }
    }

    private List<Action> makeActions() {
        ObservableValue<String> noRows = outcomes.getSelectionModel()
                .selectedItemProperty()
                .map(one -> one.rows().isPresent() ? "" : texts.get("quality.reason.no-rows"))
                .orElse(texts.get("quality.reason.no-outcome"));
        ObservableValue<String> noOutcome = outcomes.getSelectionModel()
                .selectedItemProperty()
                .map(one -> "")
                .orElse(texts.get("quality.reason.no-outcome"));
        ObservableValue<String> noDay = days.getSelectionModel()
                .selectedItemProperty()
                .map(one -> "")
                .orElse(texts.get("quality.reason.no-day"));
        Action rows = action("rows", this::showRows).disabledBy(noRows);
        Action forget = action("forget", this::forget).disabledBy(noOutcome);
        Action day = action("day", this::showDay).disabledBy(noDay);
        rows.attachTo(rowsButton);
        forget.attachTo(forgetButton);
        day.attachTo(dayButton);
        return List.of(rows, forget, day, history.action());
    }

    private Action action(String id, Runnable work) {
        return Action.of("quality." + id, texts.get("quality.action." + id), work);
    }

    private void showRows() {
        Outcome chosen = outcomes.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            chosen.rows().ifPresent(drill);
        }
    }

    private void forget() {
        Outcome chosen = outcomes.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.forget(chosen.expectation().name());
        }
    }

    private void showDay() {
        DailyVolume.Day chosen = days.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            drill.accept(new ColumnFilter("time", "=" + chosen.date()));
        }
    }

    private void show(QualityViewModel.Judged judged) {
        QualityReport report = judged.report();
        headline.setText(model.headline());
        outcomes.getItems().setAll(judged.outcomes());
        columns.getItems().setAll(report.columns());
        days.getItems().setAll(report.volume().unusual());
        loads.show(report.imports());
        rejected.show(report.imports());
        history.show(judged.versions());
        shelf.look();
        form.columns(report.cells());
        volume.show(report.volume().chart());
        lateness.show(report.lateness());
    }
}
