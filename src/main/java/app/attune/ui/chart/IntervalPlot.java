package app.attune.ui.chart;

import app.attune.core.chart.IntervalChart;
import app.attune.core.chart.IntervalChart.Estimate;
import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/// Estimates as dots with whiskers, the first at the top, their values written beside them.
final class IntervalPlot {
    private static final double DOT = 9;

    private final ChartStyle style;
    private final double width;

    /// @param width of the whole picture: names and values take their share of it
    IntervalPlot(ChartStyle style, double width) {
        this.style = style;
        this.width = width;
    }

    XYPlot of(IntervalChart chart) {
        XYErrorRenderer renderer = renderer();
        XYPlot plot = new XYPlot(dots(chart), values(chart), names(chart), renderer);
        plot.setRangeGridlinesVisible(false);
        plot.setDomainGridlinePaint(style.grid());
        plot.setDomainGridlineStroke(HouseChart.HAIRLINE);
        plot.setDomainZeroBaselineVisible(true);
        plot.setDomainZeroBaselinePaint(style.rest());
        plot.setDomainZeroBaselineStroke(HouseChart.HAIRLINE);
        plot.setAxisOffset(new RectangleInsets(0, 0, 4, 4));
        for (int i = 0; i < chart.estimates().size(); i++) {
            Estimate estimate = chart.estimates().get(i);
            XYTextAnnotation text = new XYTextAnnotation(words(estimate), estimate.high(), row(chart, i));
            text.setFont(style.font());
            text.setPaint(style.text());
            text.setBackgroundPaint(style.background());
            text.setTextAnchor(TextAnchor.CENTER_LEFT);
            // Below the dots: beside a narrow interval its ground reaches under one.
            renderer.addAnnotation(text, Layer.BACKGROUND);
        }
        return plot;
    }

    private static String words(Estimate estimate) {
        return String.format(Locale.ENGLISH, "  %.3f", estimate.value());
    }

    /// The y of estimate number `i`: the first stands at the top.
    private static int row(IntervalChart chart, int i) {
        return chart.estimates().size() - 1 - i;
    }

    private static XYIntervalSeriesCollection dots(IntervalChart chart) {
        XYIntervalSeries accent = new XYIntervalSeries("highlighted");
        XYIntervalSeries rest = new XYIntervalSeries("rest");
        boolean any = chart.estimates().stream().anyMatch(Estimate::highlighted);
        for (int i = 0; i < chart.estimates().size(); i++) {
            Estimate estimate = chart.estimates().get(i);
            int y = row(chart, i);
            (estimate.highlighted() || !any ? accent : rest)
                    .add(estimate.value(), estimate.low(), estimate.high(), y, y, y);
        }
        XYIntervalSeriesCollection all = new XYIntervalSeriesCollection();
        all.addSeries(accent);
        all.addSeries(rest);
        return all;
    }

    private XYErrorRenderer renderer() {
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawXError(true);
        renderer.setDrawYError(false);
        renderer.setCapLength(6);
        for (int s = 0; s < 2; s++) {
            renderer.setSeriesPaint(s, s == 0 ? style.accent() : style.rest());
            renderer.setSeriesShape(s, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
            renderer.setSeriesStroke(s, new BasicStroke(2));
        }
        renderer.setErrorStroke(new BasicStroke(2));
        return renderer;
    }

    private NumberAxis values(IntervalChart chart) {
        NumberAxis axis = new NumberAxis(chart.unit() + ", " + Math.round(chart.level() * 100) + "% interval");
        HouseChart.quiet(axis, style);
        axis.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ENGLISH));
        AxisRoom room = new AxisRoom(style, width - AxisRoom.widest(style, namesFromBelow(chart).stream()));
        for (Estimate estimate : chart.estimates()) {
            room.add(estimate.low(), "");
            room.add(estimate.high(), words(estimate));
        }
        axis.setRange(room.range());
        return axis;
    }

    private static List<String> namesFromBelow(IntervalChart chart) {
        List<String> names = new ArrayList<>();
        boolean sameN =
                chart.estimates().stream().mapToInt(Estimate::n).distinct().count() <= 1;
        for (Estimate estimate : chart.estimates().reversed()) {
            names.add(
                    sameN
                            ? estimate.name()
                            : estimate.name() + String.format(Locale.ENGLISH, " (n = %,d)", estimate.n()));
        }
        return names;
    }

    private SymbolAxis names(IntervalChart chart) {
        List<String> names = namesFromBelow(chart);
        SymbolAxis axis = new SymbolAxis(null, names.toArray(String[]::new));
        HouseChart.quiet(axis, style);
        axis.setTickLabelPaint(style.text());
        axis.setGridBandsVisible(false);
        axis.setRange(-0.6, Math.max(0.6, names.size() - 0.4));
        return axis;
    }
}
