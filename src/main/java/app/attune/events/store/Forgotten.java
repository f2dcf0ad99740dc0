package app.attune.events.store;

import app.attune.core.Progress;
import app.attune.events.Renumbering;
import app.attune.events.RowKind;
import app.attune.events.StoredChunk;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Takes one import out of the tables, inside a transaction of the caller, and gives what came later the positions it
/// would have had.
///
/// Texts of a dictionary belong to the import that brought them first, so without it later imports bring them.
final class Forgotten {
    private static final List<String> DELETES = List.of(
            "DELETE FROM chunk_column WHERE import_id = ?",
            "DELETE FROM chunk_ledger WHERE import_id = ?",
            "DELETE FROM rejection_piece WHERE import_id = ?",
            "DELETE FROM kept_column WHERE import_id = ?",
            "DELETE FROM import_run WHERE id = ?");

    private final Connection connection;
    private final LaterImports later;

    /// @param connection in the transaction that does it
    Forgotten(Connection connection, LaterImports later) {
        this.connection = connection;
        this.later = later;
    }

    /// @param renumbering that has taken nothing yet
    void delete(Renumbering renumbering, Progress progress) throws SQLException {
        ImportRuns.keepHighest(connection);
        if (hasTexts()) {
            execute("DELETE FROM dictionary_piece WHERE import_id >= ?");
            later.read((kind, chunk) -> move(kind, chunk, renumbering), progress);
        }
        for (String sql : DELETES) {
            progress.checkpoint();
            execute(sql);
        }
    }

    /// Whether it brought any text first; else nothing moves.
    private boolean hasTexts() throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT EXISTS (SELECT 1 FROM dictionary_piece WHERE import_id = ?)")) {
            select.setLong(1, later.importId());
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private void move(RowKind kind, StoredChunk chunk, Renumbering renumbering) {
        Map<String, byte[]> changed = renumbering.take(kind, chunk);
        later.database().execute(joined -> {
            DictionaryPieces.insert(joined, chunk.importId(), renumbering.takeGrowth());
            SortedMap<String, Long> checksums = new TreeMap<>();
            chunk.columns().forEach((name, bytes) -> checksums.put(name, Checksums.of(bytes)));
            for (Map.Entry<String, byte[]> column : changed.entrySet()) {
                checksums.put(column.getKey(), Checksums.of(column.getValue()));
                update(joined, new Place(kind, chunk), column.getKey(), column.getValue());
            }
            update(joined, new Place(kind, chunk), Checksums.ofAll(checksums));
        });
    }

    private record Place(RowKind kind, StoredChunk chunk) {
        void bind(PreparedStatement statement, int from) throws SQLException {
            statement.setLong(from, chunk.importId());
            statement.setString(from + 1, kind.name());
            statement.setInt(from + 2, chunk.number());
        }
    }

    private static void update(Connection joined, Place place, String name, byte[] content) throws SQLException {
        try (PreparedStatement update = joined.prepareStatement("""
                UPDATE chunk_column SET content = ?, crc = ?
                WHERE import_id = ? AND row_kind = ? AND chunk_no = ? AND name = ?
                """)) {
            update.setBytes(1, content);
            update.setLong(2, Checksums.of(content));
            place.bind(update, 3);
            update.setString(6, name);
            update.executeUpdate();
        }
    }

    private static void update(Connection joined, Place place, long crc) throws SQLException {
        try (PreparedStatement update = joined.prepareStatement("""
                UPDATE chunk_ledger SET crc = ? WHERE import_id = ? AND row_kind = ? AND chunk_no = ?
                """)) {
            update.setLong(1, crc);
            place.bind(update, 2);
            update.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setLong(1, later.importId());
            delete.executeUpdate();
        }
    }
}
