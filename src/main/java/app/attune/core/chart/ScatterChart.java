package app.attune.core.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Named points by two measures.
///
/// @param across what the x axis measures
/// @param up     what the y axis measures
/// @param noted  what the notes of points tell, such as "Training"
public record ScatterChart(
        String id, String title, String subtitle, String across, String up, String noted, List<Point> points)
        implements ChartSpec {
    /// `note` is written in the table, and behind the name in the picture; `highlighted` marks what the title is about.
    public record Point(String name, double x, double y, String note, boolean highlighted) {}

    public ScatterChart {
        points = List.copyOf(points);
    }

    @Override
    public List<List<String>> table() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", up, across, noted));
        for (Point point : points) {
            rows.add(List.of(point.name(), text(point.y()), text(point.x()), point.note()));
        }
        return rows;
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
