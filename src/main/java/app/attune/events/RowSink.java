package app.attune.events;

import java.util.List;

/// Takes mapped rows of one kind, tells new from known, and fills chunks with the new ones.
interface RowSink {
    /// Counts the row in `tally` and keeps it if it is new.
    void take(MappedRow row, ImportTally tally);

    boolean isFull();

    /// The chunks so far, none if nothing was kept; the sink is empty afterwards.
    List<Chunk> takeChunks(SourceRange range);
}
