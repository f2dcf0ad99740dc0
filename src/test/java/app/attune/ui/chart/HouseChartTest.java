package app.attune.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.chart.ChartSpec;
import app.attune.core.chart.IntervalChart;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.text.DateFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;

/// Whether what a chart writes beside its marks has room, whatever the size of text and picture.
final class HouseChartTest {
    private static final List<Float> TEXT = List.of(12f, 18f, 24f);
    private static final List<HouseChart.Size> SIZES =
            List.of(new HouseChart.Size(440, 180), new HouseChart.Size(560, 220), new HouseChart.Size(1200, 260));

    /// Draws the chart in every size of text and picture and hands over the plot and the area of its data.
    private static void inEverySize(ChartSpec spec, BiConsumer<Plot, Drawn> check) {
        for (float pixels : TEXT) {
            for (HouseChart.Size size : SIZES) {
                ChartStyle style = ChartStyle.light().withPixels(pixels);
                JFreeChart chart = HouseChart.plain(spec, style, size);
                ChartRenderingInfo info = new ChartRenderingInfo();
                BufferedImage image =
                        new BufferedImage((int) size.width(), (int) size.height(), BufferedImage.TYPE_INT_RGB);
                Rectangle2D all = new Rectangle2D.Double(0, 0, size.width(), size.height());
                chart.draw(image.createGraphics(), all, info);
                check.accept(
                        chart.getPlot(), new Drawn(style, info.getPlotInfo().getDataArea(), pixels + " in " + size));
            }
        }
    }

    private record Drawn(ChartStyle style, Rectangle2D area, String words) {}

    @Test
    void theValueBehindEveryBarIsInsideThePlot() {
        inEverySize(SampleCharts.eventTypes(), (plot, drawn) -> {
            CategoryPlot bars = (CategoryPlot) plot;
            double end = bars.getRangeAxis().valueToJava2D(292_754, drawn.area(), bars.getRangeAxisEdge());
            assertTrue(end + drawn.style().widthOf("292,754") <= drawn.area().getMaxX(), drawn.words());
        });
    }

    @Test
    void theValueBehindEveryIntervalIsInsideThePlot() {
        inEverySize(SampleCharts.recommenders(), (plot, drawn) -> {
            XYPlot dots = (XYPlot) plot;
            double end = dots.getDomainAxis().valueToJava2D(0.192, drawn.area(), dots.getDomainAxisEdge());
            assertTrue(end + drawn.style().widthOf("  0.184") <= drawn.area().getMaxX(), drawn.words());
        });
    }

    @Test
    void theDotOfANarrowIntervalIsWhole() {
        IntervalChart chart = new IntervalChart(
                "two",
                "One is narrow",
                "",
                "share",
                0.95,
                List.of(
                        new IntervalChart.Estimate("wide", 0.5, 0, 1, 10, true),
                        new IntervalChart.Estimate("narrow", 0.5, 0.4999, 0.5001, 10_000, true)));
        ChartStyle style = ChartStyle.light();
        JFreeChart drawn = HouseChart.plain(chart, style, new HouseChart.Size(440, 180));
        ChartRenderingInfo info = new ChartRenderingInfo();
        BufferedImage image = new BufferedImage(440, 180, BufferedImage.TYPE_INT_RGB);
        drawn.draw(image.createGraphics(), new Rectangle2D.Double(0, 0, 440, 180), info);
        XYPlot plot = (XYPlot) drawn.getPlot();
        Rectangle2D area = info.getPlotInfo().getDataArea();
        int x = (int) plot.getDomainAxis().valueToJava2D(0.5, area, plot.getDomainAxisEdge());
        int y = (int) plot.getRangeAxis().valueToJava2D(0, area, plot.getRangeAxisEdge());
        assertEquals(image.getRGB(x - 3, y), image.getRGB(x + 3, y));
    }

    @Test
    void theNamesAtTheEndsOfLinesDoNotOverlap() {
        inEverySize(SampleCharts.segmentSizes(), (plot, drawn) -> {
            XYPlot lines = (XYPlot) plot;
            List<Double> heights = lines.getAnnotations().stream()
                    .map(found -> lines.getRangeAxis()
                            .valueToJava2D(((XYTextAnnotation) found).getY(), drawn.area(), lines.getRangeAxisEdge()))
                    .sorted()
                    .toList();
            for (int i = 1; i < heights.size(); i++) {
                assertTrue(heights.get(i) - heights.get(i - 1) > drawn.style().pixels(), drawn.words() + heights);
            }
        });
    }

    @Test
    void datesAreStartsOfMonthsOrMondaysAndNeverBeyondTheData() {
        assertEquals(
                List.of(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 8, 1), LocalDate.of(2026, 9, 1)),
                axis(LocalDate.of(2026, 6, 2), 120).named(9));
        assertEquals(
                List.of(LocalDate.of(2026, 6, 8), LocalDate.of(2026, 6, 15), LocalDate.of(2026, 6, 22)),
                axis(LocalDate.of(2026, 6, 2), 27).named(9));
        assertEquals(5, axis(LocalDate.of(2026, 6, 2), 5).named(9).size());
        assertTrue(axis(LocalDate.of(2020, 1, 1), 2000).named(6).size() <= 6);
        assertEquals(1, axis(LocalDate.of(2020, 1, 1), 2000).named(1).size());
    }

    private static DayAxis axis(LocalDate first, int days) {
        DateFormat format = DateFormat.getDateInstance(DateFormat.SHORT, Locale.ENGLISH);
        return new DayAxis(
                ChartStyle.light(), first.datesUntil(first.plusDays(days)).toList(), format);
    }

    @Test
    void anNStaysWithItsNumber() {
        assertEquals("Events, n\u00a0=\u00a0412,330", HouseChart.unbroken("Events, n = 412,330"));
        assertFalse(HouseChart.unbroken("Open = 3").contains("\u00a0"));
    }
}
