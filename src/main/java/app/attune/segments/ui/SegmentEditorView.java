package app.attune.segments.ui;

import app.attune.core.UserId;
import app.attune.segments.ConditionSentence;
import app.attune.segments.SqlDialect;
import app.attune.ui.Destination;
import app.attune.ui.InWords;
import app.attune.ui.Kit;
import app.attune.ui.MessageBar;
import app.attune.ui.Navigator;
import app.attune.ui.Texts;
import app.attune.ui.Tips;
import app.attune.ui.Views;
import app.attune.ui.chart.ChartView;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.util.Duration;

/// One segment: its condition as a tree, whom it means now, and what is known about it.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class SegmentEditorView {
    private static final Duration COUNT_AFTER = Duration.millis(150);
    private static final int SENTENCE = 330;
    private static final Duration SAVE_AFTER = Duration.seconds(2);

    @FXML
    private Button back;

    @FXML
    private TextField name;

    @FXML
    private Label state;

    @FXML
    private MessageBar messages;

    @FXML
    private Label total;

    @FXML
    private Label sentence;

    @FXML
    private ScrollPane scroll;

    @FXML
    private TabPane tabs;

    @FXML
    private Tab chartTab;

    @FXML
    private Label sampleTitle;

    @FXML
    private Button shuffle;

    @FXML
    private MenuButton memberColumns;

    @FXML
    private Button exportMembers;

    @FXML
    private FlowPane sample;

    @FXML
    private ChartView chart;

    @FXML
    private Label noChart;

    @FXML
    private ComboBox<SqlDialect> dialect;

    @FXML
    private TextArea sql;

    @FXML
    private Tab versionsTab;

    private final Texts texts = Texts.of("segments");
    private final SegmentEditorViewModel model;
    private final Navigator navigator;
    private final ConditionPane condition;
    private final EditorKeys keys;
    private final Parent root;
    private final ComparingTabs comparing;
    private final PauseTransition counting = new PauseTransition(COUNT_AFTER);
    private final PauseTransition saving = new PauseTransition(SAVE_AFTER);

    private final TotalLine size;

    private List<UserId> sampled = List.of();

    SegmentEditorView(SegmentEditorViewModel model, SegmentsContext context, Kit kit) {
        this.model = model;
        this.navigator = kit.navigator();
        this.condition = new ConditionPane(model, texts);
        this.keys = new EditorKeys(model, condition);
        this.root = Views.load(this);
        this.size = new TotalLine(total, model, texts);
        new MemberExport(new MemberExport.Controls(exportMembers, memberColumns, messages), model, context, kit);
        this.comparing = new ComparingTabs(tabs, model, context, kit);
        scroll.setContent(condition);
        PartDrag.scrollAtEdges(scroll);
        back.setOnAction(event -> navigator.open(Destination.of(Destination.SEGMENTS)));
        bindSql();
        bindHead();
        bindTabs();
        VersionsViewModel versions = new VersionsViewModel(context, kit.tasks(), model::failed);
        versionsTab.setContent(new VersionsView(model, versions, navigator).root());
        root.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
        root.sceneProperty().addListener((observed, before, now) -> {
            if (now == null) {
                settle();
            }
        });
    }

    private void bindHead() {
        state.textProperty()
                .bind(Bindings.createStringBinding(
                        this::standing,
                        model.saver().stateProperty(),
                        model.untaken().countProperty()));
        name.textProperty().addListener((observed, old, text) -> model.rename(text));
        Written.told(name, model);
        model.problems().addListener((ListChangeListener<Object>) change -> messages.show(model.problems()));
        model.history().valueProperty().addListener((observed, old, now) -> changed(old, now));
        model.offersProperty().addListener(observed -> showSentence());
        counting.setOnFinished(event -> model.answers().refreshIfChanged());
        saving.setOnFinished(event -> model.saveUnlessWriting());
        showSentence();
        showAnswer();
    }

    /// Where saving stands, and how many fields say what is not saved.
    private String standing() {
        String saved = model.saver().stateProperty().get();
        int untaken = model.untaken().countProperty().get();
        return untaken == 0 ? saved : texts.get("state.untaken", saved, untaken);
    }

    private void changed(Editing old, Editing now) {
        if (!name.getText().equals(now.name())) {
            name.setText(now.name());
        }
        showSentence();
        size.show();
        model.touched();
        boolean counts = !old.condition().equals(now.condition());
        if (counts) {
            counting.playFromStart();
        }
        if (counts || !model.isWriting()) {
            saving.playFromStart();
        }
    }

    /// Counts and saves at once what still waits.
    void settle() {
        if (counting.getStatus() == Animation.Status.RUNNING) {
            counting.stop();
            model.answers().refreshIfChanged();
        }
        if (saving.getStatus() == Animation.Status.RUNNING) {
            saving.stop();
            model.save();
        }
        model.written();
    }

    private void showSentence() {
        ConditionSentence words = model.offersProperty()
                .get()
                .map(offers -> new ConditionSentence(offers::segmentName))
                .orElse(ConditionSentence.byId());
        String whole = words.of(model.history().value().condition()) + ".";
        sentence.setText(
                whole.length() <= SENTENCE ? whole : whole.substring(0, whole.lastIndexOf(' ', SENTENCE)) + " \u2026");
        sentence.setAccessibleText(whole);
        sentence.setTooltip(Tips.of(whole));
    }

    private void bindTabs() {
        shuffle.setOnAction(event -> model.answers().shuffle());
        model.answers().answerProperty().addListener(observed -> showAnswer());
        tabs.getSelectionModel().selectedItemProperty().addListener(observed -> loadChart());
        model.answers().chartProperty().addListener((observed, old, now) -> {
            now.ifPresent(chart::show);
            visible(chart, now.isPresent());
            visible(noChart, now.isEmpty() && model.answers().hasErrors());
        });
        visible(chart, false);
        visible(noChart, false);
    }

    private static void visible(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }

    private void loadChart() {
        if (chartTab.equals(tabs.getSelectionModel().getSelectedItem())) {
            model.draft().ifPresent(model.answers()::loadChart);
        }
    }

    private void showAnswer() {
        size.show();
        Optional<SegmentAnswer> answer = model.answers().answerProperty().get();
        showSql();
        List<UserId> users = answer.map(SegmentAnswer::sample).orElse(List.of());
        sampleTitle.setText(texts.get(users.isEmpty() ? "sample.none" : "sample.title"));
        if (!users.equals(sampled)) {
            sampled = users;
            sample.getChildren().setAll(users.stream().map(this::user).toList());
        }
        visible(noChart, model.answers().hasErrors());
        loadChart();
        comparing.refresh();
    }

    private void bindSql() {
        dialect.getItems().setAll(SqlDialect.values());
        dialect.setConverter(InWords.of(SqlDialect::words));
        dialect.setValue(SqlDialect.H2);
        dialect.valueProperty().addListener(observed -> showSql());
    }

    private void showSql() {
        sql.setText(model.answers()
                .answerProperty()
                .get()
                .map(answer -> answer.sql().get(dialect.getValue()))
                .orElse(texts.get("sql.none")));
    }

    private Node user(UserId id) {
        Hyperlink link = new Hyperlink(id.value());
        link.setId("user-" + id.value());
        link.getStyleClass().add("mono");
        link.setAccessibleText(texts.get("sample.open", id.value()));
        link.setOnAction(event -> navigator.open(Destination.of(Destination.PREVIEW, id.value())));
        return link;
    }

    EditorKeys keys() {
        return keys;
    }

    Parent root() {
        return root;
    }
}
