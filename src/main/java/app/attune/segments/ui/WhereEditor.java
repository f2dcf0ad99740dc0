package app.attune.segments.ui;

import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.EventCondition;
import app.attune.segments.FieldKind;
import app.attune.segments.FieldTest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.javafx.FontIcon;

/// One line that tests the single events of a row: "whose item.category is Tents".
final class WhereEditor {
    private final Part part;
    private final int position;
    private final FieldTest test;

    WhereEditor(Part part, int position, FieldTest test) {
        this.part = part;
        this.position = position;
        this.test = test;
    }

    FlowPane node() {
        FieldKind kind = part.fields().eventFieldKind(test.field()).orElse(FieldKind.TEXT);
        List<Node> nodes = new ArrayList<>(List.of(new Label(part.texts().get("whose")), field()));
        nodes.add(RowEditors.comparison(
                name("comparison", "where.comparison"),
                RowEditors.allowed(kind),
                test.comparison(),
                picked -> part.change(
                        edit(now -> new FieldTest(now.field(), picked, RowEditors.fitting(picked, now.values()))))));
        ValuesEditor.Asked asked = new ValuesEditor.Asked(
                kind, test.comparison(), test.values(), part.fields().eventFieldValues(test.field()));
        ValuesEditor.Sink sink = new ValuesEditor.Sink(
                values -> part.change(edit(now -> new FieldTest(now.field(), now.comparison(), values))),
                values -> part.typed(edit(now -> new FieldTest(now.field(), now.comparison(), values))));
        nodes.addAll(new ValuesEditor(part, "where" + position + "-", asked, sink).nodes());
        nodes.add(remover());
        FlowPane line = new FlowPane();
        line.getStyleClass().addAll("condition-controls", "condition-where");
        line.getChildren().setAll(nodes);
        line.widthProperty().addListener((observed, old, now) -> line.setPrefWrapLength(now.doubleValue()));
        return line;
    }

    private Choices.Name name(String control, String key) {
        return new Choices.Name(part.id("where" + position + "-" + control), part.spoken(key));
    }

    private UnaryOperator<Condition> edit(UnaryOperator<FieldTest> change) {
        return now -> now instanceof EventCondition events
                        && position < events.where().size()
                ? EventEdits.test(events, position, change.apply(events.where().get(position)))
                : now;
    }

    private ComboBox<String> field() {
        ComboBox<String> box =
                Choices.of(name("field", "where.field"), part.fields().eventFields(), test.field(), name -> name);
        Choices.onPick(box, picked -> part.change(edit(now -> fresh(part, picked))));
        return box;
    }

    /// A test to start with.
    static FieldTest fresh(Part part, String field) {
        boolean number = part.fields().eventFieldKind(field).orElse(FieldKind.TEXT) == FieldKind.NUMBER;
        return new FieldTest(field, number ? Comparison.AT_LEAST : Comparison.IS, List.of());
    }

    private Button remover() {
        Button remove = new Button("", new FontIcon("mdoal-close"));
        remove.getStyleClass().addAll("flat", "small", "button-icon");
        remove.setId(part.id("where" + position + "-remove"));
        remove.setAccessibleText(part.spoken("where.remove"));
        remove.setOnAction(event -> part.change(
                now -> now instanceof EventCondition events ? EventEdits.withoutTest(events, position) : now));
        return remove;
    }
}
