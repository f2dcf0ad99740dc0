package app.attune.segments.ui;

import app.attune.segments.Window;
import app.attune.segments.Within;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;

/// The controls of how far apart events may be.
final class WithinEditor {
    private static final LengthEditor.Length A_DAY = new LengthEditor.Length(1, Window.Unit.DAYS);

    private enum Kind {
        ANY,
        SPAN
    }

    private WithinEditor() {}

    static List<Node> of(Spot<Within> spot) {
        ComboBox<Kind> kinds = Choices.of(
                spot.place().name("within", "within"),
                List.of(Kind.values()),
                kind(spot.now()),
                kind -> spot.place().text("within." + kind.name().toLowerCase(Locale.ROOT)));
        Choices.onPick(kinds, picked -> spot.change(now -> picked == kind(now) ? now : fresh(picked)));
        List<Node> nodes = new ArrayList<>(List.of(kinds));
        if (spot.now() instanceof Within.Span) {
            nodes.add(LengthEditor.of(
                    spot.of(WithinEditor::length, (now, length) -> new Within.Span(length.amount(), length.unit()))));
        }
        return nodes;
    }

    private static Kind kind(Within within) {
        return switch (within) {
            case Within.AnyTime any -> Kind.ANY;
            case Within.Span span -> Kind.SPAN;
        };
    }

    private static Within fresh(Kind kind) {
        return switch (kind) {
            case ANY -> new Within.AnyTime();
            case SPAN -> new Within.Span(A_DAY.amount(), A_DAY.unit());
        };
    }

    private static LengthEditor.Length length(Within within) {
        return switch (within) {
            case Within.AnyTime any -> A_DAY;
            case Within.Span span -> new LengthEditor.Length(span.amount(), span.unit());
        };
    }
}
