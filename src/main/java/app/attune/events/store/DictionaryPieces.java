package app.attune.events.store;

import app.attune.events.ColumnCodec;
import app.attune.events.DictionaryGrowth;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// Writes the texts by which dictionaries grow.
final class DictionaryPieces {
    private DictionaryPieces() {}

    /// As brought by an import.
    static void insert(Connection connection, long importId, DictionaryGrowth growth) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO dictionary_piece (import_id, name, first_idx, text_count, crc, content)
                VALUES (?, ?, ?, ?, ?, ?)
                """)) {
            for (DictionaryGrowth piece : Pieces.of(growth)) {
                byte[] content = ColumnCodec.texts(piece.texts());
                insert.setLong(1, importId);
                insert.setString(2, piece.dictionary());
                insert.setInt(3, piece.first());
                insert.setInt(4, piece.texts().size());
                insert.setLong(5, Checksums.of(content));
                insert.setBytes(6, content);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
