package app.attune.recommend;

import app.attune.core.ItemId;
import app.attune.events.Column;
import app.attune.events.EventFrame;
import app.attune.events.TextColumn;
import app.attune.events.sessions.Sessions;
import app.attune.segments.OrderIds;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/// The interactions of each user in parts that belong together: orders, visits, days.
///
/// Part b has the places `offsets[b]` to `offsets[b + 1]` of `rows`, which are rows of the log, by time. Parts are in
/// the order of users, then of their first interaction.
@SuppressWarnings("ArrayRecordComponent") // A carrier between steps, never compared.
record Baskets(int[] offsets, int[] rows) {
    private static final long MILLIS_OF_DAY = 86_400_000;

    /// What makes interactions of one user belong together.
    enum By {
        /// The order the event names, else its session, else its day.
        ORDER,
        /// The session of the event, else its day.
        SESSION,
        /// The day in UTC.
        DAY,
        /// All of them.
        USER
    }

    /// Cost O(n log n) for n interactions.
    static Baskets of(InteractionLog log, By by) {
        Keys keys = new Keys(log, by);
        int[] rows = new int[log.size()];
        int[] ends = new int[log.size() + 1];
        int parts = 0;
        int from = 0;
        while (from < log.size()) {
            int to = from + 1;
            while (to < log.size() && log.users()[to] == log.users()[from]) {
                to++;
            }
            long[] sorted = keys.ofUser(from, to);
            for (int at = from; at < to; at++) {
                rows[at] = (int) sorted[at - from];
                boolean opens =
                        at == from || sorted[at - from] >> Integer.SIZE != sorted[at - from - 1] >> Integer.SIZE;
                parts += opens ? 1 : 0;
                ends[parts] = at + 1;
            }
            from = to;
        }
        return new Baskets(Arrays.copyOf(ends, parts + 1), rows);
    }

    int size() {
        return offsets.length - 1;
    }

    /// For each item of the log's frame its position in a catalogue, -1 without one.
    static int[] positions(InteractionLog log, Catalogue catalogue) {
        int[] positions = new int[log.frame().itemCount()];
        for (int item = 0; item < positions.length; item++) {
            positions[item] = catalogue.position(new ItemId(log.frame().items().text(item)));
        }
        return positions;
    }

    /// The different items of each part, ascending; parts as users.
    ItemSets items(InteractionLog log, Catalogue catalogue) {
        int[] positions = positions(log, catalogue);
        int[] starts = new int[size() + 1];
        int[] items = new int[rows.length];
        int n = 0;
        for (int part = 0; part < size(); part++) {
            int[] distinct = Arrays.stream(rows, offsets[part], offsets[part + 1])
                    .map(row -> positions[log.items()[row]])
                    .sorted()
                    .distinct()
                    .toArray();
            System.arraycopy(distinct, 0, items, n, distinct.length);
            n += distinct.length;
            starts[part + 1] = n;
        }
        return new ItemSets(starts, Arrays.copyOf(items, n));
    }

    /// Numbers what the interactions of a user belong to, in the order of their first.
    private static final class Keys {
        private final InteractionLog log;
        private final Map<Object, Integer> numbers = new HashMap<>();
        private final List<Column> columns;
        private final boolean wholeUsers;

        Keys(InteractionLog log, By by) {
            this.log = log;
            EventFrame frame = log.frame();
            Optional<Column> order = OrderIds.in(frame).flatMap(frame::property);
            Optional<Column> session = frame.property(Sessions.NUMBER);
            this.columns = switch (by) {
                case ORDER ->
                    List.of(order, session).stream().flatMap(Optional::stream).toList();
                case SESSION -> session.stream().toList();
                case DAY, USER -> List.of();
            };
            this.wholeUsers = by == By.USER;
        }

        long[] ofUser(int from, int to) {
            numbers.clear();
            long[] keyed = new long[to - from];
            for (int row = from; row < to; row++) {
                int number = wholeUsers ? 0 : number(row);
                keyed[row - from] = (long) number << Integer.SIZE | row;
            }
            Arrays.sort(keyed);
            return keyed;
        }

        private int number(int row) {
            return Objects.requireNonNull(numbers.computeIfAbsent(key(row), fresh -> numbers.size()));
        }

        private Object key(int row) {
            int event = log.frameRows()[row];
            Predicate<Column> known = column -> !column.isMissing(event);
            return columns.stream()
                    .filter(known)
                    .findFirst()
                    .<Object>map(column -> new Named(column.name(), value(column, event)))
                    .orElseGet(() -> Math.floorDiv(log.times()[row], MILLIS_OF_DAY));
        }

        private static Object value(Column column, int event) {
            return column instanceof TextColumn text ? text.codes()[event] : column.display(event);
        }

        private record Named(String column, Object value) {}
    }
}
