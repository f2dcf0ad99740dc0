package app.attune.core.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Estimates with their intervals, one row each, on one axis.
///
/// @param unit  what the x axis measures, such as "NDCG@10"
/// @param level of the intervals, such as 0.95
public record IntervalChart(
        String id, String title, String subtitle, String unit, double level, List<Estimate> estimates)
        implements ChartSpec {
    /// `low <= value <= high`; `n` is what the estimate rests on; `highlighted` marks the one the title is about.
    public record Estimate(String name, double value, double low, double high, int n, boolean highlighted) {}

    public IntervalChart {
        estimates = List.copyOf(estimates);
    }

    @Override
    public List<List<String>> table() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", unit, Math.round(level * 100) + " % interval", "n"));
        for (Estimate estimate : estimates) {
            rows.add(List.of(
                    estimate.name(),
                    String.format(Locale.ROOT, "%.3f", estimate.value()),
                    String.format(Locale.ROOT, "%.3f-%.3f", estimate.low(), estimate.high()),
                    String.format(Locale.ROOT, "%,d", estimate.n())));
        }
        return rows;
    }
}
