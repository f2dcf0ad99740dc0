package app.attune.profiles.ui;

import app.attune.events.ConsentHistory;
import app.attune.profiles.Identifier;
import app.attune.profiles.IdentifierPair;
import app.attune.profiles.LinkState;
import app.attune.profiles.OverMerge;
import app.attune.profiles.PersonGraph;
import app.attune.profiles.PersonGraph.PersonLink;
import app.attune.ui.Action;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;

/// How one person came to be: a sentence, a picture and a table of links, and the ways to cut and to join again.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class PersonPane {
    @FXML
    private Label name;

    @FXML
    private Label sentence;

    @FXML
    private Label flags;

    @FXML
    private Label leftOut;

    @FXML
    private ScrollPane picture;

    @FXML
    private TableView<PersonLink> links;

    @FXML
    private TableView<ConsentHistory.Entry> consents;

    @FXML
    private Button cutLink;

    @FXML
    private Button cutIdentifier;

    @FXML
    private Button rejoin;

    private final PersonsViewModel persons;
    private final PeopleViewModel model;
    private final Texts texts;
    private final Parent root;
    private final MergeGraph graph;
    private final StringProperty whyNotCut = new SimpleStringProperty();
    private final StringProperty whyNotForbid = new SimpleStringProperty();
    private final StringProperty whyNotJoin = new SimpleStringProperty();
    private final List<Action> actions;
    private Optional<Identifier> chosen = Optional.empty();

    PersonPane(PersonsViewModel persons, PeopleViewModel model, Texts texts) {
        this.persons = persons;
        this.model = model;
        this.texts = texts;
        this.root = Views.load(this);
        this.graph = new MergeGraph(texts);
        picture.setContent(graph);
        new Columns<>(links, sentence, texts)
                .text("user", 9, link -> link.user().value())
                .text("identifier", 13, link -> PeopleWords.identifier(link.identifier()))
                .text("rule", 7, PersonLink::kind)
                .text("state", 10, link -> PeopleWords.state(texts, link.state()))
                .number("rows", 5, PersonLink::rows)
                .text("since", 10, link -> link.since().map(Numbers::dateTime).orElse(Numbers.NONE))
                .text("source", 16, this::source)
                .orElse("links.none");
        showConsents();
        links.getSelectionModel().selectedItemProperty().addListener((observed, before, now) -> {
            graph.highlight(Optional.ofNullable(now));
            settle();
        });
        graph.onChosen(this::choose);
        this.actions = makeActions();
        persons.personProperty().addListener((observed, before, now) -> now.ifPresent(this::show));
        settle();
    }

    private void showConsents() {
        new Columns<>(consents, sentence, texts)
                .text("purpose", 10, ConsentHistory.Entry::purpose)
                .text("status", 8, entry -> texts.get("consents.status." + entry.status()))
                .text("holds", 12, entry -> entry.since().map(Numbers::dateTime).orElse(texts.get("consents.always")))
                .text("user", 9, ConsentHistory.Entry::user)
                .text("file", 16, entry -> file(entry.importId()))
                .orElse("consents.none");
        consents.setItems(persons.consents());
    }

    Parent root() {
        return root;
    }

    List<Action> actions() {
        return actions;
    }

    private List<Action> makeActions() {
        Action cut = action("cut-link", "Shortcut+L", whyNotCut, () -> link().ifPresent(this::cut));
        Action forbid = action(
                "cut-identifier",
                "Shortcut+Shift+L",
                whyNotForbid,
                () -> identifier().ifPresent(this::forbid));
        Action join = action("rejoin", "Shortcut+R", whyNotJoin, () -> link().ifPresent(this::join));
        cut.attachTo(cutLink);
        forbid.attachTo(cutIdentifier);
        join.attachTo(rejoin);
        return List.of(cut, forbid, join);
    }

    private Action action(String id, String key, StringProperty reason, Runnable work) {
        return Action.of("people." + id, texts.get("action." + id), work)
                .withKey(key)
                .disabledBy(reason);
    }

    private void cut(PersonLink link) {
        model.propose(
                texts.get("people.step.cut", link.user().value(), PeopleWords.identifier(link.identifier())),
                model.rules().without(link.pair()));
    }

    private void forbid(Identifier identifier) {
        model.propose(
                texts.get("people.step.forbid", PeopleWords.identifier(identifier)),
                model.rules().without(identifier));
    }

    private void join(PersonLink link) {
        model.propose(
                texts.get("people.step.join", link.user().value(), PeopleWords.identifier(link.identifier())),
                model.rules().joining(link.pair(), link.identifier()));
    }

    private Optional<PersonLink> link() {
        return Optional.ofNullable(links.getSelectionModel().getSelectedItem());
    }

    /// The one chosen in the picture, else that of the chosen link.
    private Optional<Identifier> identifier() {
        return chosen.or(() -> link().map(PersonLink::identifier));
    }

    /// Selects the first link of what was chosen in the picture.
    private void choose(Optional<Identifier> identifier) {
        chosen = identifier;
        identifier
                .flatMap(wanted -> links.getItems().stream()
                        .filter(link ->
                                link.identifier().equals(wanted) || link.user().equals(wanted))
                        .findFirst())
                .ifPresent(link -> links.getSelectionModel().select(link));
        settle();
    }

    private void settle() {
        String none = texts.get("reason.no-link");
        whyNotCut.set(link().map(link -> link.state() == LinkState.CUT ? texts.get("reason.is-cut") : "")
                .orElse(none));
        whyNotForbid.set(identifier()
                .map(identifier -> model.rules().forbidden().contains(identifier) ? texts.get("reason.is-cut") : "")
                .orElse(none));
        whyNotJoin.set(link().map(link -> isCut(link) ? "" : texts.get("reason.not-cut"))
                .orElse(none));
    }

    private boolean isCut(PersonLink link) {
        IdentifierPair pair = link.pair();
        return model.rules().cuts().contains(pair)
                || model.rules().forbidden().contains(pair.one())
                || model.rules().forbidden().contains(pair.other());
    }

    private void show(PersonGraph person) {
        chosen = Optional.empty();
        name.setText(person.name());
        sentence.setText(PeopleWords.person(texts, person));
        List<OverMerge> over = persons.people()
                .map(people -> people.search().row(person.person()).overMerged())
                .orElse(List.of());
        flags.setText(PeopleWords.overMerged(texts, over));
        flags.setVisible(!over.isEmpty());
        flags.setManaged(!over.isEmpty());
        MergeDrawing drawing = MergeDrawing.of(person);
        graph.show(drawing);
        picture.setVisible(!drawing.edges().isEmpty());
        picture.setManaged(!drawing.edges().isEmpty());
        leftOut.setText(texts.get("graph.left-out", MergeDrawing.MOST, drawing.leftOut()));
        leftOut.setVisible(drawing.leftOut() > 0);
        leftOut.setManaged(drawing.leftOut() > 0);
        links.getItems().setAll(person.links());
        settle();
    }

    private String source(PersonLink link) {
        String file = file(link.place().importId());
        return texts.get(
                "links.place",
                file,
                Numbers.count(link.place().firstLine()),
                Numbers.count(link.place().lastLine()));
    }

    private String file(long importId) {
        return persons.people()
                .map(people -> people.sources().getOrDefault(importId, ""))
                .orElse("");
    }
}
