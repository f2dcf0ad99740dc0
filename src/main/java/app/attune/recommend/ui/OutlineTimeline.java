package app.attune.recommend.ui;

import app.attune.recommend.SplitOutline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/// Interactions over time as bars, what trains filled, what tests outlined on top of it, a line where each test begins.
final class OutlineTimeline extends Region {
    private static final double GAP = 1;

    private final List<Rectangle> train = new ArrayList<>();
    private final List<Rectangle> test = new ArrayList<>();
    private final List<Line> cuts = new ArrayList<>();
    private Optional<SplitOutline> shown = Optional.empty();

    OutlineTimeline() {
        getStyleClass().add("split-timeline");
        setPrefHeight(64);
        setMinHeight(48);
    }

    void show(Optional<SplitOutline> outline) {
        shown = outline;
        train.clear();
        test.clear();
        cuts.clear();
        outline.ifPresent(some -> {
            some.train().forEach(count -> train.add(bar("train-bar")));
            some.test().forEach(count -> test.add(bar("test-bar")));
            some.cuts().forEach(share -> cuts.add(cut()));
        });
        getChildren().setAll(train);
        getChildren().addAll(test);
        getChildren().addAll(cuts);
        requestLayout();
    }

    private static Rectangle bar(String look) {
        Rectangle bar = new Rectangle();
        bar.getStyleClass().add(look);
        return bar;
    }

    private static Line cut() {
        Line line = new Line();
        line.getStyleClass().add("split-line");
        return line;
    }

    @Override
    protected void layoutChildren() {
        shown.ifPresent(this::place);
    }

    private void place(SplitOutline outline) {
        int most = 1;
        for (int i = 0; i < train.size(); i++) {
            most = Math.max(most, outline.train().get(i) + outline.test().get(i));
        }
        double width = getWidth() / Math.max(1, train.size());
        double unit = getHeight() / most;
        for (int i = 0; i < train.size(); i++) {
            double filled = unit * outline.train().get(i);
            double outlined = unit * outline.test().get(i);
            put(train.get(i), i * width, getHeight() - filled, width, filled);
            put(test.get(i), i * width, getHeight() - filled - outlined, width, outlined);
        }
        for (int i = 0; i < cuts.size(); i++) {
            double x = Math.clamp(outline.cuts().get(i) * getWidth(), 1, Math.max(1, getWidth() - 1));
            Line line = cuts.get(i);
            line.setStartX(x);
            line.setEndX(x);
            line.setStartY(0);
            line.setEndY(getHeight());
        }
    }

    private static void put(Rectangle bar, double x, double y, double width, double height) {
        bar.setX(x);
        bar.setY(y);
        bar.setWidth(Math.max(1, width - GAP));
        bar.setHeight(height);
        bar.setVisible(height > 0);
    }
}
