package app.attune.events;

import app.attune.core.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;

/// Events of a frame chosen and ordered for looking at: positions of rows, nothing copied.
public final class EventRows {
    private static final int CHECK_EVERY = 1 << 16;
    private static final int UNKNOWN = -2;

    private final EventCells cells;
    private final EventChoice choice;
    private final int[] rows;

    private EventRows(EventCells cells, EventChoice choice, int[] rows) {
        this.cells = cells;
        this.choice = choice;
        this.rows = rows;
    }

    /// Cost: one pass over users, items and events, and one merge sort of what is chosen.
    ///
    /// @throws app.attune.core.ProblemException `data.bad-filter` or `data.unknown-column`
    public static EventRows of(EventCells cells, EventChoice choice, Progress progress) {
        int[] chosen = chosen(cells, choice, progress);
        if (choice.sort().isNone()) {
            return new EventRows(cells, choice, chosen);
        }
        IntToLongFunction key = RowKeys.of(cells, choice.sort(), progress);
        long[] keys = new long[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            keys[i] = key.applyAsLong(chosen[i]);
            check(i, progress);
        }
        return new EventRows(cells, choice, RowSort.ascending(keys, chosen, progress));
    }

    public EventCells cells() {
        return cells;
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

    private static int[] chosen(EventCells cells, EventChoice choice, Progress progress) {
        EventFrame frame = cells.frame();
        boolean[] users = matching(frame.users().texts(), choice.user(), progress);
        IntPredicate test = test(cells, choice, progress);
        int[] rows = new int[frame.eventCount()];
        int found = 0;
        for (int userIdx = 0; userIdx < users.length; userIdx++) {
            for (int row = frame.from(userIdx); users[userIdx] && row < frame.to(userIdx); row++) {
                if (test.test(row)) {
                    rows[found++] = row;
                }
                check(row, progress);
            }
        }
        return Arrays.copyOf(rows, found);
    }

    private static IntPredicate test(EventCells cells, EventChoice choice, Progress progress) {
        EventFrame frame = cells.frame();
        IntPredicate all = row -> true;
        if (!choice.item().isBlank()) {
            boolean[] items = items(frame, choice.item(), progress);
            all = row -> frame.item(row) >= 0 && items[frame.item(row)];
        }
        if (!choice.type().isEmpty()) {
            int type = frame.types().find(choice.type()).orElse(UNKNOWN);
            all = all.and(row -> frame.type(row) == type);
        }
        for (ColumnFilter filter : choice.filters()) {
            all = all.and(CellTest.of(cells, filter, progress));
        }
        return all;
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

    private static void check(int step, Progress progress) {
        if (step % CHECK_EVERY == 0) {
            progress.checkpoint();
        }
    }
}
