package app.attune.events;

import java.time.Instant;

/// Points in time as epoch milliseconds UTC, [#MISSING] where there is none.
@SuppressWarnings("ArrayRecordComponent") // Columns are compared by name, never as values.
public record DateColumn(String name, long[] millis) implements Column {
    /// The value that stands for "no date".
    public static final long MISSING = Long.MIN_VALUE;

    private static final String MIDNIGHT = "T00:00:00Z";

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

    /// Midnight UTC as its day alone: "2025-10-11".
    @Override
    public String shown(int row) {
        String text = display(row);
        return text.endsWith(MIDNIGHT) ? text.substring(0, text.length() - MIDNIGHT.length()) : text;
    }
}
