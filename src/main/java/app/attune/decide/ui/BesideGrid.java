package app.attune.decide.ui;

import app.attune.decide.Beside;
import app.attune.decide.BesideWords;
import app.attune.decide.DecidedItem;
import app.attune.decide.ListChange;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Builds two lists side by side, the second with what became of each item.
final class BesideGrid {
    private static final double GAP = 8;

    /// Of the width, in percent, a number a column.
    private static final List<Integer> SHARES = List.of(9, 38, 53);

    private static final Texts TEXTS = Texts.of("decide");

    private BesideGrid() {}

    static List<Node> of(Beside beside) {
        List<Node> nodes = new ArrayList<>();
        Label summary = PreviewPanels.label(BesideWords.inShort(beside) + ".", "strong");
        summary.setId("besideSummary");
        nodes.add(summary);
        BesideWords.differences(beside).forEach(said -> nodes.add(PreviewPanels.label(said, "body-compact")));
        beside.kept().ifPresent(said -> nodes.add(PreviewPanels.label(said, "caption")));
        nodes.add(grid(beside));
        return nodes;
    }

    private static GridPane grid(Beside beside) {
        GridPane grid = new GridPane(0, 0);
        for (int share : SHARES) {
            ColumnConstraints width = new ColumnConstraints();
            width.setPercentWidth(share);
            grid.getColumnConstraints().add(width);
        }
        cell(grid, PreviewPanels.label(TEXTS.get("preview.column.place"), "form-label"), 0, 0);
        cell(grid, PreviewPanels.label(TEXTS.get("preview.beside.now"), "form-label"), 1, 0);
        cell(grid, PreviewPanels.label(beside.title(), "form-label"), 2, 0);
        List<DecidedItem> before = beside.before().items();
        List<DecidedItem> after = beside.after().items();
        for (int at = 0; at < Math.max(before.size(), after.size()); at++) {
            cell(grid, PreviewPanels.label(String.valueOf(at + 1), "strong"), 0, at + 1);
            if (at < before.size()) {
                cell(grid, was(beside, before.get(at)), 1, at + 1);
            }
            if (at < after.size()) {
                cell(grid, now(beside, beside.items().get(at)), 2, at + 1);
            }
        }
        return grid;
    }

    private static Node was(Beside beside, DecidedItem item) {
        boolean gone = beside.items().stream()
                .anyMatch(change -> change.item().equals(item.item()) && change.kind() == ListChange.Kind.GONE);
        Label name = PreviewPanels.label(beside.itemName(item.item()), "body-compact");
        return gone ? new VBox(name, mark(ListChange.Kind.GONE, TEXTS.get("preview.beside.gone"))) : name;
    }

    private static Node now(Beside beside, ListChange change) {
        boolean same = change.kind() == ListChange.Kind.SAME;
        Label name = PreviewPanels.label(beside.itemName(change.item()), same ? "body-compact" : "strong");
        return same ? name : new VBox(name, mark(change.kind(), BesideWords.of(change)));
    }

    private static Node mark(ListChange.Kind kind, String words) {
        FontIcon icon = new FontIcon(
                switch (kind) {
                    case NEW -> "mdoal-add_circle_outline";
                    case GONE -> "mdomz-remove_circle_outline";
                    case UP -> "mdoal-arrow_upward";
                    case DOWN -> "mdoal-arrow_downward";
                    case SAME -> "mdomz-remove";
                });
        icon.getStyleClass()
                .add(
                        switch (kind) {
                            case NEW, UP -> "status-good";
                            case GONE, DOWN -> "status-warn";
                            case SAME -> "muted";
                        });
        Label mark = PreviewPanels.label(words, "caption");
        mark.getStyleClass().add("list-change");
        mark.setGraphic(icon);
        return mark;
    }

    private static void cell(GridPane grid, Node node, int column, int row) {
        GridPane.setValignment(node, VPos.TOP);
        GridPane.setMargin(node, new Insets(GAP / 2, GAP, 0, 0));
        grid.add(node, column, row);
    }
}
