package app.attune.core.chart;

import app.attune.core.Require;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Values by day, one or more lines over the same days.
///
/// @param unit what the y axis counts, such as "users"
public record TimeSeriesChart(
        String id, String title, String subtitle, String unit, List<LocalDate> days, List<Line> lines)
        implements ChartSpec {
    /// @param values one for each day; NaN where nothing is known
    public record Line(String name, List<Double> values) {
        public Line {
            values = List.copyOf(values);
        }
    }

    public TimeSeriesChart {
        days = List.copyOf(days);
        lines = List.copyOf(lines);
        for (Line line : lines) {
            Require.that(line.values().size() == days.size(), "Every line has one value a day");
        }
    }

    @Override
    public List<List<String>> table() {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("Day"));
        lines.forEach(line -> header.add(line.name()));
        rows.add(header);
        for (int i = 0; i < days.size(); i++) {
            List<String> row = new ArrayList<>(List.of(days.get(i).toString()));
            for (Line line : lines) {
                double value = line.values().get(i);
                row.add(Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%,.0f", value));
            }
            rows.add(row);
        }
        return rows;
    }
}
