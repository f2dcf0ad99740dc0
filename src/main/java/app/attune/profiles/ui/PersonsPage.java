package app.attune.profiles.ui;

import app.attune.profiles.PersonRow;
import app.attune.profiles.PersonSearch;
import app.attune.ui.Action;
import app.attune.ui.InWords;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;

/// The persons, searched and filtered, and how the chosen one came to be.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class PersonsPage {
    @FXML
    private SplitPane split;

    @FXML
    private TextField search;

    @FXML
    private ComboBox<PersonsViewModel.Among> among;

    @FXML
    private Label found;

    @FXML
    private TableView<PersonRow> persons;

    private final Texts texts;
    private final Parent root;
    private final PersonPane pane;

    PersonsPage(PersonsViewModel model, PeopleViewModel people, Texts texts) {
        this.texts = texts;
        this.root = Views.load(this);
        this.pane = new PersonPane(model, people, texts);
        split.getItems().add(pane.root());
        search.textProperty().bindBidirectional(model.textProperty());
        among.getItems().setAll(PersonsViewModel.Among.values());
        among.setConverter(words());
        among.valueProperty().bindBidirectional(model.amongProperty());
        new Columns<>(persons, found, texts)
                .text("person", 12, this::name)
                .number("users", 5, PersonRow::users)
                .number("identifiers", 7, PersonRow::identifiers)
                .number("events", 6, PersonRow::events)
                .orElse("persons.none");
        persons.getSelectionModel().selectedItemProperty().addListener((observed, before, now) -> {
            if (now != null) {
                model.look(now);
            }
        });
        model.pageProperty().addListener((observed, before, now) -> show(now));
    }

    Parent root() {
        return root;
    }

    List<Action> actions() {
        return pane.actions();
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    /// An over-merged person says so in words beside the name.
    private String name(PersonRow row) {
        return row.overMerged().isEmpty() ? row.name() : texts.get("persons.over-merged", row.name());
    }

    private void show(PersonSearch.Page page) {
        persons.getItems().setAll(page.rows());
        found.setText(
                page.found() > page.rows().size()
                        ? texts.get(
                                "persons.found.some", Numbers.count(page.rows().size()), Numbers.count(page.found()))
                        : texts.get("persons.found", page.found()));
    }

    private StringConverter<PersonsViewModel.Among> words() {
        return InWords.of(value -> texts.get("among." + value.name()));
    }
}
