package app.attune.rules.ui;

import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;

/// The rules, or a page that is opened over them and leads back.
final class RulePages {
    private final StackPane root = new StackPane();
    private final Parent rules;

    RulePages(Parent rules) {
        this.rules = rules;
        root.getChildren().setAll(rules);
    }

    Parent root() {
        return root;
    }

    void open(Parent page) {
        root.getChildren().setAll(page);
    }

    /// @param opener has the keyboard again
    void back(Button opener) {
        root.getChildren().setAll(rules);
        opener.requestFocus();
    }
}
