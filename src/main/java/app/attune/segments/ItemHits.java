package app.attune.segments;

import app.attune.events.EventFrame;
import java.util.Arrays;

/// Reads events from the rows of their items.
final class ItemHits implements HitReader {
    private final EventFrame frame;
    private final EventFilter filter;
    private final boolean isAll;
    private final int[] rows;
    private final int endRow;
    private int place;
    private int userIdx;

    /// @param rows of the items and types in the window, ascending
    ItemHits(HitQuery query, int[] rows, int firstUser, int endUser) {
        frame = query.frame();
        filter = query.filter();
        isAll = filter.isByTypeAndItemOnly();
        this.rows = rows;
        endRow = frame.from(endUser);
        int found = Arrays.binarySearch(rows, frame.from(firstUser));
        place = found < 0 ? -found - 1 : found;
        userIdx = firstUser;
    }

    @Override
    public int next(Hits hits) {
        if (place == rows.length || rows[place] >= endRow) {
            return NOBODY;
        }
        userIdx = frame.user(rows[place], userIdx);
        hits.clear();
        int end = frame.to(userIdx);
        for (; place < rows.length && rows[place] < end; place++) {
            if (isAll || filter.passesBeyondItem(rows[place])) {
                hits.add(rows[place]);
            }
        }
        return userIdx;
    }
}
