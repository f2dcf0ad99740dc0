package app.attune.segments;

import app.attune.events.EventFrame;
import java.util.Arrays;

/// Reads of the events that may be the first step of a sequence those that a rare later step follows in time.
///
/// Goes by the rare events: of the others only those within reach before one are looked at.
final class StepHits implements HitReader {
    private final HitQuery query;
    private final Later later;
    private final int endUser;
    private int place;

    /// Later steps.
    ///
    /// @param users  who has them, ascending
    /// @param filter which events of a frame with the same users they are
    /// @param reach  how many milliseconds after the first step they are at most
    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    record Later(int[] users, EventFrame few, EventFilter filter, long reach) {
        Later(int[] users, EventFrame few, NeededSteps needed) {
            this(users, few, new EventFilter(few, needed.last()), needed.reach());
        }

        /// When a first step may have been at the earliest.
        long earliest(int row) {
            long time = few.time(row);
            return time < Long.MIN_VALUE + reach ? Long.MIN_VALUE : time - reach;
        }
    }

    StepHits(HitQuery query, Later later, int firstUser, int endUser) {
        this.query = query;
        this.later = later;
        this.endUser = endUser;
        int found = Arrays.binarySearch(later.users(), firstUser);
        place = found < 0 ? -found - 1 : found;
    }

    @Override
    public int next(Hits hits) {
        if (place == later.users().length || later.users()[place] >= endUser) {
            return NOBODY;
        }
        int userIdx = later.users()[place++];
        hits.clear();
        EventFrame few = later.few();
        int read = query.frame().from(userIdx);
        for (int row = few.from(userIdx); row < few.to(userIdx); row++) {
            if (later.filter().passes(row)) {
                read = read(userIdx, Math.max(read, first(userIdx, row, read)), few.time(row), hits);
            }
        }
        return userIdx;
    }

    /// The first row from which a later step is within reach; of those before `read` none is looked at again.
    private int first(int userIdx, int laterRow, int read) {
        EventFrame frame = query.frame();
        long earliest = later.earliest(laterRow);
        if (later.few() != frame) {
            return frame.to(userIdx, earliest);
        }
        int row = laterRow;
        while (row > read && frame.time(row - 1) >= earliest) {
            row--;
        }
        return row;
    }

    /// Adds the events up to a time, from a row on; gives the row after them.
    private int read(int userIdx, int from, long latest, Hits hits) {
        EventFrame frame = query.frame();
        int end = frame.to(userIdx);
        int row = from;
        for (; row < end && frame.time(row) <= latest; row++) {
            if (query.has(row)) {
                hits.add(row);
            }
        }
        return row;
    }
}
