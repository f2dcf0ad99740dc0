package app.attune.segments;

import app.attune.core.Progress;
import app.attune.core.chart.TimeSeriesChart;
import app.attune.profiles.Population;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How many users a condition meant at the end of each day. Attributes are those of that day where the data says since
/// when they are so, else those known today.
final class SizeOverTime {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    /// Above this the share says less than the two numbers.
    private static final double TELLING = 2;

    private SizeOverTime() {}

    /// The `days` days before `asOf`, oldest first; days before the events reach back far enough for the condition are
    /// left out, but the last.
    static TimeSeriesChart of(SegmentDraft segment, ConditionCounts.At at, int days, Progress progress) {
        ConditionCheck.require(segment.condition(), at.population());
        List<LocalDate> calendar = calendar(at, days, LookBack.needed(segment.condition()));
        List<Double> sizes = new ArrayList<>();
        SegmentEvaluator evaluator = new SegmentEvaluator();
        for (LocalDate day : calendar) {
            progress.report("Counting users by day", sizes.size(), calendar.size());
            Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            sizes.add((double) evaluator
                    .members(segment.condition(), at.population(), end, progress)
                    .getCardinality());
        }
        return new TimeSeriesChart(
                "segment-size-" + segment.id(),
                title(segment.name(), calendar, sizes),
                subtitle(calendar, at, days)
                        + attributes(segment.condition(), at.population())
                        + caveat(segment.condition(), calendar, at.population()),
                "users",
                calendar,
                List.of(new TimeSeriesChart.Line(segment.name(), sizes)));
    }

    private static List<LocalDate> calendar(ConditionCounts.At at, int days, Duration needed) {
        LocalDate last = LocalDate.ofInstant(at.asOf().minusMillis(1), ZoneOffset.UTC);
        LocalDate first = at.population()
                .events()
                .span()
                .map(span -> LocalDate.ofInstant(span.from().plus(needed), ZoneOffset.UTC))
                .orElse(last);
        LocalDate from = last.minusDays(days - 1L).isBefore(first) ? first : last.minusDays(days - 1L);
        return from.isAfter(last)
                ? List.of(last)
                : from.datesUntil(last.plusDays(1)).toList();
    }

    private static String title(String name, List<LocalDate> calendar, List<Double> sizes) {
        double from = sizes.getFirst();
        double to = sizes.getLast();
        String since = " since " + DAY.format(calendar.getFirst());
        String users = users(to);
        if (calendar.size() == 1) {
            return name + ": " + users + " on " + DAY.format(calendar.getFirst());
        }
        if (from == to) {
            return name + " held at " + users + since;
        }
        String verb = to > from ? " grew " : " shrank ";
        if (from == 0) {
            return name + verb + "from 0 to " + users + since;
        }
        double change = Math.abs(to - from) / from;
        if (change > TELLING) {
            return name + verb + String.format(Locale.ROOT, "from %,d to ", (long) from) + users + since;
        }
        String percent = String.format(Locale.ROOT, "%.0f%%", 100 * change);
        return name + verb + percent + " to " + users + since;
    }

    /// Where the condition looks back further than the events reach on the first day, a longer record alone makes it
    /// mean others.
    private static String caveat(Condition condition, List<LocalDate> calendar, Population population) {
        Instant first =
                calendar.getFirst().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Duration known = population
                .events()
                .span()
                .map(span -> Duration.between(span.from(), first))
                .orElse(Duration.ZERO);
        return LookBack.of(condition).compareTo(known) > 0
                ? "; the condition looks back further than the events reach on the first days: part of the change may be"
                        + " the record growing"
                : "";
    }

    private static String users(double count) {
        return String.format(Locale.ROOT, "%,d %s", (long) count, count == 1 ? "user" : "users");
    }

    private static String subtitle(List<LocalDate> calendar, ConditionCounts.At at, int days) {
        return "Users at the end of each day, " + DAY.format(calendar.getFirst()) + " to "
                + DAY.format(calendar.getLast()) + begin(calendar.size(), at, days)
                + String.format(
                        Locale.ROOT,
                        ", n = %,d",
                        at.population().knownAt(at.asOf()).getCardinality());
    }

    /// Why not all days that were asked for are shown.
    private static String begin(int shown, ConditionCounts.At at, int days) {
        if (shown >= days) {
            return "";
        }
        return at.population()
                .events()
                .span()
                .map(span -> String.format(
                        Locale.ROOT,
                        " (%,d of the last %,d days: the events begin on %s, and the condition has to look back)",
                        shown,
                        days,
                        DAY.format(LocalDate.ofInstant(span.from(), ZoneOffset.UTC))))
                .orElse(" (one day, since there are no events)");
    }

    private static String attributes(Condition condition, Population population) {
        if (!asksAttributes(condition)) {
            return "";
        }
        return "; attributes as "
                + (population.changes() ? "they were on each day where the data says" : "known today");
    }

    private static boolean asksAttributes(Condition condition) {
        return condition instanceof AttributeCondition
                || Conditions.parts(condition).stream().anyMatch(SizeOverTime::asksAttributes);
    }
}
