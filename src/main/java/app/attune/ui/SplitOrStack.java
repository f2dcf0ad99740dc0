package app.attune.ui;

import java.util.Arrays;
import javafx.beans.DefaultProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;

/// Panes side by side where their preferred widths have room: the first at the left, the others below each other at the
/// right, with dividers to drag. Where they have not, all below each other in their preferred height, so that the page
/// around scrolls up and down, never sideways. Give the panes their sizes in em, so that this follows the text size.
@DefaultProperty("panes")
public final class SplitOrStack extends Pane {
    private static final double GAP = 16;
    private static final double DIVIDER = 12;

    private final ObservableList<Node> panes = FXCollections.observableArrayList();
    private final DoubleProperty share = new SimpleDoubleProperty(this, "share", 0.5);
    private final DoubleProperty rightShare = new SimpleDoubleProperty(this, "rightShare", 0.5);
    private final SplitPane columns = new SplitPane();
    private final SplitPane right = new SplitPane();
    private boolean split;
    private boolean dragging;

    public SplitOrStack() {
        right.setOrientation(Orientation.VERTICAL);
        getChildren().add(columns);
        columns.addEventFilter(MouseEvent.MOUSE_PRESSED, pressed -> dragging = true);
        columns.addEventFilter(MouseEvent.MOUSE_RELEASED, released -> keepDividers());
        panes.addListener((ListChangeListener<Node>) change -> stack());
    }

    /// In reading order.
    public ObservableList<Node> getPanes() {
        return panes;
    }

    /// Of the width, for the first pane: between 0 and 1.
    public DoubleProperty shareProperty() {
        return share;
    }

    public double getShare() {
        return share.get();
    }

    public void setShare(double part) {
        share.set(part);
    }

    /// Of the height, for the upper of the panes at the right: between 0 and 1.
    public DoubleProperty rightShareProperty() {
        return rightShare;
    }

    public double getRightShare() {
        return rightShare.get();
    }

    public void setRightShare(double part) {
        rightShare.set(part);
    }

    /// Whether the panes are side by side.
    public boolean isSplit() {
        return split;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private boolean hasRoom(double width) {
        double beside = panes.stream()
                .skip(1)
                .mapToDouble(pane -> pane.prefWidth(-1))
                .max()
                .orElse(0);
        return panes.size() > 1 && panes.getFirst().prefWidth(-1) + DIVIDER + beside <= width;
    }

    private void stack() {
        split = false;
        right.getItems().clear();
        columns.getItems().clear();
        columns.setVisible(false);
        getChildren().setAll(panes);
        getChildren().add(columns);
    }

    /// What the analyst dragged holds for every width.
    private void keepDividers() {
        dragging = false;
        if (split) {
            share.set(columns.getDividerPositions()[0]);
            Arrays.stream(right.getDividerPositions()).limit(1).forEach(rightShare::set);
        }
    }

    private void split() {
        split = true;
        getChildren().setAll(columns);
        columns.setVisible(true);
        if (panes.size() > 2) {
            right.getItems().setAll(panes.subList(1, panes.size()));
            columns.getItems().setAll(panes.getFirst(), right);
        } else {
            columns.getItems().setAll(panes);
        }
    }

    private void placeDividers() {
        if (dragging) {
            return;
        }
        columns.setDividerPositions(share.get());
        right.setDividerPositions(rightShare.get());
    }

    @Override
    protected double computeMinWidth(double height) {
        return panes.stream().mapToDouble(pane -> pane.minWidth(-1)).max().orElse(0);
    }

    @Override
    protected double computePrefWidth(double height) {
        return panes.stream().mapToDouble(pane -> pane.prefWidth(-1)).max().orElse(0);
    }

    @Override
    protected double computeMinHeight(double width) {
        double wide = width < 0 ? getWidth() : width;
        if (!hasRoom(wide)) {
            return stackHeight(wide);
        }
        double beside =
                panes.stream().skip(1).mapToDouble(pane -> pane.minHeight(-1)).sum();
        return Math.max(panes.getFirst().minHeight(-1), beside + DIVIDER * (panes.size() - 2));
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    private double stackHeight(double width) {
        return panes.stream().mapToDouble(pane -> heightOf(pane, width)).sum() + GAP * Math.max(0, panes.size() - 1);
    }

    /// A pixel more than asked for, so that no pane scrolls for want of half a one.
    private double heightOf(Node pane, double width) {
        return snapSizeY(pane.prefHeight(width)) + 1;
    }

    @Override
    protected void layoutChildren() {
        boolean room = hasRoom(getWidth());
        if (room != split) {
            Node focused = getScene() == null ? this : getScene().getFocusOwner();
            change(room);
            if (focused != null) {
                focused.requestFocus();
            }
        }
        if (split) {
            columns.resizeRelocate(0, 0, getWidth(), getHeight());
            placeDividers();
            return;
        }
        double y = 0;
        for (Node pane : panes) {
            double height = heightOf(pane, getWidth());
            pane.resizeRelocate(0, y, getWidth(), height);
            y += height + GAP;
        }
    }

    private void change(boolean room) {
        if (room) {
            split();
        } else {
            stack();
        }
        applyCss();
    }
}
