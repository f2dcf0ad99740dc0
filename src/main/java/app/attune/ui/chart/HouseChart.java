package app.attune.ui.chart;

import app.attune.core.chart.BarChart;
import app.attune.core.chart.ChartSpec;
import app.attune.core.chart.IntervalChart;
import app.attune.core.chart.RunChart;
import app.attune.core.chart.ScatterChart;
import app.attune.core.chart.TimeSeriesChart;
import java.awt.BasicStroke;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;

/// Turns a chart specification into a JFreeChart in the house style.
final class HouseChart {
    static final BasicStroke HAIRLINE = new BasicStroke(1);
    private static final double MARGIN = 16;
    private static final double LINES_OF_TITLES = 5;

    /// The size of a picture.
    record Size(double width, double height) {}

    /// Only the plot, for a picture of this size: the window shows title and subtitle as text of its own.
    static JFreeChart plain(ChartSpec spec, ChartStyle style, Size size) {
        Plot plot = switch (spec) {
            case TimeSeriesChart series -> new TimeSeriesPlot(style, size).of(series);
            case IntervalChart intervals -> new IntervalPlot(style, size.width()).of(intervals);
            case BarChart bars -> new BarPlot(style, size.width()).of(bars);
            case ScatterChart points -> new ScatterPlot(style).of(points);
            case RunChart run -> new RunPlot(style).of(run);
        };
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        JFreeChart chart = new JFreeChart(null, style.font(), plot, false);
        chart.setBackgroundPaint(style.background());
        chart.setPadding(new RectangleInsets(4, 0, 4, 20));
        chart.setAntiAlias(true);
        chart.setTextAntiAlias(true);
        return chart;
    }

    /// With title and subtitle, for a file.
    static JFreeChart titled(ChartSpec spec, ChartStyle style, Size size) {
        Size below = new Size(size.width() - 2 * MARGIN, size.height() - 2 * MARGIN - LINES_OF_TITLES * style.pixels());
        JFreeChart chart = plain(spec, style, below);
        chart.setPadding(new RectangleInsets(MARGIN, MARGIN, MARGIN, MARGIN + 8));
        TextTitle title = new TextTitle(spec.title(), style.titleFont());
        title.setPaint(style.text());
        title.setMargin(0, 0, 4, 0);
        TextTitle subtitle = new TextTitle(unbroken(spec.subtitle()), style.font());
        subtitle.setPaint(style.muted());
        subtitle.setMargin(0, 0, 12, 0);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setTextAlignment(HorizontalAlignment.LEFT);
        subtitle.setHorizontalAlignment(HorizontalAlignment.LEFT);
        subtitle.setTextAlignment(HorizontalAlignment.LEFT);
        chart.setTitle(title);
        chart.addSubtitle(subtitle);
        return chart;
    }

    /// The same with every "n = 1,234" kept on one line.
    static String unbroken(String subtitle) {
        return subtitle.replaceAll("\\bn = (?=[\\d<])", "n\u00a0=\u00a0");
    }

    /// Quiet axis: muted text, no line, no ticks.
    static void quiet(ValueAxis axis, ChartStyle style) {
        axis.setTickLabelFont(style.font());
        axis.setTickLabelPaint(style.muted());
        axis.setLabelFont(style.font());
        axis.setLabelPaint(style.muted());
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
    }

    private HouseChart() {}
}
