package app.attune.events.store;

import app.attune.core.json.Json;
import app.attune.core.sql.Database;
import app.attune.events.Chunk;
import app.attune.events.ColumnCodec;
import app.attune.events.DictionaryGrowth;
import app.attune.events.ImportReport;
import app.attune.events.ImportWriter;
import app.attune.events.RowKind;
import app.attune.events.read.Rejection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.h2.value.ValueVarbinary;

/// Writes one import: every call of `append` is one transaction, forced to the disk; `finish` is the one that makes the
/// import visible.
final class H2ImportWriter implements ImportWriter {
    private final Database database;
    private final long importId;
    private final Runnable whenClosed;
    private final Map<RowKind, Integer> nextChunk = new EnumMap<>(RowKind.class);
    private int nextRejectionPiece;
    private boolean finished;

    H2ImportWriter(Database database, long importId, Runnable whenClosed) {
        this.database = database;
        this.importId = importId;
        this.whenClosed = whenClosed;
    }

    @Override
    public long importId() {
        return importId;
    }

    @Override
    public void append(List<Supplier<Chunk>> chunks, List<DictionaryGrowth> growth, List<Rejection> rejections) {
        List<Chunk> encoded = chunks.stream().map(Supplier::get).toList();
        database.execute(connection -> {
            DictionaryPieces.insert(connection, importId, growth);
            for (Chunk chunk : encoded) {
                insertChunk(connection, chunk);
            }
            insertRejections(connection, rejections);
        });
        database.checkpointSync();
    }

    @Override
    public void finish(ImportReport report) {
        boolean damaged =
                report.findings().stream().anyMatch(finding -> finding.code().equals(ChunkReader.DAMAGED_CHUNK));
        database.execute(connection -> {
            if (damaged && report.accepted() > 0) {
                new ChunkReader(database, Long.MAX_VALUE).deleteDamaged(connection, report.sourceName());
            }
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE import_run SET state = 'DONE', report_json = ? WHERE id = ?")) {
                update.setString(1, Json.write(report));
                update.setLong(2, importId);
                update.executeUpdate();
            }
        });
        database.checkpointSync();
        finished = true;
    }

    @Override
    public void close() {
        try {
            if (!finished) {
                UnfinishedImports.delete(database);
            }
        } finally {
            whenClosed.run();
        }
    }

    private void insertChunk(Connection connection, Chunk chunk) throws SQLException {
        int number = nextChunk.merge(chunk.kind(), 1, Integer::sum);
        SortedMap<String, Long> checksums = new TreeMap<>();
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO chunk_column (import_id, row_kind, chunk_no, name, crc, content)
                VALUES (?, ?, ?, ?, ?, ?)
                """)) {
            for (Map.Entry<String, byte[]> column : chunk.columns().entrySet()) {
                long crc = Checksums.of(column.getValue());
                checksums.put(column.getKey(), crc);
                insert.setLong(1, importId);
                insert.setString(2, chunk.kind().name());
                insert.setInt(3, number);
                insert.setString(4, column.getKey());
                insert.setLong(5, crc);
                // As setBytes, which would copy them first.
                insert.setObject(6, ValueVarbinary.getNoCopy(column.getValue()));
                insert.executeUpdate();
            }
        }
        insertLedger(connection, chunk, number, Checksums.ofAll(checksums));
    }

    private void insertLedger(Connection connection, Chunk chunk, int number, long crc) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO chunk_ledger
                    (import_id, row_kind, chunk_no, row_count, crc, source_hash, first_line, last_line)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            insert.setLong(1, importId);
            insert.setString(2, chunk.kind().name());
            insert.setInt(3, number);
            insert.setInt(4, chunk.rows());
            insert.setLong(5, crc);
            insert.setLong(6, chunk.sourceHash());
            insert.setLong(7, chunk.firstLine());
            insert.setLong(8, chunk.lastLine());
            insert.executeUpdate();
        }
    }

    private void insertRejections(Connection connection, List<Rejection> rejections) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO rejection_piece (import_id, piece_no, row_count, crc, content)
                VALUES (?, ?, ?, ?, ?)
                """)) {
            for (List<Rejection> piece : Pieces.of(rejections)) {
                byte[] content = ColumnCodec.texts(Pieces.texts(piece));
                insert.setLong(1, importId);
                insert.setInt(2, nextRejectionPiece++);
                insert.setInt(3, piece.size());
                insert.setLong(4, Checksums.of(content));
                insert.setBytes(5, content);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
