package app.attune.events;

import java.util.List;
import java.util.function.Supplier;

/// Takes mapped rows of one kind, tells new from known, and fills chunks with the new ones.
interface RowSink {
    /// Counts the row in `tally` and keeps it if it is new.
    ///
    /// @param rowHash of the row's text
    void take(MappedRow row, long rowHash, ImportTally tally);

    boolean isFull();

    /// The chunks so far, yet to be encoded, none if nothing was kept; the sink is empty afterwards.
    List<Supplier<Chunk>> takeChunks(SourceRange range);
}
