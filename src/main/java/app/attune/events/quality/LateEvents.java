package app.attune.events.quality;

import app.attune.events.EventFrame;
import java.time.Duration;
import java.time.Instant;

/// The very events that a limit on lateness would leave out, by user and time.
///
/// @param rows positions in the frame
/// @param loadedMillis when each was loaded
@SuppressWarnings("ArrayRecordComponent") // Made once and read, never compared.
public record LateEvents(EventFrame frame, int[] rows, long[] loadedMillis) {
    /// One of them.
    ///
    /// @param item empty for none
    public record Late(String user, Instant time, String type, String item, Instant loaded) {
        public Duration lateness() {
            return Duration.between(time, loaded);
        }
    }

    public int size() {
        return rows.length;
    }

    public Late get(int place) {
        int row = rows[place];
        int item = frame.item(row);
        return new Late(
                frame.users().text(userIdx(row)),
                Instant.ofEpochMilli(frame.time(row)),
                frame.types().text(frame.type(row)),
                item < 0 ? "" : frame.items().text(item),
                Instant.ofEpochMilli(loadedMillis[place]));
    }

    /// Cost O(log users).
    private int userIdx(int row) {
        int low = 0;
        int high = frame.userCount() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (frame.from(middle) <= row) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
