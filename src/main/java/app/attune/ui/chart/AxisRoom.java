package app.attune.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jfree.data.Range;

/// Finds how far an axis must reach so that the words written behind its values fit.
final class AxisRoom {
    private static final double RIGHT_OF_PLOT = 32;
    private static final double GAP = 8;
    private static final double MOST_FOR_WORDS = 0.8;
    private static final double BELOW_ZERO = 0.1;

    private record Labelled(double value, double pixels) {}

    private final ChartStyle style;
    private final double pixels;
    private final List<Labelled> values = new ArrayList<>();

    /// @param width of the picture without what stands left of the axis
    AxisRoom(ChartStyle style, double width) {
        this.style = style;
        this.pixels = Math.max(1, width - RIGHT_OF_PLOT);
    }

    /// How wide the widest of `words` is drawn; 0 for none.
    static double widest(ChartStyle style, Stream<String> words) {
        return words.mapToDouble(style::widthOf).max().orElse(0);
    }

    /// A value behind which `words` are written; values that are no numbers need no room.
    void add(double value, String words) {
        if (Double.isFinite(value)) {
            values.add(new Labelled(value, words.isEmpty() ? 0 : GAP + style.widthOf(words)));
        }
    }

    /// From zero, or from below the smallest value where that is negative; 0 to 1 where nothing is to be shown.
    Range range() {
        double smallest = values.stream().mapToDouble(Labelled::value).min().orElse(0);
        double low = smallest < 0 ? smallest * (1 + BELOW_ZERO) : 0;
        double length = values.stream()
                .mapToDouble(labelled ->
                        (labelled.value() - low) / (1 - Math.min(MOST_FOR_WORDS, labelled.pixels() / pixels)))
                .max()
                .orElse(0);
        return new Range(low, low + (length > 0 ? length : 1));
    }
}
