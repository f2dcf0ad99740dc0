package app.attune.rules.replay;

import app.attune.core.chart.TimeSeriesChart;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Draws what a replay counted, by day.
public final class ReplayChart {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final int MOST_LINES = 5;

    private ReplayChart() {}

    /// The rules that fire most, and how often each day.
    public static TimeSeriesChart firings(ReplayReport report) {
        List<ReplayedRule> most = report.rules().stream()
                .filter(rule -> rule.fired() > 0)
                .sorted(Comparator.comparingLong(ReplayedRule::fired).reversed())
                .toList();
        List<TimeSeriesChart.Line> lines = new ArrayList<>();
        most.stream()
                .limit(MOST_LINES)
                .map(rule -> new TimeSeriesChart.Line(rule.name(), values(rule.firedByDay())))
                .forEach(lines::add);
        if (most.size() > MOST_LINES) {
            lines.add(new TimeSeriesChart.Line("Other rules", sums(most.subList(MOST_LINES, most.size()))));
        }
        String title = most.isEmpty()
                ? "No rule would have fired"
                : String.format(
                        Locale.ENGLISH,
                        "%s fires most: in %,d of %,d decisions",
                        most.getFirst().name(),
                        most.getFirst().fired(),
                        report.decisions());
        return chart("replay-firings", title, "Decisions in which each rule fires", report, lines);
    }

    /// How often a rule with a cap fired and was held back each day.
    public static TimeSeriesChart caps(ReplayReport report, ReplayedRule rule) {
        return chart(
                "replay-caps",
                String.format(
                        Locale.ENGLISH,
                        "%s fires %,d times and is held back by its cap %,d times",
                        rule.name(),
                        rule.fired(),
                        rule.capped()),
                "Decisions in which the rule fires and in which its cap is reached",
                report,
                List.of(
                        new TimeSeriesChart.Line("Fired", values(rule.firedByDay())),
                        new TimeSeriesChart.Line("Capped", values(rule.cappedByDay()))));
    }

    /// The decisions that differ each day.
    public static TimeSeriesChart differences(ReplayComparison comparison) {
        ReplayReport report = comparison.after();
        String title = ReplaySentences.difference(comparison).getFirst();
        return chart(
                "replay-differences",
                title.substring(0, title.length() - 1),
                "Decisions that differ",
                report,
                List.of(new TimeSeriesChart.Line("Different", values(comparison.byDay()))));
    }

    private static TimeSeriesChart chart(
            String id, String title, String measure, ReplayReport report, List<TimeSeriesChart.Line> lines) {
        LocalDate last = report.firstDay().plusDays(report.decisionsByDay().size() - 1L);
        String subtitle = String.format(
                Locale.ENGLISH,
                "%s, by day in UTC, %s to %s, n = %,d decisions",
                measure,
                DAY.format(report.firstDay()),
                DAY.format(last),
                report.decisions());
        List<LocalDate> days = report.firstDay().datesUntil(last.plusDays(1)).toList();
        return new TimeSeriesChart(id, title, subtitle, "decisions", days, lines);
    }

    private static List<Double> values(List<Long> counts) {
        return counts.stream().map(Long::doubleValue).toList();
    }

    private static List<Double> sums(List<ReplayedRule> rules) {
        int days = rules.getFirst().firedByDay().size();
        List<Double> sums = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            int at = day;
            sums.add(rules.stream()
                    .mapToDouble(rule -> rule.firedByDay().get(at))
                    .sum());
        }
        return sums;
    }
}
