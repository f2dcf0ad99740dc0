package app.attune.events;

import app.attune.events.read.Rejection;
import java.util.List;
import java.util.function.Supplier;

/// Takes the pieces of one import. Closing it unfinished leaves nothing behind.
public interface ImportWriter extends AutoCloseable {
    /// The import's number.
    long importId();

    /// Encodes and stores chunks, the texts their dictionaries grew by, and rows kept aside, in one transaction.
    void append(List<Supplier<Chunk>> chunks, List<DictionaryGrowth> growth, List<Rejection> rejections);

    /// Makes all of it visible at once.
    void finish(ImportReport report);

    @Override
    void close();
}
