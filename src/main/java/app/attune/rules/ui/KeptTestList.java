package app.attune.rules.ui;

import app.attune.rules.DecisionTest;
import app.attune.ui.Texts;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The tests of decisions that are kept, each with what it expects and a button that removes it.
final class KeptTestList extends VBox {
    private static final double GAP = 6;

    private final Texts texts = Texts.of("rules");
    private final TestsViewModel model;

    KeptTestList(TestsViewModel model) {
        super(GAP);
        setId("keptTests");
        this.model = model;
        InvalidationListener changed = observed -> show();
        model.kept().addListener(changed);
        model.removedProperty().addListener(changed);
        show();
    }

    private void show() {
        getChildren().setAll(model.kept().stream().map(this::row).toList());
        model.removedProperty()
                .get()
                .ifPresent(gone -> getChildren()
                        .add(row(
                                texts.get("versions.test.removed", gone.test().name()),
                                button("putBackTest", "versions.test.put-back", gone.test(), model::putBack))));
    }

    private Node row(DecisionTest test) {
        return row(
                texts.get("versions.test.expects", test.name(), test.expected()),
                button("removeTest", "versions.test.remove", test, () -> model.remove(test)));
    }

    private Node row(String words, Button button) {
        Label label = VersionDetailsView.line(words);
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(GAP);
        row.getChildren().setAll(List.of(label, button));
        return row;
    }

    private Button button(String id, String key, DecisionTest test, Runnable work) {
        Button button = new Button(texts.get(key));
        button.setId(id);
        button.setAccessibleText(texts.get(key) + ": " + test.name());
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> work.run());
        return button;
    }
}
