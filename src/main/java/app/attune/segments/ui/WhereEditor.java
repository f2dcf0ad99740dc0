package app.attune.segments.ui;

import app.attune.segments.Comparison;
import app.attune.segments.FieldCatalogue;
import app.attune.segments.FieldKind;
import app.attune.segments.FieldTest;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/// One line that tests the single events of a row: "whose item.category is Tents".
final class WhereEditor {
    private final Spot<List<FieldTest>> all;
    private final Spot.Place place;
    private final Spot<FieldTest> spot;
    private final int position;

    WhereEditor(Spot<List<FieldTest>> all, int position) {
        this.all = all;
        this.position = position;
        this.place =
                all.place().in("where" + position, all.place().text("where.place", Integer.toString(position + 1)));
        this.spot = Spot.one(all, position, place);
    }

    /// What the field of a test is called.
    static String fieldOf(Spot.Place place, int position) {
        return place.id("where" + position + "-field");
    }

    FlowPane node() {
        List<Node> nodes = new ArrayList<>(List.of(new Label(place.text("whose")), field()));
        ComparedEditor compared = compared();
        nodes.addAll(compared.nodes());
        List<Node> doings = new ArrayList<>();
        if (!compared.menu().isEmpty()) {
            doings.add(Choices.menu(place.name("menu", "part.menu"), compared.menu()));
        }
        doings.add(remover());
        nodes.add(Choices.together(doings));
        return KindEditor.line(nodes, "condition-where");
    }

    private ComparedEditor compared() {
        FieldCatalogue fields = place.part().fields();
        String field = spot.now().field();
        Spot<Compared> asked = spot.of(
                test -> new Compared(test.comparison(), test.values(), test.whenMissing()),
                (test, other) -> new FieldTest(test.field(), other.comparison(), other.values(), other.whenMissing()));
        return new ComparedEditor(
                asked,
                new ComparedEditor.Field(
                        fields.eventFieldKind(field).orElse(FieldKind.TEXT),
                        fields.eventFieldValues(field),
                        ComparedEditor.Missable.SOMETIMES));
    }

    private ComboBox<String> field() {
        Part part = place.part();
        ComboBox<String> box = Choices.of(
                place.name("field", "where.field"),
                part.fields().eventFields(),
                spot.now().field(),
                name -> name);
        Choices.onPick(box, picked -> spot.change(test -> fresh(part, picked)));
        return box;
    }

    /// A test to start with.
    static FieldTest fresh(Part part, String field) {
        boolean number = part.fields().eventFieldKind(field).orElse(FieldKind.TEXT) == FieldKind.NUMBER;
        return new FieldTest(field, number ? Comparison.AT_LEAST : Comparison.IS, List.of());
    }

    private Button remover() {
        Button remove = Choices.remover(place.name("remove", "where.remove"));
        remove.setOnAction(event -> all.change(all.place().id("add-where"), tests -> Lists.without(tests, position)));
        return remove;
    }
}
