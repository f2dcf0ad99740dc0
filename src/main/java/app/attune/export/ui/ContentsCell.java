package app.attune.export.ui;

import javafx.scene.control.TreeCell;

/// A line of the contents: wraps in the width the tree has.
final class ContentsCell extends TreeCell<String> {
    private static final double SCROLL_BAR = 16;

    /// What a skin leaves at the left of a line, in letters; it does not count it when asked for a height.
    private static final double INDENT = 5;

    ContentsCell() {
        setWrapText(true);
        setPrefWidth(0);
    }

    @Override
    protected double computePrefHeight(double width) {
        return getTreeView() == null
                ? super.computePrefHeight(width)
                : super.computePrefHeight(getTreeView().getWidth()
                        - SCROLL_BAR
                        - INDENT * getFont().getSize());
    }

    @Override
    protected void updateItem(String line, boolean empty) {
        super.updateItem(line, empty);
        setText(empty ? "" : line);
    }
}
