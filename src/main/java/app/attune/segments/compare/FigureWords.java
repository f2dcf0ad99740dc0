package app.attune.segments.compare;

import app.attune.core.Counted;
import app.attune.core.chart.IntervalChart;
import app.attune.core.chart.IntervalChart.Estimate;
import app.attune.core.chart.TimeSeriesChart;
import app.attune.core.chart.TimeSeriesChart.Line;
import app.attune.segments.compare.Flows.Period;
import app.attune.segments.compare.KeyFigures.Figure;
import app.attune.segments.compare.KeyFigures.Measure;
import app.attune.segments.compare.KeyFigures.Row;
import app.attune.stats.Interval;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// Key figures and flows in words, and as charts.
public final class FigureWords {
    private static final double LEVEL = 0.95;
    private static final double HUNDRED = 100;
    private static final double THOUSAND = 1_000;

    private FigureWords() {}

    /// "12.3% (11.9-12.7)"; "-" where it is not told.
    public static String cell(Row row, Measure measure) {
        return value(row, measure).map(value -> cell(measure, value)).orElse("-");
    }

    private static String cell(Measure measure, Interval value) {
        return measure == Measure.CONVERSION
                ? String.format(
                        Locale.ROOT,
                        value.n() < HUNDRED ? "%.0f%% (%.1f-%.1f)" : "%.1f%% (%.1f-%.1f)",
                        HUNDRED * value.estimate(),
                        HUNDRED * value.low(),
                        HUNDRED * value.high())
                : String.format(
                        Locale.ROOT,
                        value.estimate() < THOUSAND ? "%,.2f (%,.2f-%,.2f)" : "%,.0f (%,.0f-%,.0f)",
                        value.estimate(),
                        value.low(),
                        value.high());
    }

    /// Empty where too few users or no sales are known.
    public static Optional<Interval> value(Row row, Measure measure) {
        return row.figures().stream()
                .filter(figure -> figure.measure() == measure)
                .map(Figure::value)
                .findFirst();
    }

    /// Of the first segment against everybody.
    public static String sentence(KeyFigures figures) {
        Row first = figures.rows().getFirst();
        Row all = figures.rows().getLast();
        Measure measure = figures.sales().isEmpty() ? Measure.EVENTS : Measure.CONVERSION;
        String what = measure == Measure.EVENTS
                ? " did " + cell(first, measure) + " events a user in the last "
                : ": " + cell(first, measure) + " bought in the last ";
        if (first.figures().isEmpty()) {
            return first.name() + " has too few users to say anything of them.";
        }
        return first.name() + what + figures.days() + " days, of everybody " + cell(all, measure) + ".";
    }

    /// What is to be known of the numbers.
    public static String caution(KeyFigures figures) {
        String sales = figures.sales().isEmpty()
                ? "No event type is called " + String.join(", ", Sales.NAMES)
                        + ", so that nothing is said of conversion and revenue."
                : "Sales are " + OverlapWords.listed(figures.sales()) + " events, the first of "
                        + String.join(", ", Sales.NAMES)
                        + " that there are; revenue is their value.";
        return sales
                + " Intervals hold 95%: of shares Wilson's, of means a bootstrap of users. Users of a segment may be in others"
                + " too; differences are associations, not causes.";
    }

    /// Conversion by segment, else events a user.
    public static IntervalChart chart(KeyFigures figures) {
        Measure measure = figures.sales().isEmpty() ? Measure.EVENTS : Measure.CONVERSION;
        Row first = figures.rows().getFirst();
        List<Estimate> estimates = figures.rows().stream()
                .filter(row -> value(row, measure).isPresent())
                .map(row -> estimate(row, measure, row.equals(first)))
                .toList();
        return new IntervalChart(
                "segment-key-figures",
                sentence(figures).replaceFirst("\\.$", ""),
                (measure == Measure.CONVERSION ? "Share of users with a sale" : "Events a user") + " in the "
                        + figures.days() + " days before " + OverlapWords.time(figures.asOf()) + ", by segment",
                measure == Measure.CONVERSION ? "share of users" : "events a user",
                LEVEL,
                estimates);
    }

    private static Estimate estimate(Row row, Measure measure, boolean first) {
        Interval value = value(row, measure).orElseThrow();
        double low = Math.min(value.low(), value.estimate());
        double high = Math.max(value.high(), value.estimate());
        return new Estimate(row.name(), value.estimate(), low, high, row.users(), first);
    }

    /// The last period: how many it was, entered, left and is.
    public static String sentence(Flows flows) {
        Period last = flows.periods().getLast();
        return flows.segment() + ": of " + Counted.of(last.before(), "user") + " " + OverlapWords.number(last.left())
                + " left and " + OverlapWords.number(last.stayed()) + " stayed in the last "
                + Duration.between(last.from(), last.to()).toDays() + " days; "
                + OverlapWords.number(last.entered()) + " entered (" + OverlapWords.number(last.fresh())
                + " of them not known before), which makes " + OverlapWords.number(last.after()) + ".";
    }

    /// Who entered and who left, by the last day of each period.
    public static TimeSeriesChart chart(Flows flows) {
        List<Period> periods = flows.periods();
        Period last = periods.getLast();
        List<LocalDate> days = periods.stream()
                .map(one -> LocalDate.ofInstant(one.to().minusMillis(1), ZoneOffset.UTC))
                .toList();
        return new TimeSeriesChart(
                "segment-flows",
                OverlapWords.number(last.entered()) + " entered " + flows.segment() + " in the last "
                        + Duration.between(last.from(), last.to()).toDays() + " days, "
                        + OverlapWords.number(last.left()) + " left",
                "Users who entered and left in the "
                        + Duration.between(last.from(), last.to()).toDays() + " days before each point, n = "
                        + OverlapWords.number(last.after()) + " at the end",
                "users",
                days,
                List.of(line("Entered", periods, Period::entered), line("Left", periods, Period::left)));
    }

    private static Line line(String name, List<Period> periods, ToDoubleFunction<Period> amount) {
        return new Line(name, periods.stream().map(amount::applyAsDouble).toList());
    }
}
