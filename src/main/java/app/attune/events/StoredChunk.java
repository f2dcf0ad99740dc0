package app.attune.events;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A chunk read back, its checksums already compared.
///
/// @param columns   bytes by column name, as many as were asked for
/// @param firstLine of the file that went into it
/// @param lastLine  of the file that went into it
public record StoredChunk(
        long importId, int number, int rows, Map<String, byte[]> columns, long firstLine, long lastLine) {
    /// The same but for one column.
    StoredChunk without(String name) {
        Map<String, byte[]> others = new HashMap<>(columns);
        others.remove(name);
        return new StoredChunk(importId, number, rows, others, firstLine, lastLine);
    }

    public Optional<byte[]> column(String name) {
        return Optional.ofNullable(columns.get(name));
    }
}
