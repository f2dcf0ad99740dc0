package app.attune.events;

import app.attune.events.read.Rejection;
import java.util.List;

/// Takes the pieces of one import. Closing it unfinished leaves nothing behind.
public interface ImportWriter extends AutoCloseable {
    /// The import's number.
    long importId();

    /// Stores chunks, the texts their dictionaries grew by, and rows kept aside, in one transaction.
    void append(List<Chunk> chunks, List<DictionaryGrowth> growth, List<Rejection> rejections);

    /// Makes all of it visible at once.
    void finish(ImportReport report);

    @Override
    void close();
}
