package app.attune.segments;

import app.attune.events.AttributeHistory;
import app.attune.events.Column;
import app.attune.events.ColumnTable;
import app.attune.events.DateColumn;
import app.attune.events.Dictionary;
import app.attune.events.EventColumns;
import app.attune.events.EventFrame;
import app.attune.events.NumberColumn;
import app.attune.events.TextColumn;
import app.attune.profiles.Population;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

/// Small hostile populations: users without events, users not known yet, events on window edges, missing values and odd
/// texts everywhere.
public final class RandomPopulations {
    public static final Instant AS_OF = Instant.parse("2026-03-29T00:00:00Z");
    static final List<String> TEXTS = List.of(
            "Germany",
            "Austria",
            "germany",
            "",
            " ",
            "'",
            "''; DROP TABLE users; --",
            "%",
            "_",
            "\\",
            "a\\%b",
            "?",
            "Ä",
            "naïve",
            "😀",
            "\u0000",
            "1",
            "1.0",
            "NULL",
            "true",
            "Ger");
    static final List<String> TYPES = List.of("view", "cart", "purchase", "re'turn", "");
    static final double[] NUMBERS = {
        0,
        -0.0,
        1,
        -1,
        2,
        2.5,
        0.1,
        0.2,
        0.30000000000000004,
        19.99,
        49.9,
        1e-7,
        5e-7,
        0.0000005,
        1234567.891,
        100,
        -49.9
    };
    static final long HOUR = 3_600_000L;
    static final long DAY = 24 * HOUR;
    private static final int COLUMNS = 2;

    private final SplittableRandom random;

    public RandomPopulations(SplittableRandom random) {
        this.random = random;
    }

    /// Up to 25 users and 200 events; sometimes none at all.
    public Population next() {
        int users = random.nextInt(26);
        int items = random.nextInt(8);
        int[] counts = new int[users];
        for (int i = 0; i < users; i++) {
            counts[i] = random.nextInt(4) == 0 ? 0 : random.nextInt(12);
        }
        EventFrame frame = frame(counts, items);
        List<Column> columns = columns("", users);
        columns.add(new TextColumn(
                "consent_mail",
                Dictionary.of(List.of("GRANTED", "DENIED")),
                codes(users, row -> random.nextInt(3) - 1)));
        ColumnTable attributes = new ColumnTable(users, columns);
        Population all = Population.agreeing(frame, attributes, "random-" + random.nextLong());
        return random.nextBoolean() ? all : all.firstKnown(firstRows(users));
    }

    private long[] firstRows(int users) {
        long[] rows = new long[users];
        Arrays.setAll(rows, user -> switch (random.nextInt(3)) {
            case 0 -> AttributeHistory.NEVER;
            case 1 -> AttributeHistory.ALWAYS;
            default -> time();
        });
        return rows;
    }

    private EventFrame frame(int[] counts, int items) {
        int[] offsets = new int[counts.length + 1];
        for (int i = 0; i < counts.length; i++) {
            offsets[i + 1] = offsets[i] + counts[i];
        }
        int events = offsets[counts.length];
        long[] times = new long[events];
        for (int i = 0; i < counts.length; i++) {
            for (int row = offsets[i]; row < offsets[i + 1]; row++) {
                times[row] = time();
            }
            Arrays.sort(times, offsets[i], offsets[i + 1]);
        }
        EventColumns columns = new EventColumns(
                numbered("user", counts.length),
                items(items),
                Dictionary.of(TYPES),
                offsets,
                times,
                codes(events, row -> random.nextInt(TYPES.size())),
                codes(events, row -> items == 0 ? Dictionary.MISSING : random.nextInt(items + 1) - 1),
                numbers(events));
        List<Column> properties = columns("p.", events);
        double[] sessions = new double[events];
        Arrays.setAll(sessions, row -> row % 7 == 3 ? Double.NaN : 1 + row / 3 % 3);
        properties.add(new NumberColumn("session_number", sessions));
        return new EventFrame(columns, properties, new ColumnTable(items, columns("", items)), "random-frame");
    }

    /// Often exactly on an edge of a window, or one millisecond beside it; sometimes after the as-of time.
    private long time() {
        long[] backs = {0, HOUR, 6 * HOUR, DAY, 2 * DAY, 7 * DAY, 14 * DAY, 30 * DAY, -DAY, random.nextLong(60 * DAY)};
        int beside = random.nextBoolean() ? 0 : random.nextInt(3) - 1;
        return AS_OF.toEpochMilli() - backs[random.nextInt(backs.length)] + beside;
    }

    private static Dictionary numbered(String prefix, int n) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            ids.add(prefix + i);
        }
        return Dictionary.of(ids);
    }

    private static Dictionary items(int n) {
        return Dictionary.of(TEXTS.subList(0, n));
    }

    private static int[] codes(int n, IntUnaryOperator code) {
        int[] codes = new int[n];
        Arrays.setAll(codes, code);
        return codes;
    }

    private double[] numbers(int n) {
        double[] numbers = new double[n];
        Arrays.setAll(numbers, i -> random.nextInt(5) == 0 ? Double.NaN : NUMBERS[random.nextInt(NUMBERS.length)]);
        return numbers;
    }

    private List<Column> columns(String prefix, int rows) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < COLUMNS; i++) {
            columns.add(new TextColumn(
                    prefix + "text" + i,
                    Dictionary.of(TEXTS),
                    codes(
                            rows,
                            row -> random.nextInt(TEXTS.size() + 2) >= TEXTS.size()
                                    ? -1
                                    : random.nextInt(TEXTS.size()))));
            columns.add(new NumberColumn(prefix + "number" + i, numbers(rows)));
            long[] dates = new long[rows];
            Arrays.setAll(dates, row -> random.nextInt(5) == 0 ? DateColumn.MISSING : time());
            columns.add(new DateColumn(prefix + "date" + i, dates));
        }
        return columns;
    }
}
