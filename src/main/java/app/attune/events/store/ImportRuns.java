package app.attune.events.store;

import app.attune.core.json.Json;
import app.attune.events.FieldType;
import app.attune.events.ImportStart;
import app.attune.events.RowKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/// Gives imports their numbers and writes down how each reads its file.
final class ImportRuns {
    /// The highest number that an import had, once it is not in the table any more.
    private static final String HIGHEST = "imports.highest";

    private ImportRuns() {}

    static long insert(Connection connection, ImportStart start) throws SQLException {
        long id = nextId(connection);
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO import_run
                    (id, state, source_name, row_kind, format_json, mapping_json, columns_json, report_json)
                VALUES (?, 'RUNNING', ?, ?, ?, ?, ?, '')
                """)) {
            String name = start.sourceName();
            insert.setLong(1, id);
            insert.setString(2, name.substring(0, Math.min(name.length(), 1_000)));
            insert.setString(3, start.mapping().rows().name());
            insert.setString(4, Json.write(start.format()));
            insert.setString(5, Json.write(start.mapping()));
            insert.setString(6, Json.write(start.columns()));
            insert.executeUpdate();
        }
        insertKept(connection, id, start);
        return id;
    }

    private static void insertKept(Connection connection, long id, ImportStart start) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO kept_column (import_id, row_kind, name, field_type) VALUES (?, ?, ?, ?)")) {
            for (RowKind kind : start.keptTypes().keySet()) {
                for (Map.Entry<String, FieldType> kept :
                        start.keptTypes().getOrDefault(kind, Map.of()).entrySet()) {
                    insert.setLong(1, id);
                    insert.setString(2, kind.name());
                    insert.setString(3, kept.getKey());
                    insert.setString(4, kept.getValue().name());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /// A number is one import for ever: rows kept aside that were saved as a file name it.
    static void keepHighest(Connection connection) throws SQLException {
        try (PreparedStatement merge =
                connection.prepareStatement("MERGE INTO setting (name, value_json) KEY (name) VALUES (?, ?)")) {
            merge.setString(1, HIGHEST);
            merge.setString(2, Long.toString(nextId(connection) - 1));
            merge.executeUpdate();
        }
    }

    /// A number that no import has or had.
    private static long nextId(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT GREATEST(
                    (SELECT COALESCE(MAX(id), 0) FROM import_run),
                    (SELECT COALESCE(MAX(CAST(value_json AS BIGINT)), 0) FROM setting WHERE name = ?)) + 1
                """)) {
            select.setString(1, HIGHEST);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
