package app.attune.ui.chart;

import app.attune.core.chart.BarChart;
import app.attune.core.chart.IntervalChart;
import app.attune.core.chart.TimeSeriesChart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Charts for tests.
public final class SampleCharts {
    private SampleCharts() {}

    public static TimeSeriesChart activeUsers() {
        return new TimeSeriesChart(
                "active-users",
                "Active users grew 12% since June, to 2,140 a day",
                "Users with any event per day, 2 Jun to 30 Nov 2026, n = 14,812",
                "users",
                days(182),
                List.of(new TimeSeriesChart.Line("All users", wave(182, 1900, 240))));
    }

    public static TimeSeriesChart segmentSizes() {
        return new TimeSeriesChart(
                "segment-sizes",
                "Lapsed users doubled in the last eight weeks",
                "Users in each segment by day, 2 Jun to 30 Nov 2026",
                "users",
                days(182),
                List.of(
                        new TimeSeriesChart.Line("Frequent buyers", wave(182, 820, 60)),
                        new TimeSeriesChart.Line("Lapsed", wave(182, 400, 300)),
                        new TimeSeriesChart.Line("New visitors", wave(182, 790, 30))));
    }

    public static IntervalChart recommenders() {
        return new IntervalChart(
                "recommenders",
                "Item neighbours beat popularity by 0.041 NDCG@10",
                "Test window 1 to 30 Nov 2026, users with a purchase, n = 3,204",
                "NDCG@10",
                0.95,
                List.of(
                        new IntervalChart.Estimate("Item neighbours", 0.184, 0.176, 0.192, 3204, true),
                        new IntervalChart.Estimate("Popular", 0.143, 0.136, 0.150, 3204, false),
                        new IntervalChart.Estimate("Random", 0.004, 0.002, 0.006, 3204, false)));
    }

    public static BarChart eventTypes() {
        return new BarChart(
                "event-types",
                "Views are 71% of all events",
                "Events by type, 2 Jun to 30 Nov 2026, n = 412,330",
                "events",
                List.of(
                        new BarChart.Bar("view", 292_754, true),
                        new BarChart.Bar("search", 62_110, false),
                        new BarChart.Bar("cart", 35_902, false),
                        new BarChart.Bar("purchase", 21_564, false)));
    }

    private static List<LocalDate> days(int count) {
        return LocalDate.of(2026, 6, 2)
                .datesUntil(LocalDate.of(2026, 6, 2).plusDays(count))
                .toList();
    }

    private static List<Double> wave(int count, double from, double grows) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add((double) Math.round(from + grows * i / count + from * 0.06 * Math.sin(i * 0.9)));
        }
        return values;
    }
}
