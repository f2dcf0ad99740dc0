package app.attune.events;

import app.attune.core.TimeWindow;
import app.attune.core.chart.TimeSeriesChart;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// How many different users did anything on each day.
///
/// Days are UTC days from the first to the last event; a day without events counts 0. Cost: one pass over the
/// events.
public final class ActiveUsers {
    private static final long MILLIS_A_DAY = 86_400_000L;
    private static final int MONTH = 28;
    private static final double LEVEL = 0.01;
    private static final int FEW = 20;
    private static final int USERS_AT_ONCE = 1_024;
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
        int[] all = frame.indexes().users();
        int[] users = count(frame, all, span);
        long active = Arrays.stream(all)
                .filter(userIdx -> frame.time(frame.from(userIdx)) < before)
                .count();
        List<LocalDate> days = LocalDate.ofEpochDay(first)
                .datesUntil(LocalDate.ofEpochDay(last + 1))
                .toList();
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

    /// How many of these users did anything on each UTC day that a window touches. Cost: their events in the window, on
    /// all processors.
    ///
    /// @param users positions in the frame
    public static int[] count(EventFrame frame, int[] users, TimeWindow window) {
        long first = Math.floorDiv(window.from().toEpochMilli(), MILLIS_A_DAY);
        int days = (int) (Math.floorDiv(window.to().toEpochMilli() - 1, MILLIS_A_DAY) - first) + 1;
        return IntStream.range(0, (users.length + USERS_AT_ONCE - 1) / USERS_AT_ONCE)
                .parallel()
                .mapToObj(part -> {
                    int[] counts = new int[days];
                    int end = Math.min(users.length, (part + 1) * USERS_AT_ONCE);
                    for (int i = part * USERS_AT_ONCE; i < end; i++) {
                        count(frame, users[i], window, counts);
                    }
                    return counts;
                })
                .reduce(new int[days], ActiveUsers::sum);
    }

    private static void count(EventFrame frame, int userIdx, TimeWindow window, int[] counts) {
        long start = Math.floorDiv(window.from().toEpochMilli(), MILLIS_A_DAY) * MILLIS_A_DAY;
        long nextDay = Long.MIN_VALUE;
        int to = frame.to(userIdx, window.to().toEpochMilli());
        for (int row = frame.to(userIdx, window.from().toEpochMilli()); row < to; row++) {
            long time = frame.time(row);
            if (time >= nextDay) {
                long day = (time - start) / MILLIS_A_DAY;
                counts[(int) day]++;
                nextDay = start + (day + 1) * MILLIS_A_DAY;
            }
        }
    }

    private static int[] sum(int[] some, int[] others) {
        int[] sum = some.clone();
        Arrays.setAll(sum, day -> sum[day] + others[day]);
        return sum;
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
