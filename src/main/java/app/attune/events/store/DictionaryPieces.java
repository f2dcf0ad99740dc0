package app.attune.events.store;

import app.attune.events.DictionaryGrowth;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/// Writes the texts by which dictionaries grow.
final class DictionaryPieces {
    private DictionaryPieces() {}

    /// As brought by an import.
    static void insert(Connection connection, long importId, List<DictionaryGrowth> growth) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO dictionary_piece (import_id, name, first_idx, text_count, crc, content)
                VALUES (?, ?, ?, ?, ?, ?)
                """)) {
            for (DictionaryGrowth piece : growth) {
                byte[] content = piece.deflated();
                insert.setLong(1, importId);
                insert.setString(2, piece.dictionary());
                insert.setInt(3, piece.first());
                insert.setInt(4, piece.count());
                insert.setLong(5, Checksums.of(content));
                insert.setBytes(6, content);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
