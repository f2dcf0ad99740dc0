package app.attune.events;

import java.util.List;
import java.util.function.Supplier;

/// Takes mapped rows of one kind, tells new from known, and fills chunks with the new ones.
interface RowSink {
    /// To be called for rows that are taken next, before the first of them is.
    default void expect(MappedRow[] rows, int from, int to) {
        // Most sinks have nothing to get ready.
    }

    /// To be called once it is known about how many rows are still to come that are new.
    default void prepare(long rows) {
        // Most sinks grow cheaply.
    }

    /// Counts the row in `tally` and keeps it if it is new.
    ///
    /// @param rowHash of the row's text
    void take(MappedRow row, long rowHash, ImportTally tally);

    boolean isFull();

    /// The chunks so far, yet to be encoded, none if nothing was kept; the sink is empty afterwards.
    List<Supplier<Chunk>> takeChunks(SourceRange range);
}
