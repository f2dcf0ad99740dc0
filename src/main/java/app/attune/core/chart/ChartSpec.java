package app.attune.core.chart;

import java.util.List;

/// One chart as data: the finding it states, what was measured, and the numbers.
public sealed interface ChartSpec permits TimeSeriesChart, IntervalChart, BarChart, ScatterChart, RunChart {
    /// A stable kebab-case name, also the name of an exported file.
    String id();

    /// The finding, as a sentence with a number: "Active users grew 12 % since May".
    String title();

    /// Measure, filter, dates and n: "Users with any event per day, 2 Jun to 30 Nov 2026, n = 14,812".
    String subtitle();

    /// The same numbers as a table: the first row is the header; cells are formatted for reading.
    List<List<String>> table();
}
