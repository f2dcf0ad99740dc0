package app.attune.ui;

import java.util.Arrays;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;

/// A table of few rows that shows them all, without scrolling up and down.
public final class WholeTable<T> extends TableView<T> {
    private static final double ROW = 2.6;
    private static final double BAR = 1;

    public WholeTable() {
        getStyleClass().add("whole-table");
    }

    /// With room for the bar that scrolls sideways where columns need one.
    @Override
    protected double computePrefHeight(double width) {
        double letter = ruler();
        double head = heightOf(".column-header-background", ROW * letter);
        double rows = rows(ROW * letter);
        double bar = isWider() ? BAR * letter : 0;
        return snapSizeY(head + rows + bar) + snappedTopInset() + snappedBottomInset() + 2;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    /// Rows may be of several lines; those that are not made yet count as high as the highest of the others.
    private double rows(double otherwise) {
        double[] heights = lookupAll(".table-row-cell").stream()
                .filter(row -> row instanceof TableRow<?> made && !made.isEmpty() && made.isVisible())
                .mapToDouble(row -> row.prefHeight(-1))
                .limit(getItems().size())
                .toArray();
        double highest = Arrays.stream(heights).max().orElse(heightOf(".table-row-cell", otherwise));
        int more = Math.max(1, getItems().size()) - heights.length;
        return Arrays.stream(heights).sum() + more * highest;
    }

    private boolean isWider() {
        double columns = getVisibleLeafColumns().stream()
                .mapToDouble(TableColumn::getWidth)
                .sum();
        return columns > getWidth() - snappedLeftInset() - snappedRightInset();
    }

    private double heightOf(String part, double otherwise) {
        double height = lookup(part) instanceof Region region ? region.prefHeight(-1) : 0;
        return height > 0 ? height : otherwise;
    }

    private double ruler() {
        return lookup(".column-header .label") instanceof javafx.scene.control.Label label
                ? label.getFont().getSize()
                : javafx.scene.text.Font.getDefault().getSize();
    }
}
