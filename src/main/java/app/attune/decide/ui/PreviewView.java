package app.attune.decide.ui;

import app.attune.core.Problem;
import app.attune.decide.DeletionTest;
import app.attune.decide.Preview;
import app.attune.rules.KeptTests;
import app.attune.ui.Action;
import app.attune.ui.Destination;
import app.attune.ui.EmptyState;
import app.attune.ui.LoadingVeil;
import app.attune.ui.MessageBar;
import app.attune.ui.Screen;
import app.attune.ui.SuggestField;
import app.attune.ui.SuggestField.Suggestion;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import app.attune.ui.Tips;
import app.attune.ui.Views;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// One user: facts and timeline, segments and rules, and what they get beside what everybody would get.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
public final class PreviewView implements Screen {
    @FXML
    private SuggestField search;

    @FXML
    private ComboBox<String> among;

    @FXML
    private Button randomButton;

    @FXML
    private Button previousButton;

    @FXML
    private Button nextButton;

    @FXML
    private Button copyButton;

    @FXML
    private Button keepButton;

    @FXML
    private VBox contextBox;

    @FXML
    private MessageBar messages;

    @FXML
    private VBox body;

    @FXML
    private VBox facts;

    @FXML
    private VBox segments;

    @FXML
    private VBox rules;

    @FXML
    private VBox items;

    @FXML
    private VBox besideBox;

    @FXML
    private CheckBox testing;

    @FXML
    private Label testProblem;

    @FXML
    private TitledPane stagesPane;

    @FXML
    private VBox stages;

    @FXML
    private SuggestField whyItem;

    @FXML
    private Label whyAnswer;

    @FXML
    private ListView<TimelineRow> timeline;

    @FXML
    private EmptyState empty;

    @FXML
    private LoadingVeil veil;

    private final Texts texts = Texts.of("decide");
    private final PreviewViewModel model;
    private final Parent root;
    private final List<Action> actions;

    /// @param tests where what is shown is kept
    public PreviewView(PreviewSource source, KeptTests tests, Tasks tasks) {
        this.model = new PreviewViewModel(source, tests, tasks);
        this.root = Views.load(this);
        BesidePane beside = new BesidePane(model.beside());
        WhatIfPane whatIf = new WhatIfPane(model.whatIf());
        RerankedPane reranked = new RerankedPane(model.reranked());
        besideBox.getChildren().addAll(beside, whatIf, reranked);
        this.actions = makeActions(beside, whatIf, reranked);
        contextBox.getChildren().add(new ContextFields(model::ask));
        prepareSearch();
        AmongChoice.of(among, model);
        prepareWhy();
        testing.selectedProperty().bindBidirectional(model.reasons().testingProperty());
        ProblemLine.bind(testProblem, model.reasons().problemProperty());
        model.reasons().deletionTests().addListener((ListChangeListener<DeletionTest>) change -> showItems());
        timeline.setCellFactory(list -> new TimelineCell());
        model.previewProperty().addListener((observed, before, now) -> now.ifPresent(this::show));
        model.problems()
                .addListener((ListChangeListener<Problem>) change -> messages.show(List.copyOf(model.problems())));
        veil.loadingProperty().bind(model.openingProperty());
        var nobody = Bindings.createBooleanBinding(() -> model.preview().isEmpty(), model.previewProperty());
        empty.visibleProperty().bind(nobody);
        body.visibleProperty().bind(nobody.not());
        body.managedProperty().bind(body.visibleProperty());
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    @Override
    public String id() {
        return Destination.PREVIEW;
    }

    @Override
    public String title() {
        return texts.get("preview.title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown() {
        model.open();
    }

    /// @param objectId of a user
    @Override
    public void opened(String objectId) {
        model.show(objectId);
    }

    @Override
    public ObservableValue<Optional<Shown>> shownObject() {
        return model.previewProperty()
                .map(now -> now.map(Preview::user).map(user -> new Shown(user.value(), user.value())));
    }

    @Override
    public List<Action> actions() {
        return actions;
    }

    PreviewViewModel model() {
        return model;
    }

    private List<Action> makeActions(BesidePane beside, WhatIfPane whatIf, RerankedPane reranked) {
        Action random = action("preview.random", model::random).withKey("Shortcut+R");
        random.attachTo(randomButton);
        random.attachTo(empty.primaryButton());
        Action next = ofUser("preview.next", "N", model::next);
        next.attachTo(nextButton);
        Action previous = ofUser("preview.previous", "P", model::previous);
        previous.attachTo(previousButton);
        Action copy = ofUser("preview.copy", "Shortcut+Shift+C", this::copy);
        copy.attachTo(copyButton);
        Action keep = ofUser(
                "preview.keep",
                "Shortcut+Shift+K",
                () -> model.keep(messages::say, (news, undo) -> messages.say(news, texts.get("preview.undo"), undo)));
        keep.attachTo(keepButton);
        return List.of(
                action("preview.find", search::requestFocus).withKey("Shortcut+U"),
                random,
                next,
                previous,
                copy,
                keep,
                ofUser("preview.why.action", "Shortcut+Shift+Y", this::askWhy),
                ofUser("preview.test", "Shortcut+Shift+D", () -> testing.setSelected(!testing.isSelected())),
                ofUser("preview.beside.action", "Shortcut+Shift+M", beside::choose),
                ofUser("preview.what-if.action", "Shortcut+Shift+I", whatIf::ask),
                ofUser("preview.rerank.action", "Shortcut+Shift+R", reranked::open));
    }

    /// Only while a user is shown.
    private Action ofUser(String id, String key, Runnable work) {
        StringBinding nobody = Bindings.createStringBinding(
                () -> model.preview().isEmpty() ? texts.get("preview.empty") : "", model.previewProperty());
        return action(id, work).withKey(key).disabledBy(nobody);
    }

    private Action action(String id, Runnable work) {
        return Action.of(id, texts.get(id), work);
    }

    private void prepareSearch() {
        search.suggestFrom(typed -> model.suggestions(typed).stream()
                .map(id -> new Suggestion(id, id))
                .toList());
        search.onPicked(model::show);
    }

    private void prepareWhy() {
        whyItem.suggestFrom(model::itemSuggestions);
        whyItem.onPicked(model::askWhy);
        model.whyProperty().addListener((observed, before, now) -> {
            whyItem.showText(now.item());
            whyAnswer.setText(now.answer());
        });
        whyAnswer.managedProperty().bind(whyAnswer.textProperty().isNotEmpty());
    }

    private void show(Preview preview) {
        search.showText(preview.user().value());
        facts.getChildren().setAll(PreviewPanels.facts(preview));
        segments.getChildren().setAll(SegmentPanel.of(preview));
        rules.getChildren().setAll(PreviewPanels.rules(preview));
        showItems();
        model.words().ifPresent(words -> stages.getChildren().setAll(StagePanel.of(preview.strategy(), words)));
        stagesPane.setText(StagePanel.inShort(preview.strategy()));
        stagesPane.setTooltip(Tips.of(stagesPane.getText()));
        timeline.getItems().setAll(TimelineRow.of(preview.timeline()));
    }

    private void showItems() {
        model.preview()
                .ifPresent(preview -> items.getChildren()
                        .setAll(ItemPanel.of(
                                preview, List.copyOf(model.reasons().deletionTests()))));
    }

    private void askWhy() {
        stagesPane.setExpanded(true);
        whyItem.requestFocus();
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.json());
        Clipboard.getSystemClipboard().setContent(content);
        messages.say(texts.get("preview.copied"));
    }

    private void keyPressed(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        boolean plain = !event.isShortcutDown() && !event.isAltDown();
        if (typing || !plain) {
            return;
        }
        Optional<Runnable> work = event.getCode() == KeyCode.N
                ? Optional.of(model::next)
                : event.getCode() == KeyCode.P ? Optional.of(model::previous) : Optional.empty();
        work.ifPresent(step -> {
            step.run();
            event.consume();
        });
    }
}
