package app.attune.rules.ui;

import app.attune.rules.RuleSet;
import app.attune.ui.DisabledHint;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// Every version of the rules, what restoring one would change, and the button that does it.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class RuleHistoryView {
    @FXML
    private ListView<RuleSet> versions;

    @FXML
    private Label differenceTitle;

    @FXML
    private ScrollPane differenceScroll;

    @FXML
    private VBox differences;

    @FXML
    private Button restore;

    private final StringProperty whyNotRestore = new SimpleStringProperty("");

    private final RulesViewModel model;
    private final Texts texts = Texts.of("rules");
    private final Parent root;

    RuleHistoryView(RulesViewModel model) {
        this.model = model;
        this.root = Views.load(this);
        versions.setItems(model.versions());
        versions.setCellFactory(list -> new VersionCell());
        Label none = new Label(texts.get("rules.history.none"));
        none.setWrapText(true);
        versions.setPlaceholder(none);
        versions.getSelectionModel().selectedItemProperty().addListener(observed -> show());
        model.rows().addListener((javafx.beans.InvalidationListener) observed -> show());
        DisabledHint.explain(restore, whyNotRestore);
        differenceTitle.managedProperty().bind(differenceTitle.textProperty().isNotEmpty());
        differenceScroll.visibleProperty().bind(differenceTitle.managedProperty());
        differenceScroll.managedProperty().bind(differenceTitle.managedProperty());
        restore.setOnAction(event -> {
            RuleSet chosen = versions.getSelectionModel().getSelectedItem();
            if (chosen != null) {
                model.restore(chosen);
            }
        });
        show();
    }

    Parent root() {
        return root;
    }

    private void show() {
        RuleSet chosen = versions.getSelectionModel().getSelectedItem();
        differenceTitle.setText(chosen == null ? "" : texts.get("rules.difference", chosen.version()));
        List<String> changes = chosen == null ? List.of() : model.differenceTo(chosen);
        String same = chosen == null ? "rules.select-version" : "rules.difference.none";
        whyNotRestore.set(changes.isEmpty() ? texts.get(same) : "");
        List<String> lines =
                chosen != null && changes.isEmpty() ? List.of(texts.get("rules.difference.none")) : changes;
        differences
                .getChildren()
                .setAll(lines.stream().map(RuleHistoryView::line).toList());
    }

    private static Label line(String sentence) {
        Label label = new Label(sentence);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    private final class VersionCell extends ListCell<RuleSet> {
        private static final Insets ROOM = new Insets(6, 0, 6, 0);

        @Override
        protected void updateItem(RuleSet set, boolean empty) {
            super.updateItem(set, empty);
            if (empty || set == null) {
                setGraphic(null);
                return;
            }
            Label title =
                    line(texts.get("rules.version", String.valueOf(set.version()), Numbers.dateTime(set.savedAt())));
            title.getStyleClass().add("strong");
            String by = set.note().isBlank() ? "rules.version.by" : "rules.version.by.note";
            Label author = line(texts.get(by, set.author(), set.note()));
            author.getStyleClass().add("body-compact");
            VBox words = new VBox(title, author);
            words.setPadding(ROOM);
            setGraphic(words);
        }
    }
}
