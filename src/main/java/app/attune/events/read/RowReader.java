package app.attune.events.read;

import java.util.List;
import java.util.Optional;

/// Reads the rows of one file in order. Not thread-safe.
public interface RowReader extends AutoCloseable {
    /// Names of the columns, all different, fixed for the whole file.
    List<String> columns();

    /// The next row, or empty at the end of the file. Blank lines are no rows.
    Optional<RawRow> next();

    /// Names that occur in rows but not among the columns, which therefore are not read.
    default List<String> unreadNames() {
        return List.of();
    }

    @Override
    void close();
}
