package app.attune.segments.ui;

import app.attune.segments.EventCondition;
import app.attune.segments.EventKind;
import app.attune.segments.Measure;
import app.attune.segments.Within;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;

/// The lines of a sequence: one for each step, and how long it may take.
final class StepsEditor {
    private final Spot<List<EventKind>> steps;
    private final Spot<Measure.Steps> measure;

    /// @param spot events measured by [Measure.Steps]
    StepsEditor(Spot<EventCondition> spot) {
        this.steps = spot.of(StepsEditor::steps, StepsEditor::with);
        this.measure = spot.of(StepsEditor::measure, EventCondition::with);
    }

    private static Measure.Steps measure(EventCondition row) {
        return row.measure() instanceof Measure.Steps known
                ? known
                : new Measure.Steps(List.of(), new Within.AnyTime(), Measure.Counted.FROM_FIRST);
    }

    private static List<EventKind> steps(EventCondition row) {
        List<EventKind> all = new ArrayList<>(List.of(row.events()));
        all.addAll(measure(row).next());
        return List.copyOf(all);
    }

    private static EventCondition with(EventCondition row, List<EventKind> steps) {
        Measure.Steps now = measure(row);
        return row.with(steps.getFirst())
                .with(new Measure.Steps(steps.subList(1, steps.size()), now.within(), now.counted()));
    }

    List<FlowPane> lines() {
        List<FlowPane> lines = new ArrayList<>();
        for (int i = 0; i < steps.now().size(); i++) {
            lines.addAll(lines(i));
        }
        lines.add(KindEditor.line(limit(), "condition-where"));
        return lines;
    }

    private List<FlowPane> lines(int position) {
        String number = Integer.toString(position + 1);
        Spot.Place place = steps.place().in("step" + position, steps.place().text("steps.place", number));
        KindEditor kind = new KindEditor(Spot.one(steps, position, place));
        Label words = new Label(place.text(position == 0 ? "steps.first" : "steps.then", number));
        List<Node> nodes = new ArrayList<>(List.of(words, kind.types(), kind.adder()));
        int count = steps.now().size();
        if (count > 1) {
            nodes.add(Choices.together(List.of(menu(place, position, count), remover(place, position))));
        }
        List<FlowPane> lines = new ArrayList<>(List.of(KindEditor.line(nodes, "condition-where")));
        kind.lines().forEach(test -> lines.add(KindEditor.within(test)));
        return lines;
    }

    private MenuButton menu(Spot.Place place, int position, int count) {
        List<MenuItem> items = new ArrayList<>();
        if (position > 0) {
            items.add(mover(place, "part.up", () -> swap(position, position - 1)));
        }
        if (position < count - 1) {
            items.add(mover(place, "part.down", () -> swap(position, position + 1)));
        }
        return Choices.menu(place.name("menu", "part.menu"), items);
    }

    private static MenuItem mover(Spot.Place place, String key, Runnable work) {
        MenuItem item = new MenuItem(place.text(key));
        item.setOnAction(event -> work.run());
        return item;
    }

    private void swap(int position, int other) {
        steps.change(steps.place().id("step" + other + "-menu"), all -> Lists.swapped(all, position, other));
    }

    private Button remover(Spot.Place place, int position) {
        Button remove = Choices.remover(place.name("remove", "steps.remove"));
        remove.setOnAction(event -> steps.change(steps.place().id("add-step"), all -> Lists.without(all, position)));
        return remove;
    }

    private List<Node> limit() {
        Spot<Measure.Steps> limit =
                measure.at(measure.place().in("limit", measure.place().text("steps.limit")));
        List<Node> nodes = new ArrayList<>(WithinEditor.of(limit.of(
                Measure.Steps::within, (now, within) -> new Measure.Steps(now.next(), within, now.counted()))));
        if (measure.now().within() instanceof Within.Span) {
            nodes.add(counted(limit));
        }
        nodes.add(adder());
        return nodes;
    }

    private ComboBox<Measure.Counted> counted(Spot<Measure.Steps> limit) {
        ComboBox<Measure.Counted> box = Choices.of(
                limit.place().name("counted", "steps.counted"),
                List.of(Measure.Counted.values()),
                limit.now().counted(),
                counted -> limit.place().text("steps." + counted.name().toLowerCase(Locale.ROOT)));
        Choices.onPick(box, picked -> limit.change(now -> new Measure.Steps(now.next(), now.within(), picked)));
        return box;
    }

    private Button adder() {
        int count = steps.now().size();
        Button add = Choices.adder(
                steps.place().name("add-step", "steps.add"), steps.place().text("steps.add"));
        add.setOnAction(event ->
                steps.change(steps.place().id("step" + count + "-types"), all -> Lists.plus(all, EventKind.of())));
        return add;
    }
}
