package app.attune.recommend;

import app.attune.core.ItemId;
import app.attune.core.TimeWindow;
import app.attune.core.UserId;
import app.attune.events.EventFrame;
import java.time.Instant;
import java.util.BitSet;

/// The events of a population that count as interactions, in the order of the frame: user, then time.
///
/// Positions of users and items are the frame's. `typeRanks` are positions in the weights by type name,
/// `frameRows` the events themselves. Arrays are shared, never written.
@SuppressWarnings("ArrayRecordComponent") // A carrier between steps, never compared.
record InteractionLog(
        EventFrame frame,
        InteractionOptions options,
        String dataHash,
        int usersWithoutConsent,
        int[] users,
        int[] items,
        byte[] typeRanks,
        long[] times,
        int[] frameRows) {

    int size() {
        return times.length;
    }

    UserId user(int row) {
        return new UserId(frame.users().text(users[row]));
    }

    ItemId item(int row) {
        return new ItemId(frame.items().text(items[row]));
    }

    /// From the first interaction to one millisecond after the last; empty at the epoch when there is none.
    TimeWindow span() {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (long time : times) {
            first = Math.min(first, time);
            last = Math.max(last, time);
        }
        return size() == 0
                ? new TimeWindow(Instant.EPOCH, Instant.EPOCH)
                : new TimeWindow(Instant.ofEpochMilli(first), Instant.ofEpochMilli(last + 1));
    }

    /// The rows of `kept`, in the same order.
    InteractionLog only(BitSet kept) {
        int n = kept.cardinality();
        int[] keptUsers = new int[n];
        int[] keptItems = new int[n];
        byte[] keptRanks = new byte[n];
        long[] keptTimes = new long[n];
        int[] keptFrameRows = new int[n];
        int at = 0;
        for (int row = kept.nextSetBit(0); row >= 0; row = kept.nextSetBit(row + 1)) {
            keptUsers[at] = users[row];
            keptItems[at] = items[row];
            keptRanks[at] = typeRanks[row];
            keptTimes[at] = times[row];
            keptFrameRows[at++] = frameRows[row];
        }
        return new InteractionLog(
                frame,
                options,
                dataHash,
                usersWithoutConsent,
                keptUsers,
                keptItems,
                keptRanks,
                keptTimes,
                keptFrameRows);
    }
}
