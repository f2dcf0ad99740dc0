package app.attune.rules.ui;

import app.attune.rules.Rule;
import app.attune.rules.RuleConflict;
import app.attune.rules.RuleId;
import app.attune.ui.Texts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Who wins where the selected rule and another one match the same users, for how many, and why.
final class ConflictList extends VBox {
    private static final double GAP = 6;

    private final Texts texts = Texts.of("rules");
    private final RulesViewModel model;

    ConflictList(RulesViewModel model) {
        this.model = model;
        setId("conflicts");
        setSpacing(GAP);
    }

    /// Nothing of a rule that is not active or not yet counted.
    void show(RuleRow row) {
        getChildren().clear();
        if (!row.rule().isActive() || row.reach().isEmpty()) {
            return;
        }
        Label title = line(texts.get("rules.conflicts"));
        title.getStyleClass().add("form-label");
        getChildren().add(title);
        if (row.conflicts().isEmpty()) {
            getChildren().add(line(texts.get("rules.conflicts.none")));
        }
        for (RuleConflict conflict : row.conflicts()) {
            conflict.settled(model.program())
                    .ifPresent(
                            by -> getChildren().add(of(conflict, by, row.rule().id())));
        }
    }

    private Node of(RuleConflict conflict, RuleConflict.Settled by, RuleId rule) {
        boolean wins = conflict.winner().equals(rule);
        RuleId other = wins ? conflict.loser() : conflict.winner();
        String key = wins ? "rules.conflicts.wins" : "rules.conflicts.loses";
        String why = texts.get("rules.conflicts." + by.name());
        VBox box = new VBox(GAP / 2, line(texts.get(key, name(other), conflict.users(), why)));
        if (!wins && by == RuleConflict.Settled.BY_ORDER) {
            box.getChildren().add(moveAbove(rule, other));
        }
        return box;
    }

    private String name(RuleId id) {
        return model.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .map(Rule::name)
                .orElse(id.value());
    }

    private Button moveAbove(RuleId rule, RuleId other) {
        Button button = new Button(texts.get("rules.conflicts.move", name(other)));
        button.setMnemonicParsing(false);
        button.setWrapText(true);
        button.setMinSize(0, USE_PREF_SIZE);
        button.getStyleClass().add("small");
        button.setOnAction(event -> model.move(rule, RuleOrder.indexOf(model.rules(), other) + 1));
        return button;
    }

    private static Label line(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("body-compact");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
