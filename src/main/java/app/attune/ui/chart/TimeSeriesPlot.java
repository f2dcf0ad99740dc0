package app.attune.ui.chart;

import app.attune.core.chart.TimeSeriesChart;
import app.attune.core.chart.TimeSeriesChart.Line;
import java.awt.BasicStroke;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/// Lines by day, each labelled at its end.
final class TimeSeriesPlot {
    private static final double GAP_AFTER_LABEL = 8;
    private static final double DAYS_BEFORE_LABEL = 0.02;
    private static final double LETTERS_BEFORE_PLOT = 7;
    private static final double LETTERS_BELOW_PLOT = 3;
    private static final double GAP_BELOW = 0.6;
    private static final long MILLIS_A_DAY = 86_400_000L;

    /// The end of a line: where its label wants to stand.
    private record End(int series, String name, double y) {}

    private final ChartStyle style;
    private final HouseChart.Size size;

    /// @param size of the whole picture: the labels at the line ends take their share of it
    TimeSeriesPlot(ChartStyle style, HouseChart.Size size) {
        this.style = style;
        this.size = size;
    }

    XYPlot of(TimeSeriesChart chart) {
        XYPlot plot = new DayPlot(chart.days());
        plot.setDataset(points(chart));
        plot.setDomainAxis(days(chart));
        plot.setRangeAxis(amounts(chart));
        plot.setRenderer(renderer(chart.lines().size()));
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(style.grid());
        plot.setRangeGridlineStroke(HouseChart.HAIRLINE);
        plot.setRangeZeroBaselineVisible(true);
        plot.setRangeZeroBaselinePaint(style.rest());
        plot.setRangeZeroBaselineStroke(HouseChart.HAIRLINE);
        plot.setAxisOffset(new RectangleInsets(0, 0, GAP_BELOW * style.pixels(), 4));
        if (chart.lines().size() > 1) {
            label(plot, chart);
        }
        return plot;
    }

    private static XYSeriesCollection points(TimeSeriesChart chart) {
        XYSeriesCollection points = new XYSeriesCollection();
        for (int s = 0; s < chart.lines().size(); s++) {
            XYSeries series = new XYSeries(s, false, true);
            List<Double> values = chart.lines().get(s).values();
            for (int d = 0; d < values.size(); d++) {
                double value = values.get(d);
                series.add((double) millis(chart.days().get(d)), Double.isNaN(value) ? null : (Number) value);
            }
            points.addSeries(series);
        }
        return points;
    }

    private XYLineAndShapeRenderer renderer(int lines) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        for (int s = 0; s < lines; s++) {
            renderer.setSeriesPaint(s, style.series(s));
            renderer.setSeriesStroke(s, new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        }
        return renderer;
    }

    private DateAxis days(TimeSeriesChart chart) {
        DateAxis axis = new DayAxis(style, chart.days(), format(chart.days()));
        HouseChart.quiet(axis, style);
        axis.setLowerMargin(0.01);
        axis.setUpperMargin(chart.lines().size() > 1 ? roomForLabels(chart) : 0.02);
        return axis;
    }

    /// As a share of the days, so that the longest name fits right of the last day.
    private double roomForLabels(TimeSeriesChart chart) {
        double longest = AxisRoom.widest(style, chart.lines().stream().map(Line::name));
        double label = Math.min(longest + GAP_AFTER_LABEL, size.width() / 2);
        double forDays = Math.max(1, size.width() - style.pixels() * LETTERS_BEFORE_PLOT - label);
        return label / forDays + DAYS_BEFORE_LABEL;
    }

    private static java.text.DateFormat format(List<LocalDate> days) {
        boolean years = days.size() > 1 && ChronoUnit.DAYS.between(days.getFirst(), days.getLast()) > 400;
        var format = new java.text.SimpleDateFormat(years ? "MMM yyyy" : "d MMM", Locale.ENGLISH);
        format.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
        return format;
    }

    private NumberAxis amounts(TimeSeriesChart chart) {
        NumberAxis axis = new NumberAxis(chart.unit());
        HouseChart.quiet(axis, style);
        axis.setAutoRangeIncludesZero(true);
        boolean whole =
                chart.lines().stream().flatMap(line -> line.values().stream()).allMatch(TimeSeriesPlot::whole);
        if (whole) {
            axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ENGLISH));
        }
        axis.setNumberFormatOverride(
                new DecimalFormat(whole ? "#,##0" : "#,##0.###", DecimalFormatSymbols.getInstance(Locale.ENGLISH)));
        return axis;
    }

    private static boolean whole(double value) {
        return Double.isNaN(value) || value == Math.rint(value);
    }

    /// At the right end of each line, in its colour, moved apart where they would overlap.
    private void label(XYPlot plot, TimeSeriesChart chart) {
        List<End> ends = new ArrayList<>();
        for (int s = 0; s < chart.lines().size(); s++) {
            ends.add(new End(s, chart.lines().get(s).name(), last(chart.lines().get(s))));
        }
        ends.removeIf(end -> Double.isNaN(end.y()));
        ends.sort(Comparator.comparingDouble(End::y));
        double[] heights = apart(
                ends.stream().mapToDouble(End::y).toArray(), plot.getRangeAxis().getRange());
        double x = millis(chart.days().getLast())
                + MILLIS_A_DAY * DAYS_BEFORE_LABEL * chart.days().size();
        for (int i = 0; i < heights.length; i++) {
            XYTextAnnotation text = new XYTextAnnotation(ends.get(i).name(), x, heights[i]);
            text.setFont(style.font());
            text.setPaint(style.series(ends.get(i).series()));
            text.setTextAnchor(TextAnchor.CENTER_LEFT);
            plot.addAnnotation(text);
        }
    }

    /// The same heights, ascending, each at least a line of text from the next and, where there is room, none above
    /// the top.
    private double[] apart(double[] heights, Range range) {
        double pixels = Math.max(style.lineHeight(), size.height() - style.pixels() * LETTERS_BELOW_PLOT);
        double line = range.getLength() * style.lineHeight() / pixels;
        for (int i = 1; i < heights.length; i++) {
            heights[i] = Math.max(heights[i], heights[i - 1] + line);
        }
        double highest = range.getUpperBound() - line / 2;
        for (int i = heights.length - 1; i >= 0; i--) {
            heights[i] = Math.min(heights[i], highest);
            highest = heights[i] - line;
        }
        return heights;
    }

    private static double last(Line line) {
        for (int i = line.values().size() - 1; i >= 0; i--) {
            if (!Double.isNaN(line.values().get(i))) {
                return line.values().get(i);
            }
        }
        return Double.NaN;
    }

    private static long millis(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
