package app.attune.events;

import app.attune.core.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/// Leaves events out of a frame. Users stay at their positions, even those left without events.
public final class FrameFilter {
    private FrameFilter() {}

    /// @param keep rows that stay
    /// @param hash of the frame without the others
    public static EventFrame of(EventFrame frame, IntPredicate keep, String hash, Progress progress) {
        int[] rows = new int[frame.eventCount()];
        int[] offsets = new int[frame.userCount() + 1];
        int kept = 0;
        for (int userIdx = 0; userIdx < frame.userCount(); userIdx++) {
            for (int row = frame.from(userIdx); row < frame.to(userIdx); row++) {
                rows[kept] = row;
                kept += keep.test(row) ? 1 : 0;
            }
            offsets[userIdx + 1] = kept;
            if ((userIdx & 0xFFF) == 0) {
                progress.checkpoint();
            }
        }
        return rows(frame, Arrays.copyOf(rows, kept), offsets, hash);
    }

    private static EventFrame rows(EventFrame frame, int[] rows, int[] offsets, String hash) {
        EventColumns columns = new EventColumns(
                frame.users(),
                frame.items(),
                frame.types(),
                offsets,
                Arrays.stream(rows).mapToLong(frame::time).toArray(),
                Arrays.stream(rows).map(frame::type).toArray(),
                Arrays.stream(rows).map(frame::item).toArray(),
                Arrays.stream(rows).mapToDouble(frame::value).toArray());
        List<Column> properties = new ArrayList<>();
        frame.properties().forEach(column -> properties.add(column.at(rows)));
        return new EventFrame(columns, properties, frame.catalogue(), hash);
    }
}
