package app.attune.ui.chart;

import app.attune.core.chart.ScatterChart;
import app.attune.core.chart.ScatterChart.Point;
import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/// Points as dots with their names beside them: to the right in the left half, to the left in the right half.
final class ScatterPlot {
    private static final double DOT = 9;
    private static final double MARGIN = 0.15;

    private final ChartStyle style;

    ScatterPlot(ChartStyle style) {
        this.style = style;
    }

    XYPlot of(ScatterChart chart) {
        NumberAxis across = axis(chart.across(), chart.points(), Point::x);
        NumberAxis up = axis(chart.up(), chart.points(), Point::y);
        XYPlot plot = new XYPlot(dots(chart), across, up, renderer());
        plot.setDomainGridlinePaint(style.grid());
        plot.setDomainGridlineStroke(HouseChart.HAIRLINE);
        plot.setRangeGridlinePaint(style.grid());
        plot.setRangeGridlineStroke(HouseChart.HAIRLINE);
        plot.setAxisOffset(new RectangleInsets(0, 0, 4, 4));
        double middle = across.getRange().getCentralValue();
        for (Point point : chart.points()) {
            plot.addAnnotation(name(point, point.x() <= middle));
        }
        return plot;
    }

    private XYTextAnnotation name(Point point, boolean isLeft) {
        String words = point.name() + " (" + point.note() + ")";
        XYTextAnnotation text = new XYTextAnnotation(isLeft ? "   " + words : words + "   ", point.x(), point.y());
        text.setFont(style.font());
        text.setPaint(style.text());
        text.setTextAnchor(isLeft ? TextAnchor.CENTER_LEFT : TextAnchor.CENTER_RIGHT);
        return text;
    }

    private static XYSeriesCollection dots(ScatterChart chart) {
        XYSeries accent = new XYSeries("highlighted", false);
        XYSeries rest = new XYSeries("rest", false);
        chart.points().forEach(point -> (point.highlighted() ? accent : rest).add(point.x(), point.y()));
        XYSeriesCollection all = new XYSeriesCollection();
        all.addSeries(accent);
        all.addSeries(rest);
        return all;
    }

    private XYLineAndShapeRenderer renderer() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        for (int series = 0; series < 2; series++) {
            renderer.setSeriesPaint(series, series == 0 ? style.accent() : style.rest());
            renderer.setSeriesShape(series, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
            renderer.setSeriesStroke(series, new BasicStroke(2));
        }
        return renderer;
    }

    private NumberAxis axis(String name, List<Point> points, ToDoubleFunction<Point> value) {
        NumberAxis axis = new NumberAxis(name);
        HouseChart.quiet(axis, style);
        axis.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ENGLISH));
        double low = points.stream().mapToDouble(value).min().orElse(0);
        double high = points.stream().mapToDouble(value).max().orElse(1);
        double margin = high > low ? MARGIN * (high - low) : Math.max(MARGIN, Math.abs(high) * MARGIN);
        axis.setRange(low - margin, high + margin);
        return axis;
    }
}
