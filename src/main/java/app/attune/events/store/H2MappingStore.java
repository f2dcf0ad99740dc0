package app.attune.events.store;

import app.attune.core.sql.Database;
import app.attune.events.MappingStore;
import app.attune.events.SavedMapping;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One row per version of a saved mapping, its content as JSON.
public final class H2MappingStore implements MappingStore {
    private final Database database;

    public H2MappingStore(Database database) {
        this.database = database;
    }

    @Override
    public List<StoredMapping> newest() {
        return database.read(connection -> {
            List<StoredMapping> all = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT m.id, m.version, m.saved_at, m.content_json FROM saved_mapping m
                    WHERE NOT m.deleted
                      AND m.version = (SELECT MAX(o.version) FROM saved_mapping o WHERE o.id = m.id)
                    ORDER BY m.saved_at DESC, m.id DESC
                    """);
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    all.add(new StoredMapping(
                            rows.getLong(1),
                            rows.getInt(2),
                            Instant.ofEpochMilli(rows.getLong(3)),
                            SavedMapping.fromJson(rows.getString(4))));
                }
            }
            return all;
        });
    }

    @Override
    public void add(SavedMapping mapping, Instant savedAt) {
        database.execute(connection -> {
            long id = number(connection, "SELECT COALESCE(MAX(id), 0) + 1 FROM saved_mapping WHERE id > ?", 0);
            insert(connection, new StoredMapping(id, 1, savedAt, mapping), false);
        });
        database.checkpointSync();
    }

    @Override
    public void addVersion(long id, SavedMapping mapping, Instant savedAt) {
        database.execute(connection ->
                insert(connection, new StoredMapping(id, nextVersion(connection, id), savedAt, mapping), false));
        database.checkpointSync();
    }

    @Override
    public void delete(long id, Instant deletedAt) {
        database.execute(connection -> {
            for (StoredMapping known : newest(connection, id)) {
                int version = nextVersion(connection, id);
                insert(connection, new StoredMapping(id, version, deletedAt, known.mapping()), true);
            }
        });
        database.checkpointSync();
    }

    private static List<StoredMapping> newest(Connection connection, long id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT version, content_json FROM saved_mapping WHERE id = ? ORDER BY version DESC LIMIT 1")) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? List.of(new StoredMapping(
                                id, row.getInt(1), Instant.EPOCH, SavedMapping.fromJson(row.getString(2))))
                        : List.of();
            }
        }
    }

    private static int nextVersion(Connection connection, long id) throws SQLException {
        return (int) number(connection, "SELECT COALESCE(MAX(version), 0) + 1 FROM saved_mapping WHERE id = ?", id);
    }

    private static long number(Connection connection, String sql, long argument) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, argument);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void insert(Connection connection, StoredMapping stored, boolean deleted) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO saved_mapping (id, version, name, deleted, saved_at, content_json)
                VALUES (?, ?, ?, ?, ?, ?)
                """)) {
            insert.setLong(1, stored.id());
            insert.setInt(2, stored.version());
            insert.setString(3, stored.mapping().name());
            insert.setBoolean(4, deleted);
            insert.setLong(5, stored.savedAt().toEpochMilli());
            insert.setString(6, stored.mapping().toJson());
            insert.executeUpdate();
        }
    }
}
