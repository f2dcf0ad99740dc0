package app.attune.events.store;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.sql.Database;
import app.attune.core.sql.SqlWork;
import app.attune.events.Chunk;
import app.attune.events.RowKind;
import app.attune.events.StoredChunk;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.h2.jdbc.JdbcResultSet;

/// Reads visible chunks back and compares them with the ledger.
final class ChunkReader {
    /// The code of the problem that names a damaged chunk.
    static final String DAMAGED_CHUNK = "events.damaged-chunk";

    private static final String LEDGER = """
            SELECT l.import_id, l.row_kind, l.chunk_no, l.row_count, l.crc, l.first_line, l.last_line, r.source_name
            FROM chunk_ledger AS l JOIN import_run AS r ON r.id = l.import_id
            WHERE r.state = 'DONE' AND l.row_kind = ? AND l.import_id BETWEEN ? AND ? ORDER BY l.import_id, l.chunk_no
            """;
    private static final String CHECKSUMS = """
            SELECT name, crc FROM chunk_column WHERE import_id = ? AND row_kind = ? AND chunk_no = ?
            """;
    private static final String CONTENT = """
            SELECT name, crc, content FROM chunk_column
            WHERE import_id = ? AND row_kind = ? AND chunk_no = ? AND (? = 0 OR ARRAY_CONTAINS(?, name))
            """;

    private final Database database;
    private final long first;
    private final long last;

    /// @param last number of the last import that is visible
    ChunkReader(Database database, long last) {
        this(database, 0, last);
    }

    private ChunkReader(Database database, long first, long last) {
        this.database = database;
        this.first = first;
        this.last = last;
    }

    /// Of the chunks of one import.
    static ChunkReader only(Database database, long importId) {
        return new ChunkReader(database, importId, importId);
    }

    /// All of them as of one moment, for forgetting an import changes the chunks of others.
    ///
    /// @return one problem per damaged chunk
    List<Problem> read(RowKind kind, List<String> columns, Consumer<StoredChunk> reader, Progress progress) {
        SqlWork<List<Problem>> work = connection -> {
            List<Problem> damaged = new ArrayList<>();
            List<Entry> ledger = ledger(connection, kind);
            for (int i = 0; i < ledger.size(); i++) {
                progress.checkpoint();
                progress.report("Reading stored " + kind.name().toLowerCase(Locale.ROOT), i, ledger.size());
                Map<String, byte[]> content = new HashMap<>();
                Entry entry = ledger.get(i);
                if (isWhole(connection, entry) && readContent(connection, entry, columns, content)) {
                    reader.accept(new StoredChunk(
                            entry.importId(),
                            entry.number(),
                            entry.rows(),
                            content,
                            entry.firstLine(),
                            entry.lastLine()));
                } else {
                    damaged.add(entry.problem());
                }
            }
            return damaged;
        };
        return database.readAtOnce(work, Progress.none());
    }

    /// As the ledger says, by import.
    Map<Long, Long> rows(RowKind kind) {
        return database.read(connection -> {
            Map<Long, Long> rows = new TreeMap<>();
            ledger(connection, kind).forEach(entry -> rows.merge(entry.importId(), (long) entry.rows(), Long::sum));
            return rows;
        });
    }

    /// Deletes the damaged chunks of events that came from a file of this name, whose rows have come again.
    void deleteDamaged(Connection connection, String sourceName) throws SQLException {
        for (Entry entry : ledger(connection, RowKind.EVENTS)) {
            boolean damaged =
                    !isWhole(connection, entry) || !readContent(connection, entry, List.of(), new HashMap<>());
            if (damaged && entry.sourceName().equals(sourceName)) {
                delete(connection, entry);
            }
        }
    }

    private static void delete(Connection connection, Entry entry) throws SQLException {
        for (String sql : List.of(
                "DELETE FROM chunk_column WHERE import_id = ? AND row_kind = ? AND chunk_no = ?",
                "DELETE FROM chunk_ledger WHERE import_id = ? AND row_kind = ? AND chunk_no = ?")) {
            try (PreparedStatement delete = connection.prepareStatement(sql)) {
                entry.bind(delete);
                delete.executeUpdate();
            }
        }
    }

    /// Import, chunk and checksum of every visible chunk in order: changes whenever the data does.
    String fingerprint() {
        return database.read(connection -> {
            StringBuilder text = new StringBuilder();
            for (RowKind kind : RowKind.values()) {
                ledger(connection, kind)
                        .forEach(entry -> text.append(entry.importId())
                                .append(kind)
                                .append(entry.number())
                                .append(':')
                                .append(entry.crc())
                                .append(';'));
            }
            return text.toString();
        });
    }

    private List<Entry> ledger(Connection connection, RowKind kind) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(LEDGER)) {
            select.setString(1, kind.name());
            select.setLong(2, first);
            select.setLong(3, last);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    entries.add(new Entry(
                            rows.getLong(1),
                            kind,
                            rows.getInt(3),
                            rows.getInt(4),
                            rows.getLong(5),
                            rows.getLong(6),
                            rows.getLong(7),
                            rows.getString(8)));
                }
            }
        }
        return entries;
    }

    private static boolean isWhole(Connection connection, Entry entry) throws SQLException {
        SortedMap<String, Long> checksums = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(CHECKSUMS)) {
            entry.bind(select);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    checksums.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        boolean isSized = entry.rows() >= 0 && entry.rows() <= Chunk.ROWS;
        return isSized && Checksums.ofAll(checksums) == entry.crc();
    }

    private static boolean readContent(
            Connection connection, Entry entry, List<String> columns, Map<String, byte[]> content) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CONTENT)) {
            entry.bind(select);
            select.setInt(4, columns.size());
            select.setArray(5, connection.createArrayOf("VARCHAR", columns.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    // As getBytes, which would copy them first; nobody writes to them.
                    byte[] bytes =
                            rows.unwrap(JdbcResultSet.class).getInternal(3).getBytesNoCopy();
                    if (Checksums.of(bytes) != rows.getLong(2)) {
                        return false;
                    }
                    content.put(rows.getString(1), bytes);
                }
            }
        }
        return true;
    }

    /// One row of the ledger.
    private record Entry(
            long importId,
            RowKind kind,
            int number,
            int rows,
            long crc,
            long firstLine,
            long lastLine,
            String sourceName) {
        void bind(PreparedStatement statement) throws SQLException {
            statement.setLong(1, importId);
            statement.setString(2, kind.name());
            statement.setInt(3, number);
        }

        Problem problem() {
            return new Problem(
                    DAMAGED_CHUNK,
                    String.format(
                            Locale.ROOT,
                            "%,d rows of %s (lines %,d to %,d) are damaged in the store and left out.",
                            rows,
                            sourceName,
                            firstLine,
                            lastLine),
                    "Import " + sourceName + " again: only the missing rows are added.");
        }
    }
}
