package app.attune.segments.ui;

import app.attune.segments.Comparison;
import app.attune.segments.ConditionSentence;
import app.attune.segments.FieldKind;
import app.attune.segments.KnownValue;
import app.attune.segments.WhenMissing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// The controls of a comparison: how, with what, and that a missing value matches where that is said.
final class ComparedEditor {
    private final Spot<Compared> spot;
    private final Field field;
    private final Compared now;

    /// What is compared.
    ///
    /// @param missable whether it can be missing
    record Field(FieldKind kind, List<KnownValue> known, Missable missable) {
        /// The comparisons it allows.
        List<Comparison> allowed() {
            return Arrays.stream(Comparison.values())
                    .filter(comparison ->
                            kind.allows(comparison) && (missable == Missable.SOMETIMES || !comparison.asksForMissing()))
                    .toList();
        }
    }

    /// Whether a value can be missing.
    enum Missable {
        NEVER,
        SOMETIMES
    }

    ComparedEditor(Spot<Compared> spot, Field field) {
        this.spot = spot;
        this.field = field;
        this.now = spot.now();
    }

    List<Node> nodes() {
        List<Node> nodes = new ArrayList<>(List.of(comparison()));
        ValuesEditor.Asked asked = new ValuesEditor.Asked(field.kind(), now.comparison(), now.values(), field.known());
        ValuesEditor.Sink sink = new ValuesEditor.Sink(
                values -> spot.change(compared -> compared.with(values)),
                values -> spot.typed(compared -> compared.with(values)));
        nodes.addAll(new ValuesEditor(spot.place(), asked, sink).nodes());
        if (now.whenMissing() == WhenMissing.YES) {
            nodes.add(orUnknown());
        }
        return nodes;
    }

    private ComboBox<Comparison> comparison() {
        ComboBox<Comparison> box = Choices.of(
                spot.place().name("comparison", "comparison"),
                field.allowed(),
                now.comparison(),
                ConditionSentence::comparison);
        Choices.onPick(box, picked -> spot.change(compared -> compared.with(picked)));
        return box;
    }

    /// That a missing value matches as well; pressed, it no longer does.
    private Node orUnknown() {
        Button chip = new Button(spot.place().text("missing.chip"), new FontIcon("mdoal-close"));
        chip.getStyleClass().addAll("small", "value-chip");
        chip.setContentDisplay(ContentDisplay.RIGHT);
        chip.setId(spot.place().id("missing"));
        chip.setAccessibleText(spot.place().spoken("missing.chip.spoken"));
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.setOnAction(
                event -> spot.change(spot.place().id("comparison"), compared -> compared.with(WhenMissing.NO)));
        return chip;
    }

    /// What matches, below the row, where that is asked for.
    TruthCard truth() {
        return new TruthCard(spot, field);
    }

    /// What can be said of a missing value; nothing where there is none or the comparison says it itself.
    List<MenuItem> menu() {
        boolean said = now.whenMissing() == WhenMissing.YES;
        if (now.comparison().asksForMissing() || (field.missable() == Missable.NEVER && !said)) {
            return List.of();
        }
        CheckMenuItem item = new CheckMenuItem(spot.place().text("missing.item"));
        item.setId(spot.place().id("missing-item"));
        item.setSelected(said);
        item.setOnAction(event -> spot.change(compared -> compared.with(said ? WhenMissing.NO : WhenMissing.YES)));
        return List.of(item);
    }
}
