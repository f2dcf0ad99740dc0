package app.attune.rules.replay;

import app.attune.events.ColumnTable;
import app.attune.events.Dictionary;
import app.attune.events.EventColumns;
import app.attune.events.EventFrame;
import app.attune.events.NumberColumn;
import app.attune.events.TextColumn;
import app.attune.events.sessions.Sessions;
import app.attune.profiles.Population;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/// Events of a small shop, as rows and as a population.
public final class ReplayedShop {
    static final List<String> TYPES = List.of("view", "cart", "purchase");
    static final long START = 1_767_225_600_000L; // 2026-01-01T00:00:00Z
    static final long DAY = 86_400_000L;

    /// One event; `session` as numbered for the user.
    record Row(int user, long time, String type, int session) {}

    private final List<Row> rows;
    private final int users;

    ReplayedShop(List<Row> rows, int users) {
        this.rows = List.copyOf(rows);
        this.users = users;
    }

    /// Visits of a few events within minutes, some events at the same millisecond, some windows apart to the
    /// millisecond.
    public static ReplayedShop random(long seed, int users) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Row> rows = new ArrayList<>();
        for (int user = 0; user < users; user++) {
            long time = START + random.nextLong(20 * DAY);
            int visits = random.nextInt(8);
            for (int visit = 1; visit <= visits; visit++) {
                int events = 1 + random.nextInt(5);
                for (int n = 0; n < events; n++) {
                    rows.add(new Row(user, time, TYPES.get(random.nextInt(10) < 7 ? 0 : random.nextInt(3)), visit));
                    time += random.nextInt(3) == 0 ? 0 : random.nextLong(60_000);
                }
                time += random.nextInt(4) == 0 ? 7 * DAY : 1_800_000 + random.nextLong(9 * DAY);
            }
        }
        return new ReplayedShop(rows, users);
    }

    List<Row> rows() {
        return rows;
    }

    /// The same events as if they had arrived in another order.
    ReplayedShop shuffled(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Row> other = new ArrayList<>(rows);
        for (int i = other.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            other.set(j, other.set(i, other.get(j)));
        }
        return new ReplayedShop(other, users);
    }

    public Population population() {
        List<Row> sorted = rows.stream()
                .sorted(Comparator.comparingInt(Row::user).thenComparingLong(Row::time))
                .toList();
        int[] offsets = new int[users + 1];
        sorted.forEach(row -> offsets[row.user() + 1]++);
        for (int user = 0; user < users; user++) {
            offsets[user + 1] += offsets[user];
        }
        List<String> names = new ArrayList<>();
        for (int user = 0; user < users; user++) {
            names.add("u" + user);
        }
        int[] none = new int[sorted.size()];
        Arrays.fill(none, Dictionary.MISSING);
        double[] values = new double[sorted.size()];
        Arrays.fill(values, Double.NaN);
        EventColumns columns = new EventColumns(
                Dictionary.of(names),
                Dictionary.of(List.of()),
                Dictionary.of(TYPES),
                offsets,
                sorted.stream().mapToLong(Row::time).toArray(),
                sorted.stream().mapToInt(row -> TYPES.indexOf(row.type())).toArray(),
                none,
                values);
        NumberColumn sessions = new NumberColumn(
                Sessions.NUMBER, sorted.stream().mapToDouble(Row::session).toArray());
        EventFrame frame = new EventFrame(columns, List.of(sessions), new ColumnTable(0, List.of()), "shop");
        int[] country = new int[users];
        Arrays.setAll(country, user -> user % 3 - 1);
        TextColumn countries = new TextColumn("country", Dictionary.of(List.of("DE", "FR")), country);
        return Population.agreeing(frame, new ColumnTable(users, List.of(countries)), "shop");
    }
}
