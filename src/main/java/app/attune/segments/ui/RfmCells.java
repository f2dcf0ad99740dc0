package app.attune.segments.ui;

import app.attune.segments.compare.SegmentProfile;
import app.attune.segments.rfm.RfmAxis;
import app.attune.segments.rfm.RfmGrid;
import app.attune.segments.rfm.RfmGrid.Cell;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import org.kordamp.ikonli.javafx.FontIcon;

/// Draws the cells of a grid as buttons to choose them by, and the bands beside them.
record RfmCells(RfmGrid grid, RfmViewModel model, Texts texts) {
    private static final int HEATS = 5;

    Node rowHead(int band) {
        return head(row(band));
    }

    Node columnHead(int band) {
        return head(column(band));
    }

    private String row(int band) {
        return words(grid.axes().rows(), grid.rows().name(band));
    }

    private String column(int band) {
        return words(grid.axes().columns(), grid.columns().name(band));
    }

    private String words(RfmAxis axis, String band) {
        return texts.get("rfm." + axis.name().toLowerCase(Locale.ROOT), band);
    }

    private static Node head(String words) {
        Label head = new Label(words);
        head.getStyleClass().add("form-label");
        head.setMinWidth(Label.USE_PREF_SIZE);
        return head;
    }

    Node button(Cell cell) {
        boolean told = cell.size() >= SegmentProfile.FEWEST;
        String words = texts.get(
                "rfm.cell",
                cell.size(),
                Numbers.percent(cell.size(), grid.buyers()),
                told ? Numbers.count(Math.round(cell.revenue())) : Numbers.NONE,
                told ? Numbers.count(Math.round(cell.revenue() / cell.size())) : Numbers.NONE);
        ToggleButton button = new ToggleButton(words);
        button.setId("rfm-" + cell.row() + "-" + cell.column());
        button.getStyleClass().addAll("rfm-cell", "heat-" + heat(cell), "rfm-level-" + level(cell));
        tick(button);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinSize(ToggleButton.USE_PREF_SIZE, ToggleButton.USE_PREF_SIZE);
        button.setDisable(cell.size() == 0);
        button.setAccessibleText(
                texts.get("rfm.spoken", row(cell.row()), column(cell.column()), words.replace('\n', ' ')));
        button.selectedProperty().addListener((observed, before, now) -> {
            if (now) {
                model.choose(cell);
            } else {
                model.leaveOut(cell);
            }
        });
        return button;
    }

    /// Colour alone does not say that a cell is chosen.
    private static void tick(ToggleButton button) {
        FontIcon chosen = new FontIcon("mdoal-check");
        chosen.visibleProperty().bind(button.selectedProperty());
        button.setGraphic(chosen);
        button.setContentDisplay(ContentDisplay.RIGHT);
    }

    /// By the share of users beside the largest cell: 0 for nobody, then in fifths.
    private int heat(Cell cell) {
        int largest = grid.cells().stream().mapToInt(Cell::size).max().orElse(0);
        return largest == 0 ? 0 : Math.ceilDiv(HEATS * cell.size(), largest);
    }

    /// How much a user of the cell is worth beside a buyer: less, up to twice as much, or more.
    private int level(Cell cell) {
        if (cell.size() < SegmentProfile.FEWEST || grid.revenue() <= 0) {
            return 0;
        }
        double mean = cell.revenue() / cell.size();
        double all = grid.revenue() / grid.buyers();
        return mean < all ? 0 : mean < 2 * all ? 1 : 2;
    }
}
