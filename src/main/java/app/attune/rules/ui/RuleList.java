package app.attune.rules.ui;

import javafx.collections.ListChangeListener;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The list of rules in order: shows as selected what the model says, and moves, pauses and deletes rules by keys.
final class RuleList {
    private final ListView<RuleRow> list;
    private final RulesViewModel model;
    private boolean selecting;

    RuleList(ListView<RuleRow> list, RulesViewModel model) {
        this.list = list;
        this.model = model;
    }

    void prepare() {
        list.setItems(model.rows());
        list.setCellFactory(view -> new RuleCell(model::move, view.widthProperty()));
        list.widthProperty().addListener(observed -> list.refresh());
        list.getSelectionModel().selectedItemProperty().addListener((observed, before, now) -> {
            if (!selecting && now != null) {
                model.selectedProperty().set(now.rule().id().value());
            }
        });
        model.rows().addListener((ListChangeListener<RuleRow>) change -> select());
        model.selectedProperty().addListener(observed -> select());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    /// Through every rebuild of the rows.
    private void select() {
        selecting = true;
        model.selectedRow()
                .ifPresentOrElse(
                        row -> list.getSelectionModel().select(row),
                        () -> list.getSelectionModel().clearSelection());
        selecting = false;
    }

    private void keyPressed(KeyEvent event) {
        boolean taken = true;
        if (event.isAltDown() && event.getCode() == KeyCode.UP) {
            model.moveBy(-1);
        } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
            model.moveBy(1);
        } else if (event.getCode() == KeyCode.SPACE) {
            model.togglePaused();
        } else if (event.getCode() == KeyCode.DELETE) {
            model.delete();
        } else {
            taken = false;
        }
        if (taken) {
            event.consume();
        }
    }
}
