package app.attune.events;

import app.attune.core.Progress;
import java.util.List;

/// The events of some types as columns of their own, by user and time: what a question about rare events reads in place
/// of all events. Immutable.
///
/// Memory: 28 bytes an event of these types, and up to 8 a user.
///
/// @param alone the events without properties
/// @param rows  where they stand in the frame they are of
@SuppressWarnings("ArrayRecordComponent") // Shared, never written nor compared.
record TypeRows(EventFrame alone, int[] rows) {
    private static final int CHECK_EVERY = 1 << 14;

    /// Cost: one pass over the types of all events.
    ///
    /// @param types which of them, by position
    /// @param count how many events they have
    static TypeRows of(EventFrame frame, boolean[] types, int count, Progress progress) {
        EventColumns events = frame.columns();
        int users = events.users().size();
        int[] offsets = new int[users + 1];
        int[] rows = new int[count];
        int found = 0;
        for (int userIdx = 0; userIdx < users; userIdx++) {
            for (int row = events.offsets()[userIdx]; row < events.offsets()[userIdx + 1]; row++) {
                if (types[events.typeCodes()[row]]) {
                    rows[found++] = row;
                }
            }
            offsets[userIdx + 1] = found;
            if (userIdx % CHECK_EVERY == 0) {
                progress.checkpoint();
            }
        }
        EventColumns few = columns(events, offsets, rows);
        return new TypeRows(new EventFrame(few, List.of(), frame.catalogue(), frame.dataHash()), rows);
    }

    private static EventColumns columns(EventColumns events, int[] offsets, int[] rows) {
        long[] times = new long[rows.length];
        int[] typeCodes = new int[rows.length];
        int[] itemCodes = new int[rows.length];
        double[] values = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            times[i] = events.times()[rows[i]];
            typeCodes[i] = events.typeCodes()[rows[i]];
            itemCodes[i] = events.itemCodes()[rows[i]];
            values[i] = events.values()[rows[i]];
        }
        return new EventColumns(
                events.users(), events.items(), events.types(), offsets, times, typeCodes, itemCodes, values);
    }

    /// These events of a frame whose events they are, with some of its properties.
    EventFrame of(EventFrame frame, List<String> properties) {
        List<Column> kept = frame.properties().stream()
                .filter(column -> properties.contains(column.name()))
                .map(column -> column.at(rows))
                .toList();
        return kept.isEmpty() ? alone : alone.with(kept);
    }

    int size() {
        return rows.length;
    }

    long bytes() {
        return 28L * rows.length
                + 4L * alone.columns().offsets().length
                + alone.indexes().bytes();
    }
}
