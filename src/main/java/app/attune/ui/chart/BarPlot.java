package app.attune.ui.chart;

import app.attune.core.chart.BarChart;
import app.attune.core.chart.BarChart.Bar;
import java.awt.Paint;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;

/// Horizontal bars from zero, their values written at the end.
final class BarPlot {
    private static final double GAP_BEFORE_VALUE = 5;
    private static final float WIDEST_LABEL = 0.4f;

    private final ChartStyle style;
    private final double width;

    /// @param width of the whole picture: names and values take their share of it
    BarPlot(ChartStyle style, double width) {
        this.style = style;
        this.width = width;
    }

    CategoryPlot of(BarChart chart) {
        DefaultCategoryDataset bars = new DefaultCategoryDataset();
        chart.bars().forEach(bar -> bars.addValue(bar.value(), chart.unit(), bar.name()));
        CategoryPlot plot = new CategoryPlot(bars, names(), amounts(chart), renderer(chart.bars()));
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setRangeGridlinesVisible(false);
        plot.setRangeZeroBaselineVisible(true);
        plot.setRangeZeroBaselinePaint(style.rest());
        plot.setRangeZeroBaselineStroke(HouseChart.HAIRLINE);
        plot.setAxisOffset(new RectangleInsets(0, 0, 4, 4));
        return plot;
    }

    private CategoryAxis names() {
        CategoryAxis axis = new CategoryAxis();
        axis.setTickLabelFont(style.font());
        axis.setTickLabelPaint(style.text());
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setLowerMargin(0.02);
        axis.setUpperMargin(0.02);
        axis.setCategoryMargin(0.35);
        axis.setMaximumCategoryLabelWidthRatio(WIDEST_LABEL);
        axis.setCategoryLabelPositions(CategoryLabelPositions.STANDARD);
        return axis;
    }

    private NumberAxis amounts(BarChart chart) {
        NumberAxis axis = new NumberAxis(chart.unit());
        HouseChart.quiet(axis, style);
        DecimalFormat numbers = format("#,##0.##");
        axis.setNumberFormatOverride(numbers);
        double names = Math.min(
                WIDEST_LABEL * width,
                AxisRoom.widest(style, chart.bars().stream().map(Bar::name)));
        AxisRoom room = new AxisRoom(style, width - names);
        chart.bars().forEach(bar -> room.add(bar.value(), numbers.format(bar.value())));
        axis.setRange(room.range());
        return axis;
    }

    private BarRenderer renderer(List<Bar> bars) {
        boolean any = bars.stream().anyMatch(Bar::highlighted);
        BarRenderer renderer = new BarRenderer() {
            private static final long serialVersionUID = 1L;

            @Override
            public Paint getItemPaint(int row, int column) {
                return !any || bars.get(column).highlighted() ? style.accent() : style.rest();
            }
        };
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setMaximumBarWidth(0.18);
        renderer.setDefaultItemLabelGenerator(new StandardCategoryItemLabelGenerator("{2}", format("#,##0.##")));
        renderer.setDefaultItemLabelFont(style.font());
        renderer.setDefaultItemLabelPaint(style.text());
        renderer.setDefaultPositiveItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
        renderer.setItemLabelInsets(new RectangleInsets(0, GAP_BEFORE_VALUE, 0, GAP_BEFORE_VALUE));
        renderer.setDefaultItemLabelsVisible(true);
        return renderer;
    }

    private static DecimalFormat format(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ENGLISH));
    }
}
