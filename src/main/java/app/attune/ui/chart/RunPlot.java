package app.attune.ui.chart;

import app.attune.core.chart.RunChart;
import app.attune.core.chart.RunChart.Attempt;
import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/// Attempts as dots, the best so far as steps.
final class RunPlot {
    private static final double DOT = 6;

    private final ChartStyle style;

    RunPlot(ChartStyle style) {
        this.style = style;
    }

    XYPlot of(RunChart chart) {
        XYSeries values = new XYSeries(chart.up(), false);
        XYSeries best = new XYSeries("Best so far", false);
        for (Attempt attempt : chart.attempts()) {
            values.add(attempt.number(), attempt.value());
            best.add(attempt.number(), attempt.best());
        }
        NumberAxis across = axis(chart.across());
        across.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ENGLISH));
        XYPlot plot = new XYPlot(new XYSeriesCollection(best), across, axis(chart.up()), steps());
        plot.setDataset(1, new XYSeriesCollection(values));
        plot.setRenderer(1, dots());
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(style.grid());
        plot.setRangeGridlineStroke(HouseChart.HAIRLINE);
        plot.setAxisOffset(new RectangleInsets(0, 0, 4, 4));
        return plot;
    }

    private XYStepRenderer steps() {
        XYStepRenderer steps = new XYStepRenderer();
        steps.setSeriesPaint(0, style.accent());
        steps.setSeriesStroke(0, new BasicStroke(2));
        return steps;
    }

    private XYLineAndShapeRenderer dots() {
        XYLineAndShapeRenderer dots = new XYLineAndShapeRenderer(false, true);
        dots.setSeriesPaint(0, style.rest());
        dots.setSeriesShape(0, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
        return dots;
    }

    private NumberAxis axis(String name) {
        NumberAxis axis = new NumberAxis(name);
        HouseChart.quiet(axis, style);
        axis.setAutoRangeIncludesZero(false);
        axis.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ENGLISH));
        return axis;
    }
}
