package app.attune.profiles.ui;

import app.attune.profiles.Identifier;
import app.attune.profiles.IdentifierPair;
import app.attune.profiles.IdentityRules;
import app.attune.profiles.OverMerge;
import app.attune.profiles.People;
import app.attune.ui.Action;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;

/// Identifiers that would have made one person of too many, each with why; and what was cut by hand.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class OverMergedPage {
    /// An identifier that links nobody, or a link that was cut, by hand.
    ///
    /// @param other what it is not linked to; empty for everything
    record Cut(Identifier one, Optional<Identifier> other) {
        static List<Cut> of(IdentityRules rules) {
            List<Cut> cuts = new ArrayList<>();
            rules.forbidden().forEach(identifier -> cuts.add(new Cut(identifier, Optional.empty())));
            rules.cuts().forEach(pair -> cuts.add(new Cut(pair.one(), Optional.of(pair.other()))));
            return cuts;
        }

        /// The rules without this.
        IdentityRules undone(IdentityRules rules) {
            return other.map(found -> rules.uncut(new IdentifierPair(one, found)))
                    .orElseGet(() -> rules.allowing(one));
        }
    }

    @FXML
    private Label hint;

    @FXML
    private TableView<OverMerge> overMerged;

    @FXML
    private Button showPersons;

    @FXML
    private Button forbid;

    @FXML
    private TableView<Cut> cuts;

    @FXML
    private Button undoCut;

    private final PeopleViewModel model;
    private final Consumer<Set<Integer>> drill;
    private final Texts texts;
    private final Parent root;
    private final StringProperty whyNot = new SimpleStringProperty();
    private final StringProperty whyNotUndo = new SimpleStringProperty();
    private final List<Action> actions;

    /// @param drill lists persons
    OverMergedPage(PeopleViewModel model, Consumer<Set<Integer>> drill, Texts texts) {
        this.model = model;
        this.drill = drill;
        this.texts = texts;
        this.root = Views.load(this);
        new Columns<>(overMerged, hint, texts)
                .text("identifier", 14, over -> PeopleWords.identifier(over.identifier()))
                .number("count", 5, OverMerge::count)
                .number("limit", 5, OverMerge::limit)
                .text("why", 48, over -> PeopleWords.overMerge(texts, over))
                .orElse("over.none");
        new Columns<>(cuts, hint, texts)
                .text("identifier", 16, cut -> PeopleWords.identifier(cut.one()))
                .text(
                        "not-linked",
                        22,
                        cut -> cut.other().map(PeopleWords::identifier).orElse(texts.get("cut.everything")))
                .orElse("cut.none");
        this.actions = makeActions();
        overMerged.getSelectionModel().selectedItemProperty().addListener(observed -> settle());
        cuts.getSelectionModel().selectedItemProperty().addListener(observed -> settle());
        model.shownProperty()
                .addListener((observed, before, now) -> now.ifPresent(shown ->
                        overMerged.getItems().setAll(shown.people().persons().overMerged())));
        model.draft()
                .valueProperty()
                .addListener((observed, before, now) -> cuts.getItems().setAll(Cut.of(now)));
        settle();
    }

    Parent root() {
        return root;
    }

    List<Action> actions() {
        return actions;
    }

    private List<Action> makeActions() {
        Action show = action("over-persons", "Shortcut+Shift+F", whyNot, () -> chosen().ifPresent(this::showPersons));
        Action cut = action("over-forbid", "Shortcut+Alt+L", whyNot, () -> chosen().ifPresent(this::forbid));
        Action undo = action("undo-cut", "Shortcut+Shift+R", whyNotUndo, () -> cut().ifPresent(this::undo));
        show.attachTo(showPersons);
        cut.attachTo(forbid);
        undo.attachTo(undoCut);
        return List.of(show, cut, undo);
    }

    private Action action(String id, String key, StringProperty reason, Runnable work) {
        return Action.of("people." + id, texts.get("action." + id), work)
                .withKey(key)
                .disabledBy(reason);
    }

    private Optional<OverMerge> chosen() {
        return Optional.ofNullable(overMerged.getSelectionModel().getSelectedItem());
    }

    private Optional<Cut> cut() {
        return Optional.ofNullable(cuts.getSelectionModel().getSelectedItem());
    }

    private void settle() {
        whyNot.set(chosen().isPresent() ? "" : texts.get("reason.no-over"));
        whyNotUndo.set(cut().isPresent() ? "" : texts.get("reason.no-cut"));
    }

    private void showPersons(OverMerge over) {
        model.shownProperty()
                .get()
                .map(PeopleViewModel.Shown::people)
                .ifPresent(people -> drill.accept(persons(people, over)));
    }

    private static Set<Integer> persons(People people, OverMerge over) {
        Set<Integer> found = new HashSet<>(people.search().sharing(over));
        found.add(people.persons().personOf(over.userIdx()));
        return found;
    }

    private void forbid(OverMerge over) {
        model.propose(
                texts.get("people.step.forbid", PeopleWords.identifier(over.identifier())),
                model.rules().without(over.identifier()));
    }

    private void undo(Cut cut) {
        model.propose(
                texts.get(
                        "people.step.join",
                        PeopleWords.identifier(cut.one()),
                        cut.other().map(PeopleWords::identifier).orElse(texts.get("cut.everything"))),
                cut.undone(model.rules()));
    }
}
