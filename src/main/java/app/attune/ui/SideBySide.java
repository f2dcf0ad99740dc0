package app.attune.ui;

import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Lays its children side by side, equally wide and as high as they may be, where their preferred widths have room;
/// else below each other, each
/// across the whole width. Give the children their preferred width in em, so that this follows the text size.
public final class SideBySide extends Pane {
    private static final double GAP = 16;

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private boolean isBeside(double width) {
        return width < 0 || sum(shown(), child -> child.prefWidth(-1)) <= width - insets();
    }

    private List<Node> shown() {
        return getManagedChildren();
    }

    private double insets() {
        return snappedLeftInset() + snappedRightInset();
    }

    private static double sum(List<Node> children, ToDoubleFunction<Node> size) {
        return children.stream().mapToDouble(size).sum() + GAP * Math.max(0, children.size() - 1);
    }

    private double share(double width) {
        int count = Math.max(1, shown().size());
        double room = width - insets();
        return isBeside(width) ? snapSizeX((room - GAP * (count - 1)) / count) : room;
    }

    @Override
    protected double computeMinWidth(double height) {
        return insets()
                + shown().stream()
                        .mapToDouble(child -> child.minWidth(-1))
                        .max()
                        .orElse(0);
    }

    @Override
    protected double computePrefWidth(double height) {
        return insets() + sum(shown(), child -> child.prefWidth(-1));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double each = width < 0 ? -1 : share(width);
        double content = isBeside(width)
                ? shown().stream()
                        .mapToDouble(child -> child.prefHeight(each))
                        .max()
                        .orElse(0)
                : sum(shown(), child -> child.prefHeight(each));
        return snappedTopInset() + content + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        boolean beside = isBeside(getWidth());
        double each = share(getWidth());
        double x = snappedLeftInset();
        double y = snappedTopInset();
        double whole = getHeight() - y - snappedBottomInset();
        for (Node child : shown()) {
            double height = beside ? Math.min(whole, child.maxHeight(each)) : child.prefHeight(each);
            child.resizeRelocate(x, y, each, height);
            x += beside ? each + GAP : 0;
            y += beside ? 0 : height + GAP;
        }
    }
}
