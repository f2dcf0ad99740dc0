package app.attune.bench;

import app.attune.core.Seeds;
import app.attune.events.ColumnRole;
import app.attune.events.FieldType;
import app.attune.events.MappedColumn;
import app.attune.events.Mapping;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SplittableRandom;

/// A made-up file of a shop's events in the order in which they happened: nine columns, random UUIDs as event ids, one
/// row in 200 delivered twice, 90 days, one user per 20 rows and one item per 200.
///
/// Events of a user are days apart; with `-Dattune.bench.sessions=true` they come in visits of about four events within
/// 20
/// minutes, so that steps close to each other are found.
final class ShopEvents {
    static final long SEED = 7;

    private static final int CHUNK_ROWS = 10_000;
    private static final int REPEATED_ONE_IN = 200;
    private static final boolean SESSIONS = Boolean.getBoolean("attune.bench.sessions");
    private static final long START_SPAN = 5 * 60_000L;
    private static final int FIRST_USER = 1_000_000;
    private static final long FIRST = Instant.parse("2026-08-01T00:00:00Z").toEpochMilli();
    private static final long SPAN = 90L * 86_400_000;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:").withZone(ZoneOffset.UTC);
    private static final List<String> DEVICES = List.of("mobile", "desktop", "tablet", "app");
    private static final List<String> COUNTRIES = List.of("DE", "FR", "IT", "ES", "PL", "NL", "AT", "SE");
    private static final String HEADER = "event_id,event_time,event_type,user_id,item_id,price,quantity,device,country";

    private final SplittableRandom random = Seeds.stream(SEED, "shop events");
    private final StringBuilder text = new StringBuilder();
    private String repeated = "";
    private final int[] visiting;
    private int visits;
    private long minute = -1;
    private String minuteText = "";

    /// Each visit lasts until as many others began as do in five minutes, four times as long.
    private ShopEvents(int rows) {
        visiting = new int[Math.max((int) (rows * START_SPAN / SPAN), 1)];
    }

    /// How many rows the system property `attune.bench.rows` asks for.
    static int rows() {
        return Integer.getInteger("attune.bench.rows", 1_000_000);
    }

    /// The file with so many rows, made once per build folder.
    static Path file(int rows) throws IOException {
        Path file = folder().resolve("shop-events-" + name(rows) + ".csv");
        if (!Files.exists(file)) {
            Path draft = folder().resolve("shop-events.tmp");
            new ShopEvents(rows).write(draft, rows);
            Files.move(draft, file);
        }
        return file;
    }

    /// What files made of so many rows are called by.
    static String name(int rows) {
        return rows + (SESSIONS ? "-sessions" : "");
    }

    /// All users who may be in the file with so many rows, and where they live.
    static Path users(int rows) throws IOException {
        StringBuilder text = new StringBuilder("user_id,country\n");
        for (int user = 0; user < userCount(rows); user++) {
            text.append('u')
                    .append(FIRST_USER + user)
                    .append(',')
                    .append(country(user))
                    .append('\n');
        }
        return Files.writeString(folder().resolve("shop-users-" + name(rows) + ".csv"), text);
    }

    /// Where benchmarks keep what is costly to make, in the build folder.
    static Path folder() throws IOException {
        return Files.createDirectories(Path.of(System.getProperty("attune.build.directory", "target"), "bench"));
    }

    private static int userCount(int rows) {
        return Math.max(rows / 20, 1);
    }

    private static String country(int user) {
        return COUNTRIES.get(user / 4 & 7);
    }

    static Mapping mapping() {
        return Mapping.events(
                List.of(
                        MappedColumn.of("event_id", ColumnRole.EVENT_ID),
                        MappedColumn.of("event_time", ColumnRole.TIME),
                        MappedColumn.of("event_type", ColumnRole.TYPE),
                        MappedColumn.of("user_id", ColumnRole.USER),
                        MappedColumn.of("item_id", ColumnRole.ITEM),
                        MappedColumn.of("price", ColumnRole.VALUE),
                        new MappedColumn("quantity", ColumnRole.PROPERTY, "quantity", FieldType.NUMBER),
                        MappedColumn.of("device", ColumnRole.PROPERTY),
                        MappedColumn.of("country", ColumnRole.PROPERTY)),
                "");
    }

    private void write(Path file, int rows) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            text.append(HEADER).append('\n');
            for (int row = 0; row < rows; row++) {
                int start = text.length();
                if (!repeated.isEmpty() && random.nextInt(REPEATED_ONE_IN) == 0) {
                    text.append(repeated);
                } else {
                    row(row, rows);
                    repeated = random.nextInt(10) == 0 ? text.substring(start) : repeated;
                }
                if (row % CHUNK_ROWS == 0 || row == rows - 1) {
                    out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
                    text.setLength(0);
                }
            }
        }
    }

    private void row(int row, int rows) {
        int users = userCount(rows);
        int items = Math.max(rows / 200, 1);
        int user = user(users);
        int item = (int) (items * Math.pow(random.nextDouble(), 3));
        int kind = random.nextInt(100);
        long cents = 99 + (item * 2_654_435_761L & 0x7FFFFFFF) % 49_900;
        uuid();
        text.append(',');
        time(FIRST + (long) ((double) SPAN * row / rows) + random.nextInt(2_000));
        text.append(kind < 78 ? ",view,u" : kind < 92 ? ",cart,u" : kind < 97 ? ",purchase,u" : ",wishlist,u")
                .append(FIRST_USER + user)
                .append(",i")
                .append(100_000 + item)
                .append(',')
                .append(cents / 100)
                .append('.')
                .append(cents / 10 % 10)
                .append(cents % 10)
                .append(',')
                .append(kind < 92 ? 1 : random.nextInt(1, 5))
                .append(',')
                .append(DEVICES.get(user & 3))
                .append(',')
                .append(country(user))
                .append('\n');
    }

    /// Of four events of visits one begins another visit.
    private int user(int users) {
        if (SESSIONS && visits >= visiting.length && random.nextInt(4) > 0) {
            return visiting[random.nextInt(visiting.length)];
        }
        int user = (int) (users * Math.pow(random.nextDouble(), 1.5));
        visiting[visits++ % visiting.length] = user;
        return user;
    }

    private void uuid() {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() >>> 2) | Long.MIN_VALUE;
        hex(high, 32, 64);
        text.append('-');
        hex(high, 16, 32);
        text.append('-');
        hex(high, 0, 16);
        text.append('-');
        hex(low, 48, 64);
        text.append('-');
        hex(low, 0, 48);
    }

    private void hex(long bits, int from, int to) {
        for (int shift = to - 4; shift >= from; shift -= 4) {
            text.append(Character.forDigit((int) (bits >>> shift & 15), 16));
        }
    }

    private void time(long millis) {
        if (millis / 60_000 != minute) {
            minute = millis / 60_000;
            minuteText = MINUTE.format(Instant.ofEpochMilli(millis));
        }
        int rest = (int) (millis % 60_000);
        text.append(minuteText)
                .append(rest / 10_000)
                .append(rest / 1_000 % 10)
                .append('.')
                .append(rest / 100 % 10)
                .append(rest / 10 % 10)
                .append(rest % 10)
                .append('Z');
    }
}
