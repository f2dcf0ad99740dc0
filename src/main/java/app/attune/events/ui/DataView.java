package app.attune.events.ui;

import app.attune.events.ColumnFilter;
import app.attune.ui.Action;
import app.attune.ui.Destination;
import app.attune.ui.EmptyState;
import app.attune.ui.History;
import app.attune.ui.LoadingVeil;
import app.attune.ui.MessageBar;
import app.attune.ui.Screen;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import app.attune.ui.chart.ChartView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The data browser: every event, filtered and ordered as the analyst likes, and active users by day.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
public final class DataView implements Screen {
    @FXML
    private Label stamp;

    @FXML
    private Button importButton;

    @FXML
    private MessageBar messages;

    @FXML
    private EmptyState noEvents;

    @FXML
    private TabPane tabs;

    @FXML
    private TextField user;

    @FXML
    private ComboBox<DataViewModel.TypeCount> type;

    @FXML
    private TextField item;

    @FXML
    private Button clearButton;

    @FXML
    private Label count;

    @FXML
    private Label working;

    @FXML
    private MenuButton chooser;

    @FXML
    private Button goButton;

    @FXML
    private Button previewButton;

    @FXML
    private Button copyButton;

    @FXML
    private Button exportButton;

    @FXML
    private ToggleButton filterToggle;

    @FXML
    private HBox grid;

    @FXML
    private Label none;

    @FXML
    private TableView<Integer> fixed;

    @FXML
    private Region under;

    @FXML
    private TableView<Integer> table;

    @FXML
    private ScrollBar bar;

    @FXML
    private ChartView chart;

    @FXML
    private Tab qualityTab;

    @FXML
    private Tab sqlTab;

    @FXML
    private LoadingVeil veil;

    private final Texts texts = Texts.of("events");
    private final DataContext context;
    private final DataViewModel model;
    private final Parent root;
    private final EventGrid events;
    private final EventColumnsShown columns;
    private final DataActions doing;
    private final QualityView quality;
    private final SqlView sql;
    private final Filters filters;
    private final List<Action> actions;

    public DataView(DataContext context) {
        this.context = context;
        this.model = new DataViewModel(context, texts);
        this.root = Views.load(this);
        this.events = new EventGrid(new EventGrid.Parts(grid, fixed, under, table, bar), texts, model::tooMany);
        this.columns = new EventColumnsShown(
                new EventColumnsShown.Parts(fixed, table, chooser),
                filterToggle.selectedProperty(),
                model,
                this::preview);
        this.doing = new DataActions(context, model, new DataActions.Parts(events, columns, messages));
        this.filters = new Filters(new Filters.Controls(user, type, item), model, texts);
        this.quality = new QualityView(context, this::drill, this::shown, qualityTab);
        this.sql = new SqlView(context);
        sqlTab.setContent(sql.root());
        this.actions = makeActions();
        prepareStages();
        prepareGrid();
        chart.useDialogs(context.dialogs());
        Stream.of(noEvents.primaryButton(), importButton)
                .forEach(button ->
                        button.setOnAction(event -> context.navigator().open(Destination.of(Destination.IMPORT))));
        model.problems().addListener((ListChangeListener<Object>) change -> messages.show(model.problems()));
        model.loadedProperty().addListener((observed, before, now) -> now.ifPresent(this::show));
        model.answerProperty().addListener((observed, before, now) -> now.ifPresent(this::show));
    }

    @Override
    public String id() {
        return Destination.DATA;
    }

    @Override
    public String title() {
        return texts.get("data.title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown() {
        model.load();
        loadShown();
    }

    @Override
    public List<Action> actions() {
        return actions;
    }

    @Override
    public Optional<History<?>> history() {
        return Optional.of(model.history());
    }

    DataViewModel model() {
        return model;
    }

    private List<Action> makeActions() {
        DataActions.Buttons buttons =
                new DataActions.Buttons(clearButton, goButton, previewButton, copyButton, exportButton);
        List<Action> all = new ArrayList<>(doing.attached(buttons));
        all.add(doing.action("filter", () -> filterToggle.setSelected(!filterToggle.isSelected()))
                .withKey("Shortcut+Shift+L"));
        all.add(doing.action("heads", columns::focusHeads).withKey("Shortcut+Shift+H"));
        all.add(doing.action("find", () -> focus(user)).withKey("Shortcut+F"));
        all.add(doing.action("type", () -> focus(type)).withKey("Shortcut+Shift+F"));
        all.add(doing.action("sql", () -> tabs.getSelectionModel().select(sqlTab)));
        all.add(doing.action("quality", () -> tabs.getSelectionModel().select(qualityTab)));
        all.addAll(quality.actions());
        all.addAll(sql.actions());
        return List.copyOf(all);
    }

    private void prepareStages() {
        var stage = model.stageProperty();
        Views.showWhile(noEvents, stage.isEqualTo(DataViewModel.Stage.NO_EVENTS));
        Views.showWhile(tabs, stage.isEqualTo(DataViewModel.Stage.EVENTS));
        Views.showWhile(importButton, stage.isEqualTo(DataViewModel.Stage.EVENTS));
        veil.loadingProperty().bind(stage.isEqualTo(DataViewModel.Stage.LOADING).and(model.busyProperty()));
        working.visibleProperty().bind(model.busyProperty());
        tabs.getSelectionModel().selectedItemProperty().addListener((observed, before, now) -> loadShown());
    }

    private void prepareGrid() {
        letters();
        grid.heightProperty().addListener((observed, before, now) -> columns.fit(now.doubleValue()));
        count.fontProperty().addListener((observed, before, now) -> letters());
        Views.showWhile(
                none,
                model.answerProperty()
                        .map(now -> now.filter(rows -> rows.rows().size() == 0).isPresent()));
        grid.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                doing.previewSelected();
                event.consume();
            }
        });
        model.history().valueProperty().addListener((observed, before, now) -> {
            columns.show(now);
            if (!now.filters().isEmpty()) {
                filterToggle.setSelected(true);
            }
        });
        model.profilesProperty().addListener((observed, before, now) -> columns.show(now));
    }

    private void letters() {
        double size = count.getFont().getSize();
        events.letters(size);
        columns.letters(size);
    }

    private void show(DataViewModel.Loaded loaded) {
        columns.show(loaded.cells(), events::text);
        columns.show(model.choice());
        filters.types(loaded);
        loadShown();
        chart.show(loaded.chart());
    }

    private void show(DataViewModel.Answer answer) {
        events.show(answer.rows());
        count.setText(model.count());
        stamp.setText(model.stamp());
    }

    /// What is behind a tab is looked up when the tab is opened.
    private void loadShown() {
        Tab open = tabs.getSelectionModel().getSelectedItem();
        if (qualityTab.equals(open)) {
            quality.model().load();
        } else if (sqlTab.equals(open)) {
            sql.model().load();
        }
    }

    /// Shows the events a filter lets through, and no others' filters.
    private void drill(ColumnFilter filter) {
        model.clear();
        model.filter(filter);
        tabs.getSelectionModel().selectFirst();
    }

    private void focus(Node field) {
        tabs.getSelectionModel().selectFirst();
        field.requestFocus();
    }

    private void preview(String userId) {
        context.navigator().open(Destination.of(Destination.PREVIEW, userId));
    }

    /// For tests: what is selected.
    GridSelection selection() {
        return events.selection();
    }
}
