package app.attune.profiles.ui;

import app.attune.core.Problem;
import app.attune.profiles.Identifier;
import app.attune.ui.Action;
import app.attune.ui.BusyBar;
import app.attune.ui.Destination;
import app.attune.ui.EmptyState;
import app.attune.ui.History;
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
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Who is who: persons and what made them, the rules, what is over-merged or contradictory, versions, and what edits
/// would change before they are applied.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
public final class PeopleView implements Screen {
    @FXML
    private VBox page;

    @FXML
    private Label summary;

    @FXML
    private Button runButton;

    @FXML
    private FlowPane toggles;

    @FXML
    private MessageBar messages;

    @FXML
    private FlowPane draftBox;

    @FXML
    private Label draftWords;

    @FXML
    private Button applyButton;

    @FXML
    private Button discardButton;

    @FXML
    private BusyBar busy;

    @FXML
    private StackPane pages;

    @FXML
    private ScrollPane emptyRoom;

    @FXML
    private EmptyState empty;

    @FXML
    private LoadingVeil veil;

    private final Texts texts = Texts.of("profiles");
    private final PeopleContext context;
    private final PeopleViewModel model;
    private final PersonsViewModel persons;
    private final PersonsPage personsPage;
    private final ToggleGroup group = new ToggleGroup();
    private final Parent root;
    private final List<Action> actions = new ArrayList<>();

    public PeopleView(PeopleContext context) {
        this.context = context;
        this.model = new PeopleViewModel(context, texts);
        this.persons = new PersonsViewModel(model, texts);
        this.root = Views.load(this);
        URL style = Objects.requireNonNull(PeopleView.class.getResource("people.css"), "people.css");
        page.getStylesheets().add(style.toExternalForm());
        this.personsPage = new PersonsPage(persons, model, texts);
        makeActions();
        preparePages();
        prepareState();
    }

    @Override
    public String id() {
        return Destination.PEOPLE;
    }

    @Override
    public String title() {
        return texts.get("people.title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown() {
        model.load();
    }

    /// @param objectId of a user
    @Override
    public void opened(String objectId) {
        select(0);
        persons.look(Identifier.user(objectId));
    }

    @Override
    public List<Action> actions() {
        return List.copyOf(actions);
    }

    @Override
    public Optional<History<?>> history() {
        return Optional.of(model.draft());
    }

    PeopleViewModel model() {
        return model;
    }

    PersonsViewModel persons() {
        return persons;
    }

    private void makeActions() {
        ObservableValue<String> unchanged = Bindings.createStringBinding(
                () -> model.changedProperty().get() ? "" : texts.get("change.none"), model.changedProperty());
        Action run = action("run", model::load).withKey("F5");
        Action apply = action("apply", model::apply).withKey("Shortcut+Enter").disabledBy(unchanged);
        Action discard =
                action("discard", model::discard).withKey("Shortcut+Shift+D").disabledBy(unchanged);
        run.attachTo(runButton);
        apply.attachTo(applyButton);
        discard.attachTo(discardButton);
        actions.addAll(List.of(run, action("find", this::find).withKey("Shortcut+F"), apply, discard));
    }

    private Action action(String id, Runnable work) {
        return Action.of("people." + id, texts.get("action." + id), work);
    }

    private void preparePages() {
        RulesPage rules = new RulesPage(model, texts);
        OverMergedPage over = new OverMergedPage(model, this::list, texts);
        ContradictionsPage contradictions = new ContradictionsPage(model, this::list, texts);
        VersionsPage versions = new VersionsPage(model, texts);
        page("persons", personsPage.root());
        page("rules", rules.root());
        page("over", over.root());
        page("contradictions", contradictions.root());
        page("versions", versions.root());
        page("changes", new ChangesPage(model, texts).root());
        List.of(personsPage.actions(), rules.actions(), over.actions(), contradictions.actions(), versions.actions())
                .forEach(actions::addAll);
        group.selectedToggleProperty().addListener((observed, before, now) -> stay(before, now));
        model.proposedProperty()
                .addListener(observed -> select(group.getToggles().size() - 1));
        select(0);
    }

    private void page(String id, Parent content) {
        ToggleButton toggle = new ToggleButton(texts.get("page." + id));
        toggle.setId("page-" + id);
        toggle.getStyleClass().addAll("small");
        toggle.setMinWidth(Button.USE_PREF_SIZE);
        toggle.setToggleGroup(group);
        toggles.getChildren().add(toggle);
        int index = group.getToggles().size() - 1;
        pages.getChildren().add(index, content);
        content.visibleProperty().bind(toggle.selectedProperty());
        content.managedProperty().bind(toggle.selectedProperty());
        actions.add(Action.of("people.page-" + id, texts.get("action.page", toggle.getText()), () -> select(index))
                .withKey("Alt+" + (index + 1)));
    }

    private void select(int index) {
        group.selectToggle(group.getToggles().get(index));
    }

    /// One page is always open.
    private void stay(Toggle before, Toggle now) {
        if (now == null) {
            group.selectToggle(before);
        }
    }

    private void find() {
        select(0);
        personsPage.focusSearch();
    }

    private void list(Set<Integer> chosen) {
        select(0);
        persons.choose(chosen);
    }

    private void prepareState() {
        summary.textProperty()
                .bind(model.shownProperty()
                        .map(now -> now.map(known -> PeopleWords.summary(texts, known.people()))
                                .orElse("")));
        draftBox.visibleProperty().bind(model.changedProperty());
        draftBox.managedProperty().bind(model.changedProperty());
        draftWords
                .textProperty()
                .bind(model.changeProperty()
                        .map(now -> now.map(change ->
                                        texts.get("draft.persons", change.personsBefore(), change.personsAfter()))
                                .orElse(texts.get("draft.counting"))));
        model.busyProperty().addListener((observed, before, now) -> busy.follow(now));
        model.problems().addListener((ListChangeListener<Problem>) change -> messages.show(model.problems()));
        veil.loadingProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.shownProperty().get().isEmpty()
                                && model.busyProperty().get().isPresent(),
                        model.shownProperty(),
                        model.busyProperty()));
        BooleanBinding nothing = Bindings.createBooleanBinding(
                this::isNothingLinked, model.shownProperty(), persons.amongProperty(), group.selectedToggleProperty());
        empty.visibleProperty().bind(nothing);
        emptyRoom.visibleProperty().bind(nothing);
        personsPage.root().opacityProperty().bind(Bindings.when(nothing).then(0).otherwise(1));
        personsPage.root().disableProperty().bind(nothing);
        model.shownProperty().addListener((observed, before, now) -> now.ifPresent(this::explainNothing));
    }

    private boolean isNothingLinked() {
        boolean none =
                model.shownProperty().get().map(now -> !now.saved().links()).orElse(false);
        boolean first = !group.getToggles().isEmpty()
                && Objects.equals(group.getSelectedToggle(), group.getToggles().getFirst());
        return none && first && persons.amongProperty().get() == PersonsViewModel.Among.ALL;
    }

    /// Either there is nothing to link by, or nobody has said by what.
    private void explainNothing(PeopleViewModel.Shown now) {
        boolean possible = !now.columns().isEmpty();
        empty.setSentence(texts.get(possible ? "people.empty" : "people.empty.no-columns"));
        empty.setPrimary(texts.get(possible ? "people.empty.rules" : "people.empty.import"));
        empty.setOnPrimary(event -> {
            if (possible) {
                select(1);
            } else {
                context.kit().navigator().open(Destination.of(Destination.IMPORT));
            }
        });
    }
}
