package app.attune.events.ui;

import app.attune.events.ColumnProfile;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;

/// How a column's values are spread, as bars a few pixels high.
final class SpreadBars extends Region {
    private static final double GAP = 1;

    private final List<Double> shares = new ArrayList<>();

    SpreadBars() {
        getStyleClass().add("spread");
        setMouseTransparent(true);
    }

    void show(ColumnProfile.Spread spread) {
        switch (spread) {
            case ColumnProfile.Amounts amounts -> bars(amounts.bins(), false);
            case ColumnProfile.Moments moments -> bars(moments.bins(), false);
            case ColumnProfile.Words words -> {
                List<Long> counts = new ArrayList<>(words.top().stream()
                        .map(ColumnProfile.TextCount::events)
                        .toList());
                if (words.others() > 0) {
                    counts.add(words.others());
                }
                bars(counts, words.others() > 0);
            }
        }
    }

    private void bars(List<Long> counts, boolean lastIsRest) {
        long most = counts.stream().mapToLong(Long::longValue).max().orElse(1);
        shares.clear();
        getChildren().clear();
        for (int i = 0; i < counts.size(); i++) {
            shares.add((double) counts.get(i) / Math.max(1, most));
            Region bar = new Region();
            bar.getStyleClass().add(lastIsRest && i == counts.size() - 1 ? "spread-rest" : "spread-bar");
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
