package app.attune.profiles.ui;

import app.attune.profiles.IdentityRules;
import app.attune.profiles.IdentityVersion;
import app.attune.ui.Action;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;

/// Every version of the rules, and the way back to one of them.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class VersionsPage {
    /// @param number  0 for the time before the first save
    record Line(int number, IdentityRules rules, String author, String note, Optional<Instant> savedAt) {
        static List<Line> of(List<IdentityVersion> versions) {
            List<Line> lines = new ArrayList<>();
            versions.forEach(version -> lines.add(new Line(
                    version.version(),
                    version.rules(),
                    version.author(),
                    version.note(),
                    Optional.of(version.savedAt()))));
            lines.add(new Line(0, IdentityRules.NONE, "", "", Optional.empty()));
            return lines;
        }
    }

    @FXML
    private Label hint;

    @FXML
    private TableView<Line> versions;

    @FXML
    private Button restore;

    private final PeopleViewModel model;
    private final Texts texts;
    private final Parent root;
    private final StringProperty whyNot = new SimpleStringProperty();
    private final List<Action> actions;

    VersionsPage(PeopleViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.root = Views.load(this);
        new Columns<>(versions, hint, texts)
                .number("version", 6, Line::number)
                .text("saved", 12, line -> line.savedAt().map(Numbers::dateTime).orElse(Numbers.NONE))
                .text("author", 8, Line::author)
                .text("rules", 24, line -> PeopleWords.rules(texts, line.rules()))
                .text("note", 26, line -> line.number() == 0 ? texts.get("version.none") : line.note())
                .orElse("versions.none");
        Action back = Action.of("people.restore", texts.get("action.restore"), () -> chosen().ifPresent(this::restore))
                .withKey("Shortcut+Shift+Enter")
                .disabledBy(whyNot);
        back.attachTo(restore);
        this.actions = List.of(back);
        versions.getSelectionModel().selectedItemProperty().addListener(observed -> settle());
        model.draft().valueProperty().addListener(observed -> settle());
        model.shownProperty()
                .addListener((observed, before, now) ->
                        now.ifPresent(shown -> versions.getItems().setAll(Line.of(shown.versions()))));
        settle();
    }

    Parent root() {
        return root;
    }

    List<Action> actions() {
        return actions;
    }

    private Optional<Line> chosen() {
        return Optional.ofNullable(versions.getSelectionModel().getSelectedItem());
    }

    private void settle() {
        whyNot.set(chosen().map(line -> line.rules().equals(model.rules()) ? texts.get("reason.same-rules") : "")
                .orElse(texts.get("reason.no-version")));
    }

    private void restore(Line line) {
        model.propose(texts.get("people.step.restore", line.number()), line.rules());
    }
}
