package app.attune.events.read;

import java.util.Optional;

/// Reads the records of one file in order, each a tree of values. Not thread-safe.
///
/// What every reader promises: a record that makes no sense is handed out as [RawRecord.Broken] and reading goes on;
/// the file is never held in memory as a whole; numbers, texts, objects and arrays are Jackson's nodes, missing values
/// are null or absent, points in time are text or numbers as the file has them.
public interface RecordReader extends AutoCloseable {
    /// The next record, or empty at the end of the file.
    Optional<RawRecord> next();

    @Override
    void close();
}
