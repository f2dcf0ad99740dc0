package app.attune.workbench;

import app.attune.core.chart.ChartSpec;
import app.attune.ui.Destination;
import app.attune.ui.DisabledHint;
import app.attune.ui.EmptyState;
import app.attune.ui.Kit;
import app.attune.ui.Letters;
import app.attune.ui.LoadingVeil;
import app.attune.ui.MessageBar;
import app.attune.ui.Screen;
import app.attune.ui.TaskRow;
import app.attune.ui.Texts;
import app.attune.ui.Tips;
import app.attune.ui.Views;
import app.attune.ui.chart.ChartView;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Home: four ways in while nothing is open, then the findings of the workspace.
@SuppressWarnings("NullAway.Init") // filled from FXML
final class HomeView implements Screen {
    private static final double LETTERS_FOR_TWO = 56;

    @FXML
    private Region welcome;

    @FXML
    private Button openSample;

    @FXML
    private Button newWorkspace;

    @FXML
    private Button importFile;

    @FXML
    private Button openWorkspace;

    @FXML
    private VBox recentBox;

    @FXML
    private VBox recentList;

    @FXML
    private Region overview;

    @FXML
    private Label name;

    @FXML
    private Label summary;

    @FXML
    private MessageBar messages;

    @FXML
    private EmptyState noData;

    @FXML
    private GridPane charts;

    @FXML
    private LoadingVeil veil;

    private final Texts texts = Texts.of("workbench");
    private final List<ChartView> views = new ArrayList<>();
    private final Session session;
    private final Kit kit;
    private final ShellActions actions;
    private final HomeViewModel model;
    private final Parent root;

    HomeView(Session session, Kit kit, ShellActions actions, ObservableList<TaskRow> jobs) {
        this.session = session;
        this.kit = kit;
        this.actions = actions;
        this.model = new HomeViewModel(session, kit.tasks());
        this.root = Views.load(this);
        veil.tell(jobs);
    }

    @Override
    public String id() {
        return Destination.HOME;
    }

    @Override
    public String title() {
        return texts.get("room.home");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown() {
        model.refresh();
        if (model.faceProperty().get() == HomeViewModel.Face.WELCOME) {
            openSample.requestFocus();
        }
    }

    @FXML
    private void initialize() {
        showWhile(welcome, HomeViewModel.Face.WELCOME);
        showWhile(noData, HomeViewModel.Face.NO_DATA);
        showWhile(charts, HomeViewModel.Face.FINDINGS);
        overview.visibleProperty().bind(welcome.visibleProperty().not());
        overview.managedProperty().bind(overview.visibleProperty());
        name.textProperty().bind(model.nameProperty());
        summary.textProperty().bind(model.summaryProperty());
        summary.managedProperty().bind(summary.textProperty().isNotEmpty());
        veil.loadingProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> (model.loadingProperty().get() && model.charts().isEmpty())
                                || session.busyProperty().get(),
                        model.loadingProperty(),
                        model.charts(),
                        session.busyProperty()));
        for (Button tile : tiles()) {
            DisabledHint.explain(tile, session.busyProperty().map(busy -> busy ? texts.get("reason.opening") : ""));
        }
        model.charts().addListener((ListChangeListener<ChartSpec>) change -> draw());
        model.problems().addListener((ListChangeListener<Object>) change -> messages.show(model.problems()));
        model.recent().addListener((ListChangeListener<Object>) change -> listRecent());
        Letters.watch(charts.widthProperty(), summary.fontProperty(), this::place);
        listRecent();
    }

    private List<Button> tiles() {
        return List.of(openSample, newWorkspace, importFile, openWorkspace);
    }

    private void showWhile(Node node, HomeViewModel.Face face) {
        node.visibleProperty().bind(model.faceProperty().isEqualTo(face));
        node.managedProperty().bind(node.visibleProperty());
    }

    @FXML
    private void sample() {
        session.openSample();
    }

    @FXML
    private void makeWorkspace() {
        actions.newWorkspace();
    }

    @FXML
    private void startImport() {
        actions.startImport();
    }

    @FXML
    private void chooseWorkspace() {
        actions.openWorkspace();
    }

    /// The first chart across, the others side by side below it; charts already there are drawn anew in place.
    private void draw() {
        List<ChartSpec> specs = model.charts();
        while (views.size() < specs.size()) {
            ChartView view = new ChartView();
            view.useDialogs(kit.dialogs());
            view.getStyleClass().add("card");
            view.setId("home-chart-" + views.size());
            views.add(view);
        }
        place(charts.getWidth() / summary.getFont().getSize());
        for (int i = 0; i < views.size(); i++) {
            boolean used = i < specs.size();
            views.get(i).setVisible(used);
            views.get(i).setManaged(used);
            if (used) {
                views.get(i).show(specs.get(i));
            }
        }
    }

    /// The first across and two below it; one below the other where they are fewer or there is little room.
    private void place(double letters) {
        boolean column = letters < LETTERS_FOR_TWO || model.charts().size() < 3;
        charts.getChildren().clear();
        charts.getColumnConstraints().setAll(column ? List.of(share(100)) : List.of(share(50), share(50)));
        for (int i = 0; i < views.size(); i++) {
            if (column) {
                charts.add(views.get(i), 0, i, 1, 1);
            } else {
                charts.add(views.get(i), i == 0 ? 0 : (i - 1) % 2, (i + 1) / 2, i == 0 ? 2 : 1, 1);
            }
        }
    }

    private static ColumnConstraints share(double percent) {
        ColumnConstraints share = new ColumnConstraints();
        share.setPercentWidth(percent);
        return share;
    }

    private void listRecent() {
        recentList.getChildren().setAll(model.recent().stream().map(this::line).toList());
        recentBox.setVisible(!model.recent().isEmpty());
        recentBox.setManaged(recentBox.isVisible());
    }

    private Node line(HomeViewModel.Recent recent) {
        boolean missing = recent.presence() == HomeViewModel.Presence.MISSING;
        Hyperlink open = new Hyperlink(String.valueOf(recent.folder().getFileName()));
        DisabledHint.explain(open, new SimpleStringProperty(missing ? texts.get("home.missing", recent.folder()) : ""));
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setOnAction(event -> session.openFolder(recent.folder()));
        Label place = new Label(
                missing
                        ? texts.get("home.missing", recent.folder())
                        : String.valueOf(recent.folder().getParent()));
        place.getStyleClass().addAll("caption", "may-clip");
        place.setTooltip(Tips.of(recent.folder().toString()));
        HBox line = new HBox(open, place);
        line.getStyleClass().add("toolbar");
        if (missing) {
            line.getChildren().add(forget(recent));
        }
        return line;
    }

    private Button forget(HomeViewModel.Recent recent) {
        Button forget = new Button("", new FontIcon("mdoal-close"));
        forget.getStyleClass().addAll("flat", "small", "button-icon");
        forget.setAccessibleText(texts.get("home.forget", recent.folder()));
        forget.setOnAction(event -> {
            session.forget(recent.folder());
            model.refresh();
        });
        return forget;
    }
}
