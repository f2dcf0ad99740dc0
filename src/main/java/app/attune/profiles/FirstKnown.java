package app.attune.profiles;

import app.attune.core.WholeMillis;
import app.attune.events.AttributeHistory;
import app.attune.events.ColumnTable;
import app.attune.events.EventFrame;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.RoaringBitmapWriter;

/// Since when each user is known: from the first row about them or their first event on. Of whom there is neither, such
/// as users that only a link names, was there at all times. Immutable.
final class FirstKnown {
    private final long[] rows;
    private volatile Optional<Since> newest = Optional.empty();

    /// Since when everybody is known together with events, in epoch milliseconds. 8 bytes a user.
    ///
    /// @param last since when all of them are
    @SuppressWarnings("ArrayRecordComponent") // Kept for itself, never compared.
    private record Since(EventFrame events, long[] millis, long last) {}

    /// @param rows since when the first row about each user holds, [AttributeHistory#NEVER] without one
    FirstKnown(long[] rows) {
        this.rows = rows.clone();
    }

    /// Whoever has an attribute was known at all times.
    static FirstKnown of(ColumnTable attributes) {
        long[] rows = new long[attributes.rows()];
        Arrays.setAll(
                rows,
                user -> attributes.columns().stream().allMatch(column -> column.isMissing(user))
                        ? AttributeHistory.NEVER
                        : AttributeHistory.ALWAYS);
        return new FirstKnown(rows);
    }

    /// By person: whoever of the users is known first.
    FirstKnown of(PersonMap persons) {
        long[] first = new long[persons.personCount()];
        Arrays.setAll(
                first,
                person -> Arrays.stream(persons.users(person))
                        .mapToLong(user -> rows[user])
                        .min()
                        .orElse(AttributeHistory.NEVER));
        return new FirstKnown(first);
    }

    /// Since when the first row holds.
    long row(EventFrame events, int userIdx) {
        boolean nothing = rows[userIdx] == AttributeHistory.NEVER && events.from(userIdx) == events.to(userIdx);
        return nothing ? AttributeHistory.ALWAYS : rows[userIdx];
    }

    /// Rows and events lie before the time that is asked for: at their own time they are not known yet.
    boolean is(EventFrame events, int userIdx, Instant asOf) {
        return isBy(events, userIdx, WholeMillis.atOrAfter(asOf));
    }

    private boolean isBy(EventFrame events, int userIdx, long millis) {
        return since(events, userIdx) < millis;
    }

    private long since(EventFrame events, int userIdx) {
        int first = events.from(userIdx);
        long row = row(events, userIdx);
        return first < events.to(userIdx) ? Math.min(row, events.time(first)) : row;
    }

    /// Everybody at once, remembered for the same events.
    private Since since(EventFrame events) {
        Optional<Since> known = newest.filter(since -> since.events() == events);
        if (known.isPresent()) {
            return known.get();
        }
        long[] millis = new long[rows.length];
        Arrays.setAll(millis, userIdx -> since(events, userIdx));
        Since since = new Since(events, millis, Arrays.stream(millis).max().orElse(Long.MIN_VALUE));
        newest = Optional.of(since);
        return since;
    }

    RoaringBitmap at(EventFrame events, Instant asOf) {
        long millis = WholeMillis.atOrAfter(asOf);
        Since since = since(events);
        if (since.last() < millis) {
            return RoaringBitmap.bitmapOfRange(0L, rows.length);
        }
        RoaringBitmapWriter<RoaringBitmap> known = RoaringBitmapWriter.writer().get();
        for (int userIdx = 0; userIdx < rows.length; userIdx++) {
            if (since.millis()[userIdx] < millis) {
                known.add(userIdx);
            }
        }
        return known.get();
    }
}
