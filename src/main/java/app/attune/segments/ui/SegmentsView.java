package app.attune.segments.ui;

import app.attune.segments.SegmentId;
import app.attune.segments.SegmentTemplate;
import app.attune.ui.Action;
import app.attune.ui.Destination;
import app.attune.ui.Dialogs;
import app.attune.ui.EmptyState;
import app.attune.ui.History;
import app.attune.ui.Kit;
import app.attune.ui.LoadingVeil;
import app.attune.ui.MessageBar;
import app.attune.ui.Screen;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The segments: a list with sizes, and the editor of the one that is open.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
public final class SegmentsView implements Screen {
    @FXML
    private StackPane root;

    @FXML
    private VBox list;

    @FXML
    private MenuButton fromTemplate;

    @FXML
    private Button deleteButton;

    @FXML
    private Button newButton;

    @FXML
    private Button discoverButton;

    @FXML
    private MessageBar messages;

    @FXML
    private Label summary;

    @FXML
    private TableView<SegmentsViewModel.Row> table;

    @FXML
    private VBox nothing;

    @FXML
    private EmptyState empty;

    @FXML
    private FlowPane templates;

    @FXML
    private Label missing;

    @FXML
    private LoadingVeil veil;

    private final Texts texts = Texts.of("segments");
    private final Kit kit;
    private final SegmentsViewModel model;
    private final SegmentEditorViewModel editing;
    private final SegmentEditorView editor;
    private final DiscoverView discover;
    private final StringProperty noSegment = new SimpleStringProperty();
    private final StringProperty noSelection = new SimpleStringProperty();
    private final List<Action> actions;
    private final Parent whole;

    public SegmentsView(SegmentsContext context, Kit kit) {
        this.kit = kit;
        this.model = new SegmentsViewModel(context, kit.tasks());
        this.editing = new SegmentEditorViewModel(context, kit.tasks());
        this.editor = new SegmentEditorView(editing, context, kit);
        this.discover = new DiscoverView(new DiscoverViewModel(context, kit.tasks()), kit, this::shown, this::open);
        this.whole = Views.load(this);
        URL style = Objects.requireNonNull(SegmentsView.class.getResource("segments.css"), "segments.css");
        root.getStylesheets().add(style.toExternalForm());
        noSegment.set(texts.get("segments.open-first"));
        noSelection.set(texts.get("segments.select-first"));
        this.actions = makeActions();
        new SegmentTable(table, summary, texts).show(model.rows());
        summary.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get("segments.summary", model.rows().size()), model.rows()));
        bindList();
    }

    @Override
    public String id() {
        return Destination.SEGMENTS;
    }

    @Override
    public String title() {
        return texts.get("segments.title");
    }

    @Override
    public Parent root() {
        return whole;
    }

    @Override
    public void shown() {
        editor.settle();
        noSegment.set(texts.get("segments.open-first"));
        root.getChildren().setAll(list);
        model.load();
    }

    @Override
    public void opened(String objectId) {
        noSegment.set("");
        root.getChildren().setAll(editor.root());
        editing.open(new SegmentId(objectId));
    }

    @Override
    public String objectTitle(String objectId) {
        return model.nameOf(new SegmentId(objectId));
    }

    @Override
    public List<Action> actions() {
        return actions;
    }

    @Override
    public Optional<History<?>> history() {
        return Optional.of(editing.history());
    }

    @Override
    public ObservableValue<Boolean> unsaved() {
        return editing.saver().unsavedProperty();
    }

    private List<Action> makeActions() {
        List<Action> all = new ArrayList<>();
        all.add(Action.of("segments.new", texts.get("segments.new"), this::create)
                .withKey("Shortcut+N"));
        all.add(Action.of("segments.discover", texts.get("segments.discover"), this::discover)
                .withKey("Shortcut+Shift+D"));
        all.add(Action.of("segments.delete", texts.get("segments.delete"), this::delete)
                .withKey("Shortcut+Delete")
                .disabledBy(noSelection));
        EditorKeys keys = editor.keys();
        all.add(inEditor("add-row", EditorKeys.ADD_ROW, keys::addRow));
        all.add(inEditor("add-group", EditorKeys.ADD_GROUP, keys::addGroup));
        all.add(inEditor("duplicate", EditorKeys.DUPLICATE, keys::duplicate));
        all.add(inEditor("delete", EditorKeys.DELETE, keys::delete));
        all.add(inEditor("up", EditorKeys.UP, keys::moveUp));
        all.add(inEditor("down", EditorKeys.DOWN, keys::moveDown));
        all.add(inEditor("save", "Shortcut+S", editor::settle));
        return List.copyOf(all);
    }

    private Action inEditor(String id, String key, Runnable work) {
        return Action.of("segments.edit." + id, texts.get("action." + id), work)
                .withKey(key)
                .disabledBy(noSegment);
    }

    private void bindList() {
        actions.get(0).attachTo(newButton);
        actions.get(1).attachTo(discoverButton);
        actions.get(2).attachTo(deleteButton);
        empty.setOnPrimary(event -> create());
        missing.textProperty().bind(model.missingProperty());
        missing.visibleProperty().bind(model.missingProperty().isNotEmpty().and(nothing.visibleProperty()));
        missing.managedProperty().bind(missing.visibleProperty());
        veil.loadingProperty().bind(model.busyProperty());
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((observed, before, now) ->
                        noSelection.set(now == null ? texts.get("segments.select-first") : ""));
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                openSelected();
            }
        });
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openSelected();
            }
        });
        model.problems().addListener((ListChangeListener<Object>) change -> messages.show(model.problems()));
        model.templates().addListener((ListChangeListener<Object>) change -> showTemplates());
        model.rows().addListener((ListChangeListener<Object>) change -> showEmpty());
        model.busyProperty().addListener((observed, before, now) -> showEmpty());
        showEmpty();
    }

    private void showEmpty() {
        boolean none = model.rows().isEmpty();
        table.setVisible(!none);
        nothing.setVisible(none && !model.busyProperty().get());
    }

    private void showTemplates() {
        String why = model.missingProperty().get();
        fromTemplate.setTooltip(why.isEmpty() ? null : new Tooltip(why));
        fromTemplate
                .getItems()
                .setAll(model.templates().stream().map(this::menuItem).toList());
        templates
                .getChildren()
                .setAll(model.templates().stream().map(this::button).toList());
    }

    private MenuItem menuItem(SegmentTemplate template) {
        MenuItem item = new MenuItem(template.name() + " \u2013 " + template.description());
        item.setOnAction(event -> model.create(template, this::open));
        return item;
    }

    private Node button(SegmentTemplate template) {
        Button button = new Button(template.name());
        button.setId("template-" + template.id());
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(template.description()));
        button.setAccessibleHelp(template.description());
        button.setOnAction(event -> model.create(template, this::open));
        return button;
    }

    private void create() {
        Dialogs.Prompt prompt =
                new Dialogs.Prompt(texts.get("segments.new"), texts.get("new.label"), "", texts.get("new.verb"));
        kit.dialogs()
                .ask(prompt)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .ifPresent(name -> model.create(name, this::open));
    }

    private void discover() {
        noSegment.set(texts.get("segments.open-first"));
        root.getChildren().setAll(discover.root());
        discover.shown();
    }

    private void open(SegmentId id) {
        kit.navigator().open(Destination.of(Destination.SEGMENTS, id.value()));
    }

    private Optional<SegmentsViewModel.Row> selected() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    private void openSelected() {
        selected().ifPresent(row -> open(row.definition().id()));
    }

    private void delete() {
        selected().ifPresent(row -> {
            Dialogs.Question question = new Dialogs.Question(
                    texts.get("segments.delete"), model.deleteQuestion(row), texts.get("segments.delete"));
            if (kit.dialogs().confirm(question)) {
                model.delete(row);
            }
        });
    }

    SegmentEditorViewModel editing() {
        return editing;
    }
}
