package app.attune.segments.ui;

import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.EventCondition;
import app.attune.segments.FieldKind;
import app.attune.segments.KnownValue;
import app.attune.segments.Measure;
import app.attune.ui.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.Region;

/// The controls of a row about events: what is measured, of which events, when, and compared with what.
final class EventEditor {
    private final Part part;
    private final EventCondition row;

    EventEditor(Part part, EventCondition row) {
        this.part = part;
        this.row = row;
    }

    private void change(UnaryOperator<EventCondition> edit) {
        part.change(now -> edited(now, edit));
    }

    private static Condition edited(Condition now, UnaryOperator<EventCondition> edit) {
        return now instanceof EventCondition events ? edit.apply(events) : now;
    }

    /// The first line; the tests of single events follow below it.
    List<Node> nodes() {
        List<Node> nodes = new ArrayList<>(List.of(RowEditors.subject(part, row)));
        measuredField(nodes);
        nodes.add(new Label(part.texts().get(row.measure() instanceof Measure.DaysSinceLast ? "with" : "of")));
        nodes.add(types());
        nodes.addAll(new WindowEditor(part, row.window()).nodes());
        nodes.add(RowEditors.comparison(
                new Choices.Name(part.id("comparison"), part.spoken("comparison")),
                comparisons(),
                row.comparison(),
                picked -> change(now -> EventEdits.comparison(now, picked))));
        ValuesEditor.Asked asked = new ValuesEditor.Asked(FieldKind.NUMBER, row.comparison(), row.values(), List.of());
        ValuesEditor.Sink sink = new ValuesEditor.Sink(
                values -> change(now -> EventEdits.values(now, values)),
                values -> part.typed(now -> edited(now, events -> EventEdits.values(events, values))));
        nodes.addAll(new ValuesEditor(part, "", asked, sink).nodes());
        return nodes;
    }

    private List<Comparison> comparisons() {
        List<Comparison> offered = RowEditors.allowed(FieldKind.NUMBER);
        if (!(row.measure() instanceof Measure.DaysSinceLast)) {
            offered.removeAll(List.of(Comparison.IS_MISSING, Comparison.IS_PRESENT));
        }
        return offered;
    }

    private void measuredField(List<Node> nodes) {
        switch (row.measure()) {
            case Measure.Sum sum -> nodes.add(field(part.fields().numericEventFields(), sum.field(), false));
            case Measure.CountDistinct distinct ->
                nodes.add(field(part.fields().eventFields(), distinct.field(), true));
            case Measure.Count count -> {}
            case Measure.DaysSinceLast days -> {}
            case Measure.DaysSinceFirst days -> {}
            case Measure.ActiveDays days -> {}
            case Measure.OfField number -> {}
            case Measure.Steps steps -> {}
        }
    }

    private ComboBox<String> field(List<String> offered, String now, boolean distinct) {
        ComboBox<String> box =
                Choices.of(new Choices.Name(part.id("measured"), part.spoken("measured")), offered, now, name -> name);
        Choices.onPick(
                box,
                picked -> change(events -> EventEdits.measure(
                        events, distinct ? new Measure.CountDistinct(picked) : new Measure.Sum(picked))));
        return box;
    }

    private Node types() {
        String shown = row.types().isEmpty() ? part.texts().get("types.any") : String.join(", ", row.types());
        MenuButton menu = new MenuButton(shown);
        menu.setMnemonicParsing(false);
        menu.setId(part.id("types"));
        menu.setAccessibleText(part.texts().get("types.spoken", shown));
        menu.setMinWidth(Region.USE_PREF_SIZE);
        List<KnownValue> offered = new ArrayList<>(part.fields().types());
        row.types().stream()
                .filter(type -> offered.stream().noneMatch(known -> known.text().equals(type)))
                .forEach(type -> offered.addFirst(new KnownValue(type, 0)));
        offered.forEach(type -> menu.getItems().add(typeItem(type)));
        return menu;
    }

    private CheckMenuItem typeItem(KnownValue type) {
        CheckMenuItem item = new CheckMenuItem(type.text() + "   " + Numbers.count(type.count()));
        item.setMnemonicParsing(false);
        item.setSelected(row.types().contains(type.text()));
        item.setOnAction(event -> change(now -> toggled(now, type.text())));
        return item;
    }

    private static EventCondition toggled(EventCondition now, String type) {
        List<String> types = new ArrayList<>(now.types());
        if (!types.remove(type)) {
            types.add(type);
        }
        return EventEdits.types(now, types);
    }
}
