package app.attune.ui;

import javafx.scene.control.TableColumn;
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
        double rows = Math.max(1, getItems().size()) * heightOf(".table-row-cell", ROW * letter);
        double bar = isWider() ? BAR * letter : 0;
        return snapSizeY(head + rows + bar) + snappedTopInset() + snappedBottomInset() + 2;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
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
