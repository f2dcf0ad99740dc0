package app.attune.events.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the rows of one file in order. Not thread-safe.
public interface RowReader extends AutoCloseable {
    /// Names of the columns, all different, fixed for the whole file.
    List<String> columns();

    /// The next row, or empty at the end of the file. Blank lines are no rows.
    Optional<RawRow> next();

    /// Fills `row` with the next row if it is at hand as plain bytes; else [#next] has it, or the end of the file.
    default boolean nextPlain(PlainRow row) {
        return false;
    }

    /// As [#nextPlain], straight after it: false as well where the bytes of the rows before would have to move.
    default boolean nextPlainBeside(PlainRow row) {
        return false;
    }

    /// Names that occur in rows but not among the columns, which therefore are not read.
    default List<String> unreadNames() {
        return List.of();
    }

    /// How often a value so far had another form than its column expects and was left empty, by column or path.
    default Map<String, Long> oddValues() {
        return Map.of();
    }

    /// Rows so far that the format says are not to be read, such as records of another kind.
    default long leftOut() {
        return 0;
    }

    @Override
    void close();
}
