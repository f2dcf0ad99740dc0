package app.attune.events.quality;

import app.attune.core.Progress;
import app.attune.core.chart.BarChart;
import app.attune.events.CellValues;
import app.attune.events.DateColumn;
import app.attune.events.EventFrame;
import app.attune.events.FrameFilter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How long after they happened events were loaded, and what a limit on that would cost.
///
/// The time of loading is a column of the events, such as `loaded_at`; events without it are not judged.
public final class Lateness {
    private static final List<String> NAMES = List.of(
            "load_time",
            "loaded_at",
            "received_at",
            "ingested_at",
            "ingest_time",
            "server_time",
            "collector_tstamp",
            "server_timestamp",
            "arrived_at",
            "uploaded_at",
            "server_upload_time");
    private static final List<Bin> BINS = List.of(
            new Bin("before the event", Duration.ofMillis(-1)),
            new Bin("up to 1 min", Duration.ofMinutes(1)),
            new Bin("1 to 15 min", Duration.ofMinutes(15)),
            new Bin("15 to 60 min", Duration.ofHours(1)),
            new Bin("1 to 6 h", Duration.ofHours(6)),
            new Bin("6 to 24 h", Duration.ofHours(24)),
            new Bin("1 to 2 days", Duration.ofDays(2)),
            new Bin("2 to 4 days", Duration.ofDays(4)),
            new Bin("4 to 7 days", Duration.ofDays(7)),
            new Bin("over 7 days", Duration.ofMillis(Long.MAX_VALUE)));

    private record Bin(String name, Duration to) {}

    /// What an allowed lateness leaves out.
    ///
    /// @param users      who lose at least one event
    /// @param usersGone  who lose all of them
    public record Dropped(Duration allowed, long events, long users, long usersGone) {}

    private final EventFrame frame;
    private final DateColumn loaded;
    private final long[] sorted;

    private Lateness(EventFrame frame, DateColumn loaded, long[] sorted) {
        this.frame = frame;
        this.loaded = loaded;
        this.sorted = sorted;
    }

    /// Empty if no column says when events were loaded. Cost: one pass and one sort of the events.
    static Optional<Lateness> of(EventFrame frame, Progress progress) {
        return column(frame).map(loaded -> {
            long[] delays = new long[frame.eventCount()];
            int found = 0;
            for (int row = 0; row < delays.length; row++) {
                if (!loaded.isMissing(row)) {
                    delays[found++] = loaded.millis()[row] - frame.time(row);
                }
                if ((row & CellValues.CHECK) == 0) {
                    progress.checkpoint();
                }
            }
            long[] sorted = Arrays.copyOf(delays, found);
            Arrays.sort(sorted);
            return new Lateness(frame, loaded, sorted);
        });
    }

    private static Optional<DateColumn> column(EventFrame frame) {
        return NAMES.stream()
                .flatMap(name -> frame.properties().stream()
                        .filter(column -> column.name().toLowerCase(Locale.ROOT).equals(name)))
                .flatMap(column -> column instanceof DateColumn date
                        ? Optional.of(date).stream()
                        : Optional.<DateColumn>empty().stream())
                .findFirst();
    }

    /// The column that says when events were loaded.
    public String columnName() {
        return loaded.name();
    }

    /// Events whose time of loading is known.
    public long known() {
        return sorted.length;
    }

    /// Events loaded more than `allowed` after they happened. Cost O(log n).
    public long laterThan(Duration allowed) {
        return (long) sorted.length - place(allowed.toMillis());
    }

    /// So long after they happened this share of the events was loaded; zero without any.
    public Duration quantile(double share) {
        if (sorted.length == 0) {
            return Duration.ZERO;
        }
        int at = Math.clamp((long) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1);
        return Duration.ofMillis(sorted[at]);
    }

    /// What would be left out, and whom that would touch. Cost: one pass over the events.
    public Dropped dropped(Duration allowed, Progress progress) {
        long limit = allowed.toMillis();
        long events = 0;
        long users = 0;
        long gone = 0;
        for (int userIdx = 0; userIdx < frame.userCount(); userIdx++) {
            long lost = 0;
            for (int row = frame.from(userIdx); row < frame.to(userIdx); row++) {
                lost += isLate(row, limit) ? 1 : 0;
            }
            events += lost;
            users += lost > 0 ? 1 : 0;
            gone += lost > 0 && lost == frame.to(userIdx) - frame.from(userIdx) ? 1 : 0;
            if ((userIdx & 0xFFF) == 0) {
                progress.checkpoint();
            }
        }
        return new Dropped(allowed, events, users, gone);
    }

    /// The events that would be left out. Cost: one pass over the events.
    public LateEvents late(Duration allowed, Progress progress) {
        long limit = allowed.toMillis();
        int[] rows = new int[16];
        int found = 0;
        for (int row = 0; row < frame.eventCount(); row++) {
            if (isLate(row, limit)) {
                rows = found == rows.length ? Arrays.copyOf(rows, found * 2) : rows;
                rows[found++] = row;
            }
            if ((row & CellValues.CHECK) == 0) {
                progress.checkpoint();
            }
        }
        int[] late = Arrays.copyOf(rows, found);
        return new LateEvents(
                frame,
                late,
                Arrays.stream(late).mapToLong(row -> loaded.millis()[row]).toArray());
    }

    /// The events without those that came later than allowed; users stay at their positions, and
    /// properties keep the values that they have among all events.
    public EventFrame without(Duration allowed, Progress progress) {
        long limit = allowed.toMillis();
        return FrameFilter.of(
                frame, row -> !isLate(row, limit), frame.dataHash() + " at most " + limit + " ms late", progress);
    }

    private boolean isLate(int row, long limit) {
        return !loaded.isMissing(row) && loaded.millis()[row] - frame.time(row) > limit;
    }

    /// How many delays are at most `millis`.
    private int place(long millis) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The chart `lateness`: events by delay; those later than `allowed` are the ones the title is about.
    public BarChart chart(Duration allowed) {
        List<BarChart.Bar> bars = new ArrayList<>();
        long before = 0;
        Duration from = Duration.ofMillis(Long.MIN_VALUE);
        for (Bin bin : BINS) {
            long upTo = place(bin.to().toMillis());
            bars.add(new BarChart.Bar(bin.name(), upTo - before, from.compareTo(allowed) >= 0));
            before = upTo;
            from = bin.to();
        }
        long late = laterThan(allowed);
        String title = String.format(
                Locale.ENGLISH,
                "%,d of %,d events (%.1f%%) were loaded more than %s after they happened",
                late,
                known(),
                known() == 0 ? 0 : 100.0 * late / known(),
                words(allowed));
        String subtitle = String.format(
                Locale.ENGLISH,
                "%s minus time of the event, n = %,d; half within %s, 95%% within %s",
                columnName(),
                known(),
                words(quantile(0.5)),
                words(quantile(0.95)));
        return new BarChart("lateness", title, subtitle, "events", bars);
    }

    /// "45 s", "12 min", "1.5 h", "24 h", "3.5 days".
    public static String words(Duration duration) {
        double seconds = duration.toMillis() / 1_000.0;
        if (seconds < 59.5) {
            return Math.round(seconds) + " s";
        }
        if (seconds < 3_600) {
            return rounded(seconds / 60) + " min";
        }
        return seconds < 172_800 ? rounded(seconds / 3_600) + " h" : rounded(seconds / 86_400) + " days";
    }

    /// One decimal below ten, where there is one.
    private static String rounded(double amount) {
        double tenths = Math.rint(amount * 10) / 10;
        return tenths < 10 && tenths != Math.rint(tenths) ? String.valueOf(tenths) : String.valueOf(Math.round(amount));
    }
}
