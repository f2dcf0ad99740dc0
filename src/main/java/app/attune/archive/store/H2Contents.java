package app.attune.archive.store;

import app.attune.archive.ContentsReader;
import app.attune.archive.Definition;
import app.attune.archive.Definition.Kind;
import app.attune.archive.StoreContents;
import app.attune.core.json.Json;
import app.attune.core.sql.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Counts with SQL. What a store of an earlier version has no table for counts as none.
public final class H2Contents implements ContentsReader {
    private static final Map<Kind, Newest> DEFINITIONS = new EnumMap<>(Map.of(
            Kind.SEGMENT,
            new Newest("SEGMENT_VERSION", """
                    SELECT segment_id, name, version FROM segment_version AS v WHERE version =
                        (SELECT MAX(o.version) FROM segment_version AS o WHERE o.segment_id = v.segment_id)
                    ORDER BY name, segment_id
                    """),
            Kind.MAPPING,
            new Newest("SAVED_MAPPING", """
                    SELECT CAST(id AS VARCHAR), name, version FROM saved_mapping AS v WHERE version =
                        (SELECT MAX(o.version) FROM saved_mapping AS o WHERE o.id = v.id)
                    ORDER BY name, id
                    """),
            Kind.MODEL,
            new Newest("MODEL", """
                    SELECT kind || '-' || number, kind || '-' || number, 1 FROM model
                    WHERE deleted_at IS NULL ORDER BY saved_order
                    """),
            Kind.RULES,
            Newest.of("RULE_SET"),
            Kind.IDENTITY,
            Newest.of("IDENTITY_RULES"),
            Kind.CONSENT,
            Newest.of("CONSENT_DECLARATION"),
            Kind.EXPECTATIONS,
            Newest.of("EXPECTATION_SET")));

    @Override
    public StoreContents read(Database database) {
        return database.read(connection -> {
            List<Definition> definitions = new ArrayList<>();
            for (Map.Entry<Kind, Newest> kind : DEFINITIONS.entrySet()) {
                if (exists(connection, kind.getValue().table())) {
                    add(connection, kind.getKey(), kind.getValue().sql(), definitions);
                }
            }
            return new StoreContents(
                    number(connection, "CHUNK_LEDGER", """
                            SELECT COALESCE(SUM(l.row_count), 0) FROM chunk_ledger AS l
                            JOIN import_run AS r ON r.id = l.import_id AND r.state = 'DONE' WHERE l.row_kind = 'EVENTS'
                            """),
                    number(connection, "DICTIONARY_PIECE", """
                            SELECT COALESCE(SUM(d.text_count), 0) FROM dictionary_piece AS d
                            JOIN import_run AS r ON r.id = d.import_id AND r.state = 'DONE' WHERE d.name = 'users'
                            """),
                    (int) number(connection, "IMPORT_RUN", "SELECT COUNT(*) FROM import_run WHERE state = 'DONE'"),
                    (int) number(connection, "SEGMENT", "SELECT COUNT(*) FROM segment WHERE NOT deleted"),
                    rules(connection),
                    definitions);
        });
    }

    private static void add(Connection connection, Kind kind, String sql, List<Definition> definitions)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                definitions.add(new Definition(kind, rows.getString(1), rows.getString(2), rows.getInt(3)));
            }
        }
    }

    private static int rules(Connection connection) throws SQLException {
        if (!exists(connection, "RULE_SET")) {
            return 0;
        }
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT rules FROM rule_set ORDER BY version DESC LIMIT 1");
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Json.read(row.getString(1), "The rules of the store")
                            .path("rules")
                            .size()
                    : 0;
        }
    }

    private static long number(Connection connection, String table, String sql) throws SQLException {
        if (!exists(connection, table)) {
            return 0;
        }
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT 1 FROM information_schema.tables WHERE table_schema = 'PUBLIC' AND table_name = ?
                """)) {
            select.setString(1, table);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /// How the newest versions of one kind are found.
    private record Newest(String table, String sql) {
        /// Of a table that is the versions of one thing.
        static Newest of(String table) {
            return new Newest(table, "SELECT '', '', MAX(version) FROM " + table + " HAVING MAX(version) IS NOT NULL");
        }
    }
}
