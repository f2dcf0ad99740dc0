package app.attune.segments.ui;

import app.attune.segments.SegmentId;
import app.attune.ui.Action;
import app.attune.ui.Destination;
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
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
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
    private Button rfmButton;

    @FXML
    private MenuButton files;

    @FXML
    private Label selectedHealth;

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
    private final RfmView rfm;
    private final FolderActions folders;
    private final SegmentChecks checks;
    private final StringProperty noSegment = new SimpleStringProperty();
    private final StringProperty noSelection = new SimpleStringProperty();
    private final List<Action> actions;
    private final Parent whole;

    public SegmentsView(SegmentsContext context, Kit kit) {
        this.kit = kit;
        this.model = new SegmentsViewModel(context, kit.tasks());
        this.editing = new SegmentEditorViewModel(context, kit.tasks());
        this.editor = new SegmentEditorView(editing, context, kit);
        this.discover =
                new DiscoverView(new DiscoverViewModel(context, kit.tasks()), kit, this::leaveDiscover, this::open);
        this.rfm = new RfmView(new RfmViewModel(context, kit.tasks()), kit, this::shown, this::open);
        this.checks = new SegmentChecks(context, kit.tasks(), model.problems()::add);
        this.whole = Views.load(this);
        this.folders = new FolderActions(context, kit, messages);
        URL style = Objects.requireNonNull(SegmentsView.class.getResource("segments.css"), "segments.css");
        root.getStylesheets().add(style.toExternalForm());
        noSegment.set(texts.get("segments.open-first"));
        noSelection.set(texts.get("segments.select-first"));
        this.actions = makeActions();
        new SegmentTable(table, summary, texts).show(model.rows(), checks);
        bindList();
        model.follow(editing);
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
        checks.stop();
        noSegment.set("");
        root.getChildren().setAll(editor.root());
        editing.open(model.opens(objectId));
    }

    @Override
    public ObservableValue<Optional<Shown>> shownObject() {
        return model.editedProperty();
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
        return editing.unsavedProperty();
    }

    @Override
    public void settle(Runnable then) {
        editor.settle();
        editing.saver().whenQuiet(then);
    }

    @Override
    public List<String> unkept() {
        return editing.unkept();
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
        all.add(Action.of("segments.rfm", texts.get("rfm.open"), () -> page(rfm.root(), rfm::shown))
                .withKey("Shortcut+Alt+R"));
        all.add(Action.of("segments.files-write", texts.get("files.write"), folders::write)
                .withKey("Shortcut+Alt+W"));
        all.add(Action.of("segments.files-take", texts.get("files.take"), () -> folders.take(model::load))
                .withKey("Shortcut+Alt+T"));
        all.addAll(new EditorActions(editor, noSegment).all());
        return List.copyOf(all);
    }

    private void bindList() {
        actions.get(0).attachTo(newButton);
        actions.get(1).attachTo(discoverButton);
        actions.get(2).attachTo(deleteButton);
        actions.get(3).attachTo(rfmButton);
        EditorActions.fill(files, actions.subList(4, 6));
        bindTable();
        empty.setOnPrimary(event -> create());
        new StartFromTemplates(nothing, missing)
                .show(
                        model,
                        new TemplateChoices(fromTemplate, templates, template -> model.create(template, this::open)));
        veil.loadingProperty().bind(model.busyProperty());
        model.problems().addListener((ListChangeListener<Object>) change -> messages.show(model.problems()));
        model.rows().addListener((ListChangeListener<Object>) change -> {
            showEmpty();
            checks.check(
                    model.rows().stream().map(SegmentsViewModel.Row::definition).toList());
        });
        checks.foundProperty().addListener(observed -> showHealth());
        showHealth();
        model.busyProperty().addListener((observed, before, now) -> showEmpty());
        showEmpty();
    }

    private void bindTable() {
        table.getSelectionModel().selectedItemProperty().addListener((observed, before, now) -> {
            noSelection.set(now == null ? texts.get("segments.select-first") : "");
            showHealth();
        });
        SegmentTable.onOpen(table, this::openSelected);
    }

    private void showEmpty() {
        boolean none = model.rows().isEmpty();
        table.setVisible(!none);
        nothing.setVisible(none && !model.busyProperty().get());
    }

    /// Of the selected segment: what it is for, and what speaks against it.
    private void showHealth() {
        table.refresh();
        ListWords.show(
                selectedHealth,
                selected().map(row -> ListWords.of(row.definition(), checks)).orElse(""));
    }

    private void create() {
        SegmentDialogs.name(kit.dialogs()).ifPresent(name -> model.create(name, this::open));
    }

    private void discover() {
        page(discover.root(), discover::shown);
    }

    private void leaveDiscover() {
        shown();
        discoverButton.requestFocus();
    }

    private void page(Parent page, Runnable shown) {
        noSegment.set(texts.get("segments.open-first"));
        root.getChildren().setAll(page);
        shown.run();
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
        selected()
                .filter(row -> SegmentDialogs.mayDelete(kit.dialogs(), model.deleteQuestion(row)))
                .ifPresent(model::delete);
    }

    SegmentEditorViewModel editing() {
        return editing;
    }
}
