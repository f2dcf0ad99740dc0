package app.attune.export;

import java.time.Instant;
import java.util.List;

/// Keeps what was exported.
public interface ExportLog {
    /// One export.
    ///
    /// @param at     when it was made
    /// @param folder where it was written; it may have been moved since
    record Entry(Instant at, String folder, String hash, int ruleSetVersion, int vectors) {}

    /// Newest first.
    List<Entry> entries();

    /// Durable when it returns.
    void add(Entry entry);
}
