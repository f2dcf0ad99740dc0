package app.attune.core.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Attempts one after the other: the value of each, and the best up to it as a line of steps.
///
/// @param across what the x axis counts, such as "Trial"
/// @param up     what the y axis measures; more is better
public record RunChart(String id, String title, String subtitle, String across, String up, List<Attempt> attempts)
        implements ChartSpec {
    /// @param best of this and all before it
    public record Attempt(int number, double value, double best) {}

    public RunChart {
        attempts = List.copyOf(attempts);
    }

    @Override
    public List<List<String>> table() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(across, up, "Best so far"));
        for (Attempt attempt : attempts) {
            rows.add(List.of(Integer.toString(attempt.number()), text(attempt.value()), text(attempt.best())));
        }
        return rows;
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
