package app.attune.profiles.ui;

import app.attune.profiles.IdentityChange;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;

/// What applying the rules being edited would change: persons, users, events, segments.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class ChangesPage {
    @FXML
    private Label headline;

    @FXML
    private TableView<IdentityChange.Part> parts;

    @FXML
    private TableView<IdentityChange.Count> segments;

    private final PeopleViewModel model;
    private final Texts texts;
    private final Parent root;

    ChangesPage(PeopleViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.root = Views.load(this);
        new Columns<>(parts, headline, texts)
                .text("person", 12, IdentityChange.Part::before)
                .text("becomes", 12, IdentityChange.Part::after)
                .text("its-users", 24, part -> String.join(", ", part.users()))
                .number("events", 7, IdentityChange.Part::events)
                .orElse("change.no-parts");
        new Columns<>(segments, headline, texts)
                .text("segment", 18, IdentityChange.Count::segment)
                .number("now", 7, IdentityChange.Count::before)
                .number("then", 7, IdentityChange.Count::after)
                .text("difference", 8, count -> Numbers.change(count.after() - count.before()))
                .orElse("change.no-segments");
        model.changeProperty().addListener(observed -> show());
        model.changedProperty().addListener(observed -> show());
        model.busyProperty().addListener(observed -> show());
        show();
    }

    Parent root() {
        return root;
    }

    private void show() {
        Optional<IdentityChange> change = model.changeProperty().get();
        boolean busy = model.busyProperty().get().isPresent();
        String none = !model.changedProperty().get() ? "change.none" : busy ? "change.counting" : "change.unknown";
        headline.setText(change.map(found -> PeopleWords.change(texts, found)).orElse(texts.get(none)));
        parts.getItems().setAll(change.map(IdentityChange::parts).orElse(List.of()));
        segments.getItems().setAll(change.map(IdentityChange::segments).orElse(List.of()));
    }
}
