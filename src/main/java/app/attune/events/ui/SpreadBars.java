package app.attune.events.ui;

import app.attune.events.ColumnProfile;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;

/// How a column's values are spread, as bars a few pixels high: the ranges of numbers and times, of words the most
/// frequent ones.
final class SpreadBars extends Region {
    private static final double GAP = 1;

    private final List<Double> shares = new ArrayList<>();

    SpreadBars() {
        getStyleClass().add("spread");
        setMouseTransparent(true);
    }

    void show(ColumnProfile.Spread spread) {
        switch (spread) {
            case ColumnProfile.Amounts amounts -> bars(amounts.bins());
            case ColumnProfile.Moments moments -> bars(moments.bins());
            case ColumnProfile.Words words ->
                bars(words.top().stream().map(ColumnProfile.TextCount::events).toList());
        }
    }

    private void bars(List<Long> counts) {
        long most = counts.stream().mapToLong(Long::longValue).max().orElse(1);
        shares.clear();
        getChildren().clear();
        for (long count : counts) {
            shares.add((double) count / Math.max(1, most));
            Region bar = new Region();
            bar.getStyleClass().add("spread-bar");
            getChildren().add(bar);
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() / Math.max(1, shares.size());
        for (int i = 0; i < shares.size(); i++) {
            double share = shares.get(i);
            double height = share == 0 ? 0 : Math.max(1, Math.rint(share * getHeight()));
            double left = Math.rint(i * width);
            double right = Math.rint((i + 1) * width) - GAP;
            getChildren().get(i).resizeRelocate(left, getHeight() - height, Math.max(1, right - left), height);
        }
    }
}
