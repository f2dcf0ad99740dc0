package app.attune.segments.ui;

import app.attune.segments.EventKind;
import app.attune.segments.FieldTest;
import app.attune.segments.KnownValue;
import app.attune.ui.Numbers;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/// The controls of a kind of event: its types, and a line for each test of the single events.
final class KindEditor {
    private final Spot<EventKind> spot;
    private final EventKind now;

    KindEditor(Spot<EventKind> spot) {
        this.spot = spot;
        this.now = spot.now();
    }

    MenuButton types() {
        String shown = now.types().isEmpty() ? spot.place().text("types.any") : String.join(", ", now.types());
        MenuButton menu = new MenuButton(shown);
        menu.setMnemonicParsing(false);
        menu.setId(spot.place().id("types"));
        menu.setAccessibleText(spot.place().part().said(spot.place().text("types.spoken", shown)));
        menu.setMinWidth(Region.USE_PREF_SIZE);
        List<KnownValue> offered = new ArrayList<>(spot.place().part().fields().types());
        now.types().stream()
                .filter(type -> offered.stream().noneMatch(known -> known.text().equals(type)))
                .forEach(type -> offered.addFirst(new KnownValue(type, 0)));
        offered.forEach(type -> menu.getItems().add(typeItem(type)));
        return menu;
    }

    private CheckMenuItem typeItem(KnownValue type) {
        CheckMenuItem item = new CheckMenuItem(type.text() + "   " + Numbers.count(type.count()));
        item.setMnemonicParsing(false);
        item.setSelected(now.types().contains(type.text()));
        item.setOnAction(event -> spot.change(kind -> toggled(kind, type.text())));
        return item;
    }

    private static EventKind toggled(EventKind kind, String type) {
        List<String> types = new ArrayList<>(kind.types());
        if (!types.remove(type)) {
            types.add(type);
        }
        return new EventKind(types, kind.where());
    }

    private Spot<List<FieldTest>> tests() {
        return spot.of(EventKind::where, (kind, where) -> new EventKind(kind.types(), where));
    }

    /// Adds a test.
    Button adder() {
        String field = spot.place().part().fields().eventFields().getFirst();
        int next = now.where().size();
        Button add = Choices.adder(
                spot.place().name("add-where", "where.add"), spot.place().text("where.add"));
        add.setOnAction(event -> tests().change(
                        WhereEditor.fieldOf(spot.place(), next),
                        where ->
                                Lists.plus(where, WhereEditor.fresh(spot.place().part(), field))));
        return add;
    }

    /// A line for each test.
    List<FlowPane> lines() {
        List<FlowPane> lines = new ArrayList<>();
        for (int i = 0; i < now.where().size(); i++) {
            lines.add(new WhereEditor(tests(), i).node());
        }
        return lines;
    }

    /// A line of controls that wraps.
    static FlowPane line(List<? extends Node> nodes, String style) {
        FlowPane line = new FlowPane();
        line.getStyleClass().addAll("condition-controls", style);
        line.getChildren().setAll(nodes);
        Choices.limit(line);
        line.widthProperty().addListener((observed, old, width) -> line.setPrefWrapLength(width.doubleValue()));
        return line;
    }

    /// The same one level further in.
    static FlowPane within(FlowPane line) {
        line.getStyleClass().add("condition-inner");
        return line;
    }
}
