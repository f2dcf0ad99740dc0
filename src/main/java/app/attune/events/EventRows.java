package app.attune.events;

import app.attune.core.Progress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// Events of a frame chosen and ordered for looking at: positions of rows, nothing copied.
public final class EventRows {
    private static final int CHECK_EVERY = 1 << 16;
    private static final int UNKNOWN = -2;

    private final EventFrame frame;
    private final EventChoice choice;
    private final int[] rows;

    private EventRows(EventFrame frame, EventChoice choice, int[] rows) {
        this.frame = frame;
        this.choice = choice;
        this.rows = rows;
    }

    /// Cost: one pass over users, items and events, and one merge sort of what is chosen.
    public static EventRows of(EventFrame frame, EventChoice choice, Progress progress) {
        int[] chosen = chosen(frame, choice, progress);
        long[] keys = keys(frame, chosen, choice.order(), progress);
        return new EventRows(frame, choice, RowSort.ascending(keys, chosen, progress));
    }

    public EventFrame frame() {
        return frame;
    }

    public EventChoice choice() {
        return choice;
    }

    public int size() {
        return rows.length;
    }

    /// The frame's row at a place of the list.
    public int row(int place) {
        return rows[place];
    }

    /// The place of a row of the frame, -1 if it is not among these.
    public int place(int row) {
        for (int place = 0; place < rows.length; place++) {
            if (rows[place] == row) {
                return place;
            }
        }
        return -1;
    }

    private static int[] chosen(EventFrame frame, EventChoice choice, Progress progress) {
        boolean[] users = matching(frame.users().texts(), choice.user(), progress);
        boolean[] items = items(frame, choice.item(), progress);
        boolean everyItem = choice.item().isBlank();
        boolean everyType = choice.type().isEmpty();
        int type = everyType ? UNKNOWN : frame.types().find(choice.type()).orElse(UNKNOWN);
        int[] rows = new int[frame.eventCount()];
        int found = 0;
        for (int userIdx = 0; userIdx < users.length; userIdx++) {
            for (int row = frame.from(userIdx); users[userIdx] && row < frame.to(userIdx); row++) {
                boolean item = everyItem || (frame.item(row) >= 0 && items[frame.item(row)]);
                if (item && (everyType || frame.type(row) == type)) {
                    rows[found++] = row;
                }
                check(row, progress);
            }
        }
        return Arrays.copyOf(rows, found);
    }

    private static boolean[] items(EventFrame frame, String part, Progress progress) {
        boolean[] items = matching(frame.items().texts(), part, progress);
        Optional<Column> names = EventCells.itemNames(frame);
        if (names.isPresent()) {
            String wanted = wanted(part);
            for (int itemIdx = 0; itemIdx < items.length; itemIdx++) {
                items[itemIdx] = items[itemIdx] || contains(names.get().display(itemIdx), wanted);
                check(itemIdx, progress);
            }
        }
        return items;
    }

    private static boolean[] matching(List<String> texts, String part, Progress progress) {
        String wanted = wanted(part);
        boolean[] matching = new boolean[texts.size()];
        for (int i = 0; i < matching.length; i++) {
            matching[i] = contains(texts.get(i), wanted);
            check(i, progress);
        }
        return matching;
    }

    private static String wanted(String part) {
        return part.strip().toLowerCase(Locale.ROOT);
    }

    private static boolean contains(String text, String wanted) {
        return wanted.isEmpty() || text.toLowerCase(Locale.ROOT).contains(wanted);
    }

    private static long[] keys(EventFrame frame, int[] rows, EventChoice.Order order, Progress progress) {
        long[] ranks = ranks(frame, order);
        long[] keys = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            keys[i] = switch (order) {
                case OLDEST_FIRST -> frame.time(row);
                case NEWEST_FIRST -> -frame.time(row);
                case LOWEST_VALUE_FIRST -> valueKey(frame.value(row));
                case HIGHEST_VALUE_FIRST -> valueKey(-frame.value(row));
                case USER_UP -> ranks[EventCells.userIdx(frame, row)];
                case USER_DOWN -> -ranks[EventCells.userIdx(frame, row)];
            };
            check(i, progress);
        }
        return keys;
    }

    /// The place of each user by id; empty if the order does not ask for it.
    private static long[] ranks(EventFrame frame, EventChoice.Order order) {
        if (order != EventChoice.Order.USER_UP && order != EventChoice.Order.USER_DOWN) {
            return new long[0];
        }
        int[] byText = IntStream.range(0, frame.userCount())
                .boxed()
                .sorted(Comparator.comparing(userIdx -> frame.users().text(userIdx)))
                .mapToInt(Integer::intValue)
                .toArray();
        long[] ranks = new long[byText.length];
        for (int rank = 0; rank < byText.length; rank++) {
            ranks[byText[rank]] = rank;
        }
        return ranks;
    }

    /// Longs in the order of the doubles, NaN last; both zeros are one.
    private static long valueKey(double value) {
        if (Double.isNaN(value)) {
            return Long.MAX_VALUE;
        }
        long bits = Double.doubleToLongBits(value + 0.0);
        return bits < 0 ? Long.MIN_VALUE + ~bits : bits;
    }

    private static void check(int step, Progress progress) {
        if (step % CHECK_EVERY == 0) {
            progress.checkpoint();
        }
    }
}
