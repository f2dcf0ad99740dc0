package app.attune.segments.ui;

import app.attune.segments.EventKind;
import app.attune.segments.KnownValue;
import app.attune.segments.Near;
import app.attune.segments.Within;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;

/// The lines that say which other events each event has, or has not, beside it.
final class NearEditors {
    private final Spot<List<Near>> all;

    NearEditors(Spot<List<Near>> all) {
        this.all = all;
    }

    Button adder() {
        Spot.Place place = all.place();
        int next = all.now().size();
        Button add = Choices.adder(place.name("add-near", "near.add"), place.text("near.add"));
        add.setOnAction(event -> all.change(place.id("near" + next + "-relation"), near -> Lists.plus(near, fresh())));
        return add;
    }

    /// Followed, at any time, by one of the most frequent events.
    private Near fresh() {
        List<String> types = all.place().part().fields().types().stream()
                .limit(1)
                .map(KnownValue::text)
                .toList();
        return new Near(Near.Relation.FOLLOWED, new EventKind(types, List.of()), new Within.AnyTime());
    }

    List<FlowPane> lines() {
        List<FlowPane> lines = new ArrayList<>();
        for (int i = 0; i < all.now().size(); i++) {
            Spot.Place place = all.place().in("near" + i, all.place().text("near.place", Integer.toString(i + 1)));
            lines.addAll(lines(Spot.one(all, i, place), i));
        }
        return lines;
    }

    private List<FlowPane> lines(Spot<Near> spot, int position) {
        KindEditor kind = new KindEditor(
                spot.of(Near::events, (near, events) -> new Near(near.relation(), events, near.within())));
        List<Node> nodes = new ArrayList<>(List.of(relation(spot), kind.types()));
        nodes.addAll(WithinEditor.of(
                spot.of(Near::within, (near, within) -> new Near(near.relation(), near.events(), within))));
        Button remove = Choices.remover(spot.place().name("remove", "near.remove"));
        remove.setOnAction(event -> all.change(all.place().id("add-near"), near -> Lists.without(near, position)));
        nodes.add(Choices.together(List.of(kind.adder(), remove)));
        List<FlowPane> lines = new ArrayList<>(List.of(KindEditor.line(nodes, "condition-where")));
        kind.lines().forEach(test -> lines.add(KindEditor.within(test)));
        return lines;
    }

    private static ComboBox<Near.Relation> relation(Spot<Near> spot) {
        ComboBox<Near.Relation> box = Choices.of(
                spot.place().name("relation", "near.relation"),
                List.of(Near.Relation.values()),
                spot.now().relation(),
                relation -> spot.place().text("near." + relation.name().toLowerCase(Locale.ROOT)));
        Choices.onPick(box, picked -> spot.change(near -> new Near(picked, near.events(), near.within())));
        return box;
    }
}
