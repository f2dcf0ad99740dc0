package app.attune.events.ui;

import app.attune.events.EventChoice.Order;
import app.attune.ui.Action;
import app.attune.ui.Destination;
import app.attune.ui.Dialogs;
import app.attune.ui.EmptyState;
import app.attune.ui.History;
import app.attune.ui.LoadingVeil;
import app.attune.ui.MessageBar;
import app.attune.ui.Numbers;
import app.attune.ui.Screen;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import app.attune.ui.chart.ChartView;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

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
    private ComboBox<Order> order;

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
    private TableView<Integer> table;

    @FXML
    private ChartView chart;

    @FXML
    private LoadingVeil veil;

    private final Texts texts = Texts.of("events");
    private final DataContext context;
    private final DataViewModel model;
    private final Parent root;
    private final EventTable events;
    private final Filters filters;
    private final List<Action> actions;

    public DataView(DataContext context) {
        this.context = context;
        this.model = new DataViewModel(context, texts);
        this.root = Views.load(this);
        this.events = new EventTable(table, count, texts, new EventTable.Handlers(model::order, this::preview));
        this.filters = new Filters(new Filters.Controls(user, type, item, order), model, texts);
        this.actions = makeActions();
        prepareStages();
        prepareTable();
        chart.useDialogs(context.dialogs());
        noEvents.primaryButton().setOnAction(event -> startImport());
        importButton.setOnAction(event -> startImport());
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
        var selected = table.getSelectionModel().selectedItemProperty();
        ObservableValue<String> noSelection = Bindings.createStringBinding(
                () -> selected.get() == null ? texts.get("data.reason.no-selection") : "", selected);
        ObservableValue<String> noRows = model.answerProperty()
                .map(now -> now.filter(rows -> rows.rows().size() > 0)
                        .map(rows -> "")
                        .orElse(texts.get("data.reason.no-rows")));
        ObservableValue<String> noFilter =
                model.history().valueProperty().map(now -> now.isFiltered() ? "" : texts.get("data.reason.no-filter"));
        Action clear = action("clear", model::clear).disabledBy(noFilter);
        Action go = action("go", this::goToRow).withKey("Shortcut+G").disabledBy(noRows);
        Action preview = action("preview", this::previewSelected).disabledBy(noSelection);
        Action copy = action("copy", this::copy).withKey("Shortcut+C").disabledBy(noSelection);
        clear.attachTo(clearButton);
        go.attachTo(goButton);
        preview.attachTo(previewButton);
        copy.attachTo(copyButton);
        return List.of(
                clear,
                go,
                preview,
                copy,
                action("find", () -> focus(user)).withKey("Shortcut+F"),
                action("type", () -> focus(type)).withKey("Shortcut+Shift+F"));
    }

    private Action action(String name, Runnable work) {
        return Action.of("data." + name, texts.get("data.action." + name), work);
    }

    private void prepareStages() {
        var stage = model.stageProperty();
        showWhile(noEvents, stage.isEqualTo(DataViewModel.Stage.NO_EVENTS));
        showWhile(tabs, stage.isEqualTo(DataViewModel.Stage.EVENTS));
        showWhile(importButton, stage.isEqualTo(DataViewModel.Stage.EVENTS));
        veil.loadingProperty().bind(stage.isEqualTo(DataViewModel.Stage.LOADING).and(model.busyProperty()));
        working.visibleProperty().bind(model.busyProperty());
    }

    private void prepareTable() {
        Label none = new Label(texts.get("data.none"));
        none.setWrapText(true);
        table.setPlaceholder(none);
        SelectionCap.on(table, DataViewModel.MOST_COPIED, model::tooMany);
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                previewSelected();
                event.consume();
            }
        });
        model.history().valueProperty().addListener((observed, before, now) -> events.showOrder(now.order()));
    }

    private void show(DataViewModel.Loaded loaded) {
        events.columns(loaded.cells(), chooser);
        events.showOrder(model.choice().order());
        filters.types(loaded);
        chart.show(loaded.chart());
    }

    private void show(DataViewModel.Answer answer) {
        events.rows(answer.rows());
        count.setText(model.count());
        stamp.setText(model.stamp());
    }

    private void focus(Node field) {
        tabs.getSelectionModel().selectFirst();
        field.requestFocus();
    }

    private void startImport() {
        context.navigator().open(Destination.of(Destination.IMPORT));
    }

    private void goToRow() {
        Dialogs.Prompt prompt = new Dialogs.Prompt(
                texts.get("data.action.go"),
                texts.get("data.go.label", Numbers.count(table.getItems().size())),
                "",
                texts.get("data.go.verb"));
        context.dialogs().ask(prompt).ifPresent(number -> model.place(number).ifPresent(events::goTo));
    }

    private void previewSelected() {
        Integer row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            model.loadedProperty()
                    .get()
                    .ifPresent(loaded -> preview(loaded.cells().user(row)));
        }
    }

    private void preview(String userId) {
        context.navigator().open(Destination.of(Destination.PREVIEW, userId));
    }

    private void copy() {
        int[] rows = events.selected();
        model.copy(events.visible(), rows, text -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
            messages.say(texts.get("data.copied", Numbers.count(rows.length)));
        });
    }

    private static void showWhile(Node node, ObservableValue<? extends Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
    }
}
