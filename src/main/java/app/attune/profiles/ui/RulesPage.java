package app.attune.profiles.ui;

import app.attune.events.IdentifierReading;
import app.attune.profiles.IdentifierRule;
import app.attune.profiles.IdentityRules;
import app.attune.ui.Action;
import app.attune.ui.InWords;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;

/// The identifier rules in their order: which kinds link, how their values are compared, and their limits.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class RulesPage {
    @FXML
    private Label hint;

    @FXML
    private TableView<RuleLine> rules;

    @FXML
    private Button toggle;

    @FXML
    private Button up;

    @FXML
    private Button down;

    @FXML
    private ComboBox<IdentifierReading> reading;

    @FXML
    private TextField perPerson;

    @FXML
    private TextField users;

    @FXML
    private Label wrong;

    private final PeopleViewModel model;
    private final Texts texts;
    private final Parent root;
    private final StringProperty whyNotToggle = new SimpleStringProperty();
    private final StringProperty whyNotMove = new SimpleStringProperty();
    private final List<Action> actions;
    private boolean filling;

    RulesPage(PeopleViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.root = Views.load(this);
        new Columns<>(rules, hint, texts)
                .text("place", 5, line -> line.isOn() ? Integer.toString(line.place()) : Numbers.NONE)
                .text("kind", 12, RuleLine::kind)
                .text("links", 6, line -> texts.get(line.isOn() ? "rule.on" : "rule.off"))
                .text(
                        "reading",
                        16,
                        line -> line.isOn() ? texts.get("reading." + line.rule().reading()) : Numbers.NONE)
                .text("per-person", 10, line -> limit(line, line.rule().mostPerPerson()))
                .text("most-users", 10, line -> limit(line, line.rule().mostUsers()))
                .orElse("rules.no-columns");
        rules.getColumns().forEach(column -> column.setSortable(false));
        reading.getItems().setAll(IdentifierReading.values());
        reading.setConverter(words());
        this.actions = makeActions();
        rules.getSelectionModel().selectedItemProperty().addListener(observed -> fill());
        reading.valueProperty().addListener((observed, before, now) -> {
            if (now != null) {
                edit(rule -> new IdentifierRule(rule.kind(), now, rule.mostPerPerson(), rule.mostUsers()));
            }
        });
        perPerson.textProperty().addListener(observed -> typed());
        users.textProperty().addListener(observed -> typed());
        model.draft().valueProperty().addListener(observed -> show());
        model.shownProperty().addListener(observed -> show());
        fill();
    }

    Parent root() {
        return root;
    }

    List<Action> actions() {
        return actions;
    }

    private List<Action> makeActions() {
        Action switched = action("toggle", "Alt+P", whyNotToggle, this::toggleChosen);
        Action higher = action("up", "Alt+Up", whyNotMove, () -> move(-1));
        Action lower = action("down", "Alt+Down", whyNotMove, () -> move(1));
        switched.attachTo(toggle);
        higher.attachTo(up);
        lower.attachTo(down);
        return List.of(switched, higher, lower);
    }

    private Action action(String id, String key, StringProperty reason, Runnable work) {
        return Action.of("people." + id, texts.get("action." + id), work)
                .withKey(key)
                .disabledBy(reason);
    }

    private Optional<RuleLine> chosen() {
        return Optional.ofNullable(rules.getSelectionModel().getSelectedItem());
    }

    private void toggleChosen() {
        chosen().ifPresent(line -> model.change(
                texts.get(line.isOn() ? "people.step.off" : "people.step.on", line.kind()),
                line.toggled(model.rules())));
    }

    private void move(int places) {
        chosen().filter(RuleLine::isOn)
                .ifPresent(line ->
                        model.change(texts.get("people.step.move", line.kind()), line.moved(model.rules(), places)));
    }

    private void edit(UnaryOperator<IdentifierRule> change) {
        chosen().filter(line -> line.isOn() && !filling)
                .ifPresent(line -> model.typed(
                        texts.get("people.step.limits", line.kind()),
                        line.with(model.rules(), change.apply(line.rule()))));
    }

    private void typed() {
        Optional<Integer> most = RuleLine.limit(perPerson.getText());
        Optional<Integer> shared = RuleLine.limit(users.getText());
        boolean fits = most.isPresent() && shared.isPresent();
        wrong.setText(fits ? "" : texts.get("rule.no-number"));
        wrong.setVisible(!fits);
        wrong.setManaged(!fits);
        if (fits) {
            edit(rule -> new IdentifierRule(rule.kind(), rule.reading(), most.get(), shared.get()));
        }
    }

    /// The line chosen stays chosen, wherever it went.
    private void show() {
        IdentityRules now = model.rules();
        List<String> columns =
                model.shownProperty().get().map(PeopleViewModel.Shown::columns).orElse(List.of());
        List<RuleLine> lines = RuleLine.of(now, columns);
        if (lines.equals(rules.getItems())) {
            return;
        }
        String kind = chosen().map(RuleLine::kind).orElse(lines.getFirst().kind());
        boolean typing = perPerson.isFocused() || users.isFocused();
        filling = typing;
        rules.getItems().setAll(lines);
        lines.stream()
                .filter(line -> line.kind().equals(kind))
                .findFirst()
                .ifPresent(line -> rules.getSelectionModel().select(line));
        filling = false;
    }

    /// What is being typed stays as it is typed.
    private void fill() {
        Optional<RuleLine> line = chosen();
        boolean on = line.filter(RuleLine::isOn).isPresent();
        whyNotToggle.set(line.isPresent() ? "" : texts.get("reason.no-rule"));
        whyNotMove.set(on ? "" : texts.get("reason.rule-off"));
        reading.setDisable(!on);
        perPerson.setDisable(!on);
        users.setDisable(!on);
        if (filling) {
            return;
        }
        filling = true;
        line.ifPresent(chosen -> {
            toggle.setText(texts.get(chosen.isOn() ? "rule.switch-off" : "rule.switch-on"));
            reading.setValue(chosen.rule().reading());
            perPerson.setText(shown(chosen.rule().mostPerPerson()));
            users.setText(shown(chosen.rule().mostUsers()));
        });
        filling = false;
    }

    private static String shown(int limit) {
        return limit == 0 ? "" : Integer.toString(limit);
    }

    private String limit(RuleLine line, int limit) {
        if (!line.isOn()) {
            return Numbers.NONE;
        }
        return limit == 0 ? texts.get("rule.no-limit") : Numbers.count(limit);
    }

    private StringConverter<IdentifierReading> words() {
        return InWords.of(value -> texts.get("reading." + value.name()));
    }
}
