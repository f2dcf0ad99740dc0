package app.attune.events.quality;

import app.attune.core.Progress;
import app.attune.core.TimeWindow;
import app.attune.core.chart.TimeSeriesChart;
import app.attune.events.CellValues;
import app.attune.events.EventFrame;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Events by day (UTC) and the days that stand out among those of the same weekday.
///
/// A day is unusual when its modified z-score 0.6745 (x - median) / MAD exceeds 3.5 either way, over all days of its
/// weekday; MAD is the median absolute deviation from the median, taken to be at least 0.6745 sqrt(median), as much as
/// mere counting scatters, the median counted as at least 1. With fewer than four days of a weekday nothing is said,
/// nor
/// of the first and the last day, which may be cut. Source: Iglewicz and Hoaglin 1993, "How to Detect and Handle
/// Outliers", ASQC, section 3.
///
/// @param days from the first to the last event, a day without events counts 0
public record DailyVolume(List<Day> days) {
    private static final double LIMIT = 3.5;
    private static final double SCALE = 0.6745;
    private static final int FEWEST = 4;
    private static final long MILLIS_A_DAY = 86_400_000L;
    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    /// How a day compares with the others of its weekday.
    public enum Verdict {
        USUAL,
        LOW,
        HIGH,
        TOO_FEW,
        CUT
    }

    /// @param usual median of the days of its weekday
    /// @param low   below this a day is unusual
    /// @param high  above this a day is unusual
    /// @param score modified z-score
    public record Day(
            LocalDate date, long events, double usual, double low, double high, double score, Verdict verdict) {
        private Day cut() {
            return new Day(date, events, usual, low, high, score, Verdict.CUT);
        }

        public boolean isUnusual() {
            return verdict == Verdict.LOW || verdict == Verdict.HIGH;
        }
    }

    public DailyVolume {
        days = List.copyOf(days);
    }

    /// Cost: one pass over the events.
    static DailyVolume of(EventFrame frame, Progress progress) {
        Optional<TimeWindow> span = frame.span();
        if (span.isEmpty()) {
            return new DailyVolume(List.of());
        }
        long first = Math.floorDiv(span.get().from().toEpochMilli(), MILLIS_A_DAY);
        long last = Math.floorDiv(span.get().to().toEpochMilli() - 1, MILLIS_A_DAY);
        long[] counts = new long[(int) (last - first) + 1];
        for (int row = 0; row < frame.eventCount(); row++) {
            counts[(int) (Math.floorDiv(frame.time(row), MILLIS_A_DAY) - first)]++;
            if ((row & CellValues.CHECK) == 0) {
                progress.checkpoint();
            }
        }
        return of(LocalDate.ofEpochDay(first), counts);
    }

    /// @param counts of consecutive days
    static DailyVolume of(LocalDate first, long[] counts) {
        Map<DayOfWeek, Middle> middles = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek weekday : DayOfWeek.values()) {
            double[] same = new double[counts.length];
            int found = 0;
            for (int i = 0; i < counts.length; i++) {
                if (first.plusDays(i).getDayOfWeek() == weekday) {
                    same[found++] = counts[i];
                }
            }
            middles.put(weekday, Middle.of(Arrays.copyOf(same, found)));
        }
        List<Day> days = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            LocalDate date = first.plusDays(i);
            boolean cut = i == 0 || i == counts.length - 1;
            Day judged = day(date, counts[i], middles.getOrDefault(date.getDayOfWeek(), Middle.of(new double[0])));
            days.add(cut ? judged.cut() : judged);
        }
        return new DailyVolume(days);
    }

    private static Day day(LocalDate date, long events, Middle middle) {
        double far = events - middle.median();
        double score = far == 0 ? 0 : SCALE * far / middle.mad();
        double reach = LIMIT * middle.mad() / SCALE;
        Verdict verdict = middle.n() < FEWEST
                ? Verdict.TOO_FEW
                : score > LIMIT ? Verdict.HIGH : score < -LIMIT ? Verdict.LOW : Verdict.USUAL;
        return new Day(
                date,
                events,
                middle.median(),
                Math.max(0, middle.median() - reach),
                middle.median() + reach,
                score,
                verdict);
    }

    /// Median and median absolute deviation of the days of one weekday.
    private record Middle(int n, double median, double mad) {
        static Middle of(double[] counts) {
            double median = median(counts);
            double mad = median(
                    Arrays.stream(counts).map(count -> Math.abs(count - median)).toArray());
            return new Middle(counts.length, median, Math.max(mad, SCALE * Math.sqrt(Math.max(median, 1))));
        }

        private static double median(double[] values) {
            if (values.length == 0) {
                return Double.NaN;
            }
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        }
    }

    /// The days that stand out, the farthest first.
    public List<Day> unusual() {
        return days.stream()
                .filter(Day::isUnusual)
                .sorted(Comparator.comparingDouble((Day day) -> Math.abs(day.score()))
                        .reversed()
                        .thenComparing(Day::date))
                .toList();
    }

    /// The chart `daily-volume`: the days, and between which counts they are usual.
    public TimeSeriesChart chart() {
        List<LocalDate> dates = days.stream().map(Day::date).toList();
        List<TimeSeriesChart.Line> lines = List.of(
                new TimeSeriesChart.Line(
                        "Events",
                        days.stream().map(day -> (double) day.events()).toList()),
                new TimeSeriesChart.Line(
                        "Usual, at most", days.stream().map(Day::high).toList()),
                new TimeSeriesChart.Line(
                        "Usual, at least", days.stream().map(Day::low).toList()));
        String subtitle = days.isEmpty()
                ? "Import a file to see its days"
                : String.format(
                        Locale.ENGLISH,
                        "Events per day (UTC), %s to %s, n = %,d; usual: median of the weekday +/- 5.19 MAD;"
                                + " the first and the last day may be cut and are not judged",
                        WORDS.format(dates.getFirst()),
                        WORDS.format(dates.getLast()),
                        days.stream().mapToLong(Day::events).sum());
        return new TimeSeriesChart(
                "daily-volume", title(), subtitle, "events", dates, days.isEmpty() ? List.of() : lines);
    }

    private String title() {
        if (days.isEmpty()) {
            return "No events yet";
        }
        List<Day> unusual = unusual();
        if (unusual.isEmpty()) {
            return String.format(Locale.ENGLISH, "None of %,d days stands out from its weekday", days.size());
        }
        Day first = unusual.getFirst();
        return String.format(
                Locale.ENGLISH,
                "%,d of %,d days stand out, most of all %s with %,d events where %,.0f are usual",
                unusual.size(),
                days.size(),
                WORDS.format(first.date()),
                first.events(),
                first.usual());
    }
}
