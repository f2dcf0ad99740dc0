package app.attune.events;

import java.util.SortedMap;

/// Up to 65,536 rows as encoded columns, ready to be stored in one piece.
///
/// @param columns    bytes by column name, see [ColumnCodec]
/// @param sourceHash of the rows' text in the file
/// @param firstLine  of the file that went into it
/// @param lastLine   of the file that went into it
public record Chunk(
        RowKind kind, int rows, SortedMap<String, byte[]> columns, long sourceHash, long firstLine, long lastLine) {
    /// Rows of a full chunk.
    public static final int ROWS = 1 << 16;
}
