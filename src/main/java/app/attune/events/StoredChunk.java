package app.attune.events;

import java.util.Map;
import java.util.Optional;

/// A chunk read back, its checksums already compared.
///
/// @param columns bytes by column name, as many as were asked for
public record StoredChunk(long importId, int number, int rows, Map<String, byte[]> columns) {
    public Optional<byte[]> column(String name) {
        return Optional.ofNullable(columns.get(name));
    }
}
