package app.attune.events;

import app.attune.core.TimeWindow;
import app.attune.core.chart.TimeSeriesChart;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How many different users did anything on each day.
///
/// Days are UTC days from the first to the last event; a day without events counts 0. Cost: one pass over the events.
public final class ActiveUsers {
    private static final long MILLIS_A_DAY = 86_400_000L;
    private static final int MONTH = 28;
    private static final double LEVEL = 0.01;
    private static final int FEW = 20;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private ActiveUsers() {}

    /// The chart `active-users`; without events it has no days.
    public static TimeSeriesChart byDay(EventFrame frame) {
        return byDay(frame, Instant.ofEpochMilli(Long.MAX_VALUE));
    }

    /// As [#byDay(EventFrame)], of the events before a time.
    public static TimeSeriesChart byDay(EventFrame frame, Instant asOf) {
        long before = asOf.toEpochMilli();
        Optional<TimeWindow> found = frame.span(before);
        String unit = "users";
        if (found.isEmpty()) {
            return new TimeSeriesChart(
                    "active-users", "No events yet", "Import a file to see users", unit, List.of(), List.of());
        }
        TimeWindow span = found.get();
        long first = Math.floorDiv(span.from().toEpochMilli(), MILLIS_A_DAY);
        long last = Math.floorDiv(span.to().toEpochMilli() - 1, MILLIS_A_DAY);
        int[] users = new int[(int) (last - first) + 1];
        int active = count(frame, before, first, users);
        List<LocalDate> days = new ArrayList<>();
        for (long day = first; day <= last; day++) {
            days.add(LocalDate.ofEpochDay(day));
        }
        List<Double> values = Arrays.stream(users).asDoubleStream().boxed().toList();
        String subtitle = String.format(
                Locale.ENGLISH,
                "Users with any event per day (UTC), %s to %s, n = %,d users;"
                        + " the first and the last day may be cut and are not averaged",
                DAY.format(span.from().atOffset(ZoneOffset.UTC)),
                DAY.format(span.to().minusMillis(1).atOffset(ZoneOffset.UTC)),
                active);
        List<TimeSeriesChart.Line> lines = List.of(new TimeSeriesChart.Line("Active users", values));
        return new TimeSeriesChart("active-users", title(whole(users)), subtitle, unit, days, lines);
    }

    /// Fills the users of each day; gives how many there are of any.
    private static int count(EventFrame frame, long before, long firstDay, int[] users) {
        int active = 0;
        for (int userIdx = 0; userIdx < frame.userCount(); userIdx++) {
            long previous = Long.MIN_VALUE;
            int to = frame.to(userIdx, before);
            active += frame.from(userIdx) < to ? 1 : 0;
            for (int row = frame.from(userIdx); row < to; row++) {
                long day = Math.floorDiv(frame.time(row), MILLIS_A_DAY);
                if (day != previous) {
                    users[(int) (day - firstDay)]++;
                    previous = day;
                }
            }
        }
        return active;
    }

    /// Without the first and the last day, which may be cut.
    private static int[] whole(int[] users) {
        return users.length > 2 ? Arrays.copyOfRange(users, 1, users.length - 1) : users;
    }

    /// The last four weeks against the four before; the plain average where there is less than that.
    private static String title(int[] users) {
        if (users.length < 2 * MONTH) {
            double mean = Arrays.stream(users).average().orElse(0);
            return String.format(Locale.ENGLISH, "%s users are active on an average day", words(mean));
        }
        double now = mean(users, users.length - MONTH, users.length);
        double before = mean(users, users.length - 2 * MONTH, users.length - MONTH);
        if (before == 0 || Math.abs(now / before - 1) < LEVEL) {
            return String.format(Locale.ENGLISH, "Active users stayed level at %s a day", words(now));
        }
        String verb = now > before ? "grew" : "fell";
        double change = Math.abs(100 * (now / before - 1));
        return String.format(
                Locale.ENGLISH, "Active users %s %.0f%% to %s a day in the last four weeks", verb, change, words(now));
    }

    /// With a decimal where it tells.
    private static String words(double users) {
        return String.format(Locale.ENGLISH, users < FEW ? "%.1f" : "%,.0f", users);
    }

    private static double mean(int[] values, int from, int to) {
        return Arrays.stream(values, from, to).average().orElse(0);
    }
}
