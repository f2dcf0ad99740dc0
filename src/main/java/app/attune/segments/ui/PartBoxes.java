package app.attune.segments.ui;

import app.attune.segments.AllOf;
import app.attune.segments.Condition;
import app.attune.segments.Conditions;
import app.attune.ui.Letters;
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
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Builds the boxes of groups and rows.
final class PartBoxes {
    /// The width of the controls before anything is laid out, and at least.
    private static final double NARROW = 190;

    /// In letters, as the next.
    private static final double ROOMY = 36;

    private static final double COUNT = 5;

    /// How many letters wide a line has room for the handle as well.
    private static final double WITH_HANDLE = 33;

    /// The property of a box that says which part it is.
    static final String PATH = "segments.path";

    /// What adds a row about something else than events.
    static final String ADD_OTHER = "add-other";

    private PartBoxes() {}

    static Node of(Part part) {
        Condition now = part.now();
        VBox box = Conditions.isGroup(now) ? group(part, now) : row(part, now);
        PartMarks.show(part, box);
        PartDrag.accept(part, box);
        return box;
    }

    private static VBox group(Part part, Condition group) {
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
        box.getChildren().addAll(part.pane().answers().findingsAt(part.path()), adders(part));
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
        Choices.onPick(kinds, kind -> {
            part.change(now -> kind.of(Conditions.parts(now)));
            kinds.setValue(GroupKind.of(part.now()));
        });
        return line(part, new RowNodes(List.of(kinds)));
    }

    private static HBox line(Part part, RowNodes nodes) {
        FlowPane editors = new FlowPane();
        editors.getStyleClass().add("condition-controls");
        editors.getChildren().setAll(nodes.first());
        Choices.limit(editors);
        HBox.setHgrow(editors, Priority.ALWAYS);
        Label count = part.pane().answers().countAt(part);
        HBox line = new HBox(editors, count);
        line.getStyleClass().add("condition-line");
        if (!part.path().isEmpty()) {
            line.getChildren().addFirst(handle(part, line, count));
            line.getChildren().addAll(menu(part, nodes.menu()), remover(part));
        }
        count.minWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> countWidth(line.getWidth(), count.getFont().getSize()),
                        line.widthProperty(),
                        count.fontProperty()));
        editors.prefWrapLengthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> beside(line, editors),
                        line.widthProperty(),
                        line.spacingProperty(),
                        count.textProperty(),
                        count.fontProperty()));
        return line;
    }

    /// Shown where the line has room for it.
    private static Node handle(Part part, HBox line, Label count) {
        Node handle = PartDrag.handle(part);
        Letters.watch(line.widthProperty(), count.fontProperty(), letters -> {
            handle.setVisible(letters > WITH_HANDLE);
            handle.setManaged(letters > WITH_HANDLE);
        });
        return handle;
    }

    /// Where there is room a count stands in one line.
    private static double countWidth(double width, double letter) {
        return width > ROOMY * letter ? Region.USE_PREF_SIZE : COUNT * letter;
    }

    /// The width a line leaves to its controls, whose height follows from it.
    private static double beside(HBox line, FlowPane editors) {
        double others = line.getChildren().stream()
                .filter(node -> node.isManaged() && !node.equals(editors))
                .mapToDouble(node -> node.prefWidth(-1) + line.getSpacing())
                .sum();
        return Math.max(NARROW, line.getWidth() - others - 1);
    }

    private static Node adders(Part part) {
        FreshRows fresh = new FreshRows(part.offers());
        Button row = adder(part, "row");
        row.setOnAction(event -> part.model().add(part.path(), fresh.events()));
        Button group = adder(part, "group");
        group.setOnAction(event -> part.model().add(part.path(), new AllOf(List.of(fresh.events()))));
        FlowPane adders = new FlowPane(row, others(part), group);
        adders.getStyleClass().add("condition-controls");
        return adders;
    }

    private static Button adder(Part part, String what) {
        Button add = new Button(part.texts().get(what + ".add"), new FontIcon("mdoal-add"));
        add.setId(part.id("add-" + what));
        add.getStyleClass().add("small");
        add.setMinWidth(Region.USE_PREF_SIZE);
        return add;
    }

    /// Adds a row about whatever is chosen.
    private static MenuButton others(Part part) {
        MenuButton menu = new MenuButton(part.texts().get("row.other"), new FontIcon("mdoal-add"));
        menu.setId(part.id(ADD_OTHER));
        menu.setAccessibleText(part.spoken("row.other.spoken"));
        menu.getStyleClass().add("small");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        RowSubject.starts(part.offers()).forEach(subject -> {
            boolean offered = subject.isOffered(part.offers());
            MenuItem item = new MenuItem(part.texts().get("row.other." + subject.key() + (offered ? "" : ".none")));
            item.setDisable(!offered);
            item.setId(part.id(ADD_OTHER + "-" + subject.key()));
            item.setOnAction(event -> part.model().add(part.path(), new FreshRows(part.offers()).of(subject)));
            menu.getItems().add(item);
        });
        return menu;
    }

    private static VBox row(Part part, Condition row) {
        VBox box = box(part, "condition-row");
        RowNodes nodes = RowEditors.of(part, row);
        box.getChildren().add(line(part, nodes));
        box.getChildren().addAll(nodes.further());
        box.getChildren().add(part.pane().answers().findingsAt(part.path()));
        return box;
    }

    private static Button remover(Part part) {
        Button delete = Choices.remover(new Choices.Name(part.id("delete"), part.spoken("part.delete")));
        delete.setOnAction(event -> part.model().delete(part.path()));
        return delete;
    }

    private static MenuButton menu(Part part, List<MenuItem> own) {
        SegmentEditorViewModel model = part.model();
        List<MenuItem> items = new ArrayList<>(own);
        items.add(item(part, "part.duplicate", model.commands()::duplicate));
        items.add(item(part, "part.up", path -> model.commands().move(path, ConditionEdits.Direction.UP)));
        items.add(item(part, "part.down", path -> model.commands().move(path, ConditionEdits.Direction.DOWN)));
        items.add(item(part, "part.delete", model::delete));
        return Choices.menu(new Choices.Name(part.id("menu"), part.spoken("part.menu")), items);
    }

    private static MenuItem item(Part part, String key, Consumer<List<Integer>> work) {
        MenuItem item = new MenuItem(part.texts().get(key));
        item.setOnAction(event -> work.accept(part.path()));
        return item;
    }
}
