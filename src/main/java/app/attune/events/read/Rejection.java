package app.attune.events.read;

/// A row kept aside: where it stands in the file, why, and as it was written.
///
/// @param line   of the file, from 1, where the row starts
/// @param column of the file's row, from 1; 0 when the row as a whole is wrong
/// @param detail what was found, such as "expected 9 columns, found 7"
/// @param raw    the row's text, cut at [#RAW_LIMIT] characters
public record Rejection(long line, int column, RejectReason reason, String detail, String raw) {
    /// Longer rows are cut here.
    public static final int RAW_LIMIT = 65_536;

    public Rejection {
        raw = raw.length() > RAW_LIMIT ? raw.substring(0, RAW_LIMIT) : raw;
    }

    /// Whether only the beginning of the row is kept.
    public boolean isCut() {
        return raw.length() == RAW_LIMIT;
    }

    /// The same at another line.
    public Rejection at(long other) {
        return new Rejection(other, column, reason, detail, raw);
    }
}
