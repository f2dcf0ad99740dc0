package app.attune.segments.ui;

import app.attune.segments.AllOf;
import app.attune.segments.Condition;
import app.attune.segments.Conditions;
import app.attune.segments.FieldCatalogue;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// What the keyboard does to the part it is on: add, duplicate, delete, move.
final class EditorKeys {
    static final String ADD_ROW = "A";
    static final String ADD_GROUP = "G";
    static final String DUPLICATE = "Shortcut+D";
    static final String DELETE = "Delete";
    static final String UP = "Alt+Up";
    static final String DOWN = "Alt+Down";

    /// A key and what it does.
    private record Binding(KeyCombination key, boolean writes, Runnable work) {}

    private final SegmentEditorViewModel model;
    private final ConditionPane pane;
    private final List<Binding> bindings = List.of(
            new Binding(KeyCombination.valueOf(ADD_ROW), true, this::addRow),
            new Binding(KeyCombination.valueOf(ADD_GROUP), true, this::addGroup),
            new Binding(KeyCombination.valueOf(DUPLICATE), false, this::duplicate),
            new Binding(KeyCombination.valueOf(DELETE), true, this::delete),
            new Binding(KeyCombination.valueOf(UP), false, this::moveUp),
            new Binding(KeyCombination.valueOf(DOWN), false, this::moveDown));

    EditorKeys(SegmentEditorViewModel model, ConditionPane pane) {
        this.model = model;
        this.pane = pane;
    }

    void pressed(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        for (Binding binding : bindings) {
            if (binding.key().match(event) && !(typing && binding.writes())) {
                binding.work().run();
                event.consume();
                return;
            }
        }
    }

    /// Adds a row to the group the keyboard is in.
    void addRow() {
        add(RowSubject::fresh);
    }

    /// Adds a group with one row to the group the keyboard is in.
    void addGroup() {
        add(fields -> new AllOf(List.of(RowSubject.fresh(fields))));
    }

    private void add(Function<FieldCatalogue, Condition> fresh) {
        List<Integer> path = pane.focusedPath();
        boolean inGroup = model.at(path).map(Conditions::isGroup).orElse(true);
        List<Integer> group = inGroup ? path : path.subList(0, path.size() - 1);
        model.fieldsProperty().get().ifPresent(fields -> model.add(group, fresh.apply(fields)));
    }

    void duplicate() {
        model.duplicate(pane.focusedPath());
    }

    void delete() {
        model.delete(pane.focusedPath());
    }

    void moveUp() {
        model.move(pane.focusedPath(), ConditionEdits.Direction.UP);
    }

    void moveDown() {
        model.move(pane.focusedPath(), ConditionEdits.Direction.DOWN);
    }
}
