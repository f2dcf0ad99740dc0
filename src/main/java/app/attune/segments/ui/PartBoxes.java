package app.attune.segments.ui;

import app.attune.segments.AllOf;
import app.attune.segments.AttributeCondition;
import app.attune.segments.Condition;
import app.attune.segments.ConditionSentence;
import app.attune.segments.Conditions;
import app.attune.segments.EventCondition;
import app.attune.segments.FieldTest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Builds the boxes of groups and rows.
final class PartBoxes {
    /// The width of the controls, in letters: the line without its count and buttons, but never less.
    private static final double NARROW = 14;

    private static final double BESIDE = 18.6;

    /// The property of a box that says which part it is.
    static final String PATH = "segments.path";

    private PartBoxes() {}

    static Node of(Part part) {
        Condition now = part.now();
        return Conditions.isGroup(now) ? group(part, now) : row(part, now);
    }

    private static Node group(Part part, Condition group) {
        VBox box = box(part, "condition-group");
        box.getChildren().add(groupHead(part, group));
        List<Condition> parts = Conditions.parts(group);
        if (parts.isEmpty()) {
            Label empty = new Label(
                    part.texts().get("group.empty." + GroupKind.of(group).key()));
            empty.getStyleClass().add("muted");
            box.getChildren().add(empty);
        }
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                box.getChildren().add(connector(part, GroupKind.of(group)));
            }
            box.getChildren().add(of(part.child(i)));
        }
        box.getChildren().addAll(part.pane().findingsAt(part.path()), adders(part));
        return box;
    }

    private static VBox box(Part part, String style) {
        VBox box = new VBox();
        box.getStyleClass().add(style);
        box.setId(Part.id(part.path()));
        box.getProperties().put(PATH, part.path());
        return box;
    }

    private static Node connector(Part part, GroupKind kind) {
        Label word = new Label(part.texts().get("connector." + kind.key()));
        word.getStyleClass().addAll("pill", "condition-connector");
        return word;
    }

    private static Node groupHead(Part part, Condition group) {
        ComboBox<GroupKind> kinds = Choices.of(
                new Choices.Name(part.id("kind"), part.spoken("group.kind")),
                List.of(GroupKind.values()),
                GroupKind.of(group),
                kind -> part.texts().get("group." + kind.key()));
        Choices.onPick(kinds, kind -> part.change(now -> kind.of(Conditions.parts(now))));
        return line(part, List.of(kinds));
    }

    private static HBox line(Part part, List<? extends Node> controls) {
        FlowPane editors = new FlowPane();
        editors.getStyleClass().add("condition-controls");
        editors.getChildren().setAll(controls);
        HBox.setHgrow(editors, Priority.ALWAYS);
        Label count = part.pane().countAt(part);
        HBox line = new HBox(editors, count);
        line.getStyleClass().add("condition-line");
        editors.prefWrapLengthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> wrapAt(line.getWidth(), count.getFont().getSize()),
                        line.widthProperty(),
                        count.fontProperty()));
        if (!part.path().isEmpty()) {
            line.getChildren().addAll(menu(part), remover(part));
        }
        return line;
    }

    private static double wrapAt(double width, double letter) {
        return Math.max(NARROW * letter, width - BESIDE * letter);
    }

    private static Node adders(Part part) {
        Button row = new Button(part.texts().get("row.add"), new FontIcon("mdoal-add"));
        row.setId(part.id("add-row"));
        row.setOnAction(event -> part.model().add(part.path(), RowSubject.fresh(part.fields())));
        Button group = new Button(part.texts().get("group.add"), new FontIcon("mdoal-add"));
        group.setId(part.id("add-group"));
        group.setOnAction(event -> part.model().add(part.path(), freshGroup(part)));
        List<Button> buttons = List.of(row, group);
        buttons.forEach(button -> button.getStyleClass().add("small"));
        buttons.forEach(button -> button.setMinWidth(Region.USE_PREF_SIZE));
        HBox adders = new HBox(row, group);
        adders.getStyleClass().add("toolbar");
        return adders;
    }

    static Condition freshGroup(Part part) {
        return new AllOf(List.of(RowSubject.fresh(part.fields())));
    }

    private static Node row(Part part, Condition row) {
        VBox box = box(part, "condition-row");
        List<Node> controls = new ArrayList<>();
        List<FlowPane> tests = new ArrayList<>();
        if (!Editable.is(row)) {
            controls.add(words(part, row));
        } else if (row instanceof AttributeCondition attribute) {
            controls.addAll(RowEditors.attribute(part, attribute));
        } else if (row instanceof EventCondition events) {
            controls.addAll(new EventEditor(part, events).nodes());
            List<FieldTest> where = events.where();
            for (int i = 0; i < where.size(); i++) {
                tests.add(new WhereEditor(part, i, where.get(i)).node());
            }
            Node adder = testAdder(part);
            if (tests.isEmpty()) {
                controls.add(adder);
            } else {
                tests.getLast().getChildren().add(adder);
            }
        }
        box.getChildren().add(line(part, controls));
        box.getChildren().addAll(tests);
        box.getChildren().add(part.pane().findingsAt(part.path()));
        return box;
    }

    private static Node words(Part part, Condition row) {
        Label words = new Label(ConditionSentence.row(row));
        words.setWrapText(true);
        words.setId(part.id("words"));
        return words;
    }

    private static Node testAdder(Part part) {
        Button add = new Button(part.texts().get("where.add"));
        add.getStyleClass().addAll("flat", "small");
        add.setId(part.id("add-where"));
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.setOnAction(event -> part.change(now -> now instanceof EventCondition events
                ? EventEdits.withTest(
                        events,
                        WhereEditor.fresh(part, part.fields().eventFields().getFirst()))
                : now));
        return add;
    }

    private static Button remover(Part part) {
        Button delete = new Button("", new FontIcon("mdoal-close"));
        delete.getStyleClass().addAll("flat", "small", "button-icon");
        delete.setId(part.id("delete"));
        delete.setAccessibleText(part.spoken("part.delete"));
        delete.setTooltip(new Tooltip(part.texts().get("part.delete")));
        delete.setOnAction(event -> part.model().delete(part.path()));
        return delete;
    }

    private static MenuButton menu(Part part) {
        MenuButton menu = new MenuButton("", new FontIcon("mdomz-more_vert"));
        menu.getStyleClass().addAll("flat", "small", "button-icon", "no-arrow", "condition-menu");
        menu.setId(part.id("menu"));
        menu.setAccessibleText(part.spoken("part.menu"));
        SegmentEditorViewModel model = part.model();
        menu.getItems()
                .setAll(
                        item(part, "part.duplicate", model::duplicate),
                        item(part, "part.up", path -> model.move(path, ConditionEdits.Direction.UP)),
                        item(part, "part.down", path -> model.move(path, ConditionEdits.Direction.DOWN)),
                        item(part, "part.delete", model::delete));
        return menu;
    }

    private static MenuItem item(Part part, String key, Consumer<List<Integer>> work) {
        MenuItem item = new MenuItem(part.texts().get(key));
        item.setOnAction(event -> work.accept(part.path()));
        return item;
    }
}
