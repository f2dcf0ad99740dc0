package app.attune.core.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Amounts by name, longest first, from a zero baseline.
///
/// @param unit what the x axis counts
public record BarChart(String id, String title, String subtitle, String unit, List<Bar> bars) implements ChartSpec {
    /// `highlighted` marks the one the title is about.
    public record Bar(String name, double value, boolean highlighted) {}

    public BarChart {
        bars = List.copyOf(bars);
    }

    @Override
    public List<List<String>> table() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", unit));
        String format = bars.stream().allMatch(bar -> bar.value() == Math.rint(bar.value())) ? "%,.0f" : "%,.2f";
        for (Bar bar : bars) {
            rows.add(List.of(bar.name(), String.format(Locale.ROOT, format, bar.value())));
        }
        return rows;
    }
}
