package app.attune.events;

import java.time.Instant;

/// Points in time as epoch milliseconds UTC, [#MISSING] where there is none.
@SuppressWarnings("ArrayRecordComponent") // Columns are compared by name, never as values.
public record DateColumn(String name, long[] millis) implements Column {
    /// The value that stands for "no date".
    public static final long MISSING = Long.MIN_VALUE;

    @Override
    public int size() {
        return millis.length;
    }

    @Override
    public boolean isMissing(int row) {
        return millis[row] == MISSING;
    }

    @Override
    public String display(int row) {
        return isMissing(row) ? "" : Instant.ofEpochMilli(millis[row]).toString();
    }
}
