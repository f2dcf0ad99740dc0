package app.attune.recommend.ui;

import app.attune.recommend.SplitPreview;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/// Interactions over time as bars: filled where they train, outlined where they test, a line where the split lies.
final class SplitTimeline extends Region {
    private static final double GAP = 1;

    private final List<Rectangle> bars = new ArrayList<>();
    private final Line split = new Line();
    private Optional<SplitPreview> shown = Optional.empty();

    SplitTimeline() {
        getStyleClass().add("split-timeline");
        split.getStyleClass().add("split-line");
        setPrefHeight(64);
        setMinHeight(48);
    }

    void show(Optional<SplitPreview> preview) {
        shown = preview;
        bars.clear();
        preview.ifPresent(some -> some.buckets().forEach(count -> bars.add(new Rectangle())));
        getChildren().setAll(bars);
        preview.ifPresent(some -> getChildren().add(split));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        shown.ifPresent(this::place);
    }

    private void place(SplitPreview preview) {
        int most = preview.buckets().stream().mapToInt(Integer::intValue).max().orElse(1);
        double width = getWidth() / bars.size();
        double splitX = preview.splitShare() * getWidth();
        for (int i = 0; i < bars.size(); i++) {
            double height = getHeight() * preview.buckets().get(i) / Math.max(1, most);
            Rectangle bar = bars.get(i);
            bar.setX(i * width);
            bar.setY(getHeight() - height);
            bar.setWidth(Math.max(1, width - GAP));
            bar.setHeight(height);
            boolean trains = (i + 0.5) * width < splitX;
            bar.getStyleClass().setAll(trains ? "train-bar" : "test-bar");
        }
        split.setStartX(splitX);
        split.setEndX(splitX);
        split.setStartY(0);
        split.setEndY(getHeight());
    }
}
