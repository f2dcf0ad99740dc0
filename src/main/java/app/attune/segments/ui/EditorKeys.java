package app.attune.segments.ui;

import app.attune.segments.AllOf;
import app.attune.segments.Condition;
import app.attune.segments.Conditions;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// What the keyboard does to the part it is on: add, duplicate, delete, move, mark.
final class EditorKeys {
    static final String ADD_ROW = "A";
    static final String ADD_OTHER = "Shift+A";
    static final String ADD_GROUP = "G";
    static final String DUPLICATE = "Shortcut+D";
    static final String DELETE = "Delete";
    static final String UP = "Alt+Up";
    static final String DOWN = "Alt+Down";

    static final String MUTE = "M";
    static final String LOCK = "L";
    static final String COMMENT = "C";

    /// A key and what it does.
    private record Binding(KeyCombination key, boolean writes, Runnable work) {}

    private final SegmentEditorViewModel model;
    private final ConditionPane pane;
    private final List<Binding> bindings = List.of(
            new Binding(KeyCombination.valueOf(ADD_ROW), true, this::addRow),
            new Binding(KeyCombination.valueOf(ADD_OTHER), true, this::addOther),
            new Binding(KeyCombination.valueOf(ADD_GROUP), true, this::addGroup),
            new Binding(KeyCombination.valueOf(DUPLICATE), false, this::duplicate),
            new Binding(KeyCombination.valueOf(DELETE), true, this::delete),
            new Binding(KeyCombination.valueOf(UP), false, this::moveUp),
            new Binding(KeyCombination.valueOf(DOWN), false, this::moveDown),
            new Binding(KeyCombination.valueOf(MUTE), true, this::mute),
            new Binding(KeyCombination.valueOf(LOCK), true, this::lock),
            new Binding(KeyCombination.valueOf(COMMENT), true, this::comment));

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
        add(offers -> new FreshRows(offers).events());
    }

    /// Adds a group with one row to the group the keyboard is in.
    void addGroup() {
        add(offers -> new AllOf(List.of(new FreshRows(offers).events())));
    }

    /// Asks what a new row of the group the keyboard is in is to be about.
    void addOther() {
        pane.showOthers(group());
    }

    private List<Integer> group() {
        List<Integer> path = pane.focusedPath();
        boolean inGroup = model.at(path).map(Conditions::isGroup).orElse(true);
        return inGroup ? path : path.subList(0, path.size() - 1);
    }

    private void add(Function<Offers, Condition> fresh) {
        List<Integer> group = group();
        model.offersProperty().get().ifPresent(offers -> model.add(group, fresh.apply(offers)));
    }

    void duplicate() {
        model.commands().duplicate(pane.focusedPath());
    }

    void delete() {
        model.delete(pane.focusedPath());
    }

    void moveUp() {
        model.commands().move(pane.focusedPath(), ConditionEdits.Direction.UP);
    }

    void moveDown() {
        model.commands().move(pane.focusedPath(), ConditionEdits.Direction.DOWN);
    }

    void mute() {
        model.commands().mute(pane.focusedPath());
    }

    void lock() {
        model.commands().lock(pane.focusedPath());
    }

    void comment() {
        pane.comment(pane.focusedPath());
    }
}
