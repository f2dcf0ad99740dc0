package app.attune.segments.ui;

import app.attune.segments.EventCondition;
import app.attune.segments.FieldKind;
import app.attune.segments.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/// The controls of what is measured of events: which number, of which events, when.
final class EventEditor {
    private final Spot<EventCondition> spot;
    private final EventCondition row;

    EventEditor(Spot<EventCondition> spot) {
        this.spot = spot;
        this.row = spot.now();
    }

    private KindEditor kind() {
        return new KindEditor(spot.of(EventCondition::events, EventCondition::with));
    }

    private NearEditors near() {
        return new NearEditors(spot.of(EventCondition::near, EventCondition::with));
    }

    /// What is measured, of which events and when; what it is compared with follows.
    List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        measuredField(nodes);
        if (!(row.measure() instanceof Measure.Steps)) {
            nodes.add(new Label(spot.place().text(isWith() && nodes.isEmpty() ? "with" : "of")));
            nodes.add(kind().types());
        } else {
            nodes.add(new Label(spot.place().text("steps.begun")));
        }
        nodes.addAll(window().nodes());
        return nodes;
    }

    private boolean isWith() {
        return row.measure().isMissingWithoutEvents()
                || row.measure() instanceof Measure.OfSessions
                || row.measure() instanceof Measure.MostOfOneItem;
    }

    /// What adds to the row.
    List<Button> adders() {
        return row.measure() instanceof Measure.Steps
                ? List.of(near().adder())
                : List.of(kind().adder(), near().adder());
    }

    /// Tests, steps and neighbours, each in a line.
    List<FlowPane> lines() {
        List<FlowPane> lines = new ArrayList<>(window().lines());
        lines.addAll(row.measure() instanceof Measure.Steps ? new StepsEditor(spot).lines() : kind().lines());
        lines.addAll(near().lines());
        return lines;
    }

    private WindowEditor window() {
        return new WindowEditor(spot.of(EventCondition::window, EventCondition::with));
    }

    private void measuredField(List<Node> nodes) {
        List<String> numbers = spot.place().part().fields().numericEventFields();
        switch (row.measure()) {
            case Measure.Sum sum -> nodes.add(field(numbers, sum.field(), Measure.Sum::new));
            case Measure.CountDistinct distinct ->
                nodes.add(field(
                        spot.place().part().fields().eventFields(), distinct.field(), Measure.CountDistinct::new));
            case Measure.OfField number ->
                nodes.add(field(numbers, number.field(), name -> new Measure.OfField(number.statistic(), name)));
            case Measure.TextOf text ->
                nodes.add(field(
                        spot.place().part().fields().eventFields(FieldKind.TEXT),
                        text.field(),
                        name -> new Measure.TextOf(text.end(), name)));
            case Measure.Count count -> {}
            case Measure.DaysSinceLast days -> {}
            case Measure.DaysSinceFirst days -> {}
            case Measure.ActiveDays days -> {}
            case Measure.OfSessions sessions -> {}
            case Measure.MostOfOneItem most -> {}
            case Measure.ItemWithMost item -> {}
            case Measure.Steps steps -> {}
        }
    }

    private ComboBox<String> field(List<String> offered, String now, Function<String, Measure> of) {
        ComboBox<String> box = Choices.of(spot.place().name("measured", "measured"), offered, now, name -> name);
        Choices.onPick(box, picked -> spot.change(events -> events.with(of.apply(picked))));
        return box;
    }
}
