package app.attune.segments.store;

import app.attune.core.ProblemException;
import app.attune.core.sql.Database;
import app.attune.segments.ConditionJson;
import app.attune.segments.SegmentAbout;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentId;
import app.attune.segments.SegmentStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One row per version of a segment, the condition as JSON. Versions are only ever added.
public final class H2SegmentStore implements SegmentStore {
    private static final String SELECT = """
            SELECT v.segment_id, v.version, v.name, v.condition_json, v.author, v.note, v.saved_at,
                   v.goal, v.figure, v.target, v.owner, v.remark
            FROM segment_version v JOIN segment s ON s.id = v.segment_id
            """;
    private static final String NEWEST = """
            WHERE NOT s.deleted
              AND v.version = (SELECT MAX(o.version) FROM segment_version o WHERE o.segment_id = v.segment_id)
            """;

    private final Database database;

    public H2SegmentStore(Database database) {
        this.database = database;
    }

    @Override
    public List<SegmentDefinition> newest() {
        return database.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement(SELECT + NEWEST + "ORDER BY LOWER(v.name), v.name, v.segment_id")) {
                return rows(select);
            }
        });
    }

    @Override
    public Optional<SegmentDefinition> newest(SegmentId id) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT + NEWEST + "AND v.segment_id = ?")) {
                select.setString(1, id.value());
                return rows(select).stream().findFirst();
            }
        });
    }

    @Override
    public List<SegmentDefinition> versions(SegmentId id) {
        return database.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement(SELECT + "WHERE v.segment_id = ? ORDER BY v.version DESC")) {
                select.setString(1, id.value());
                return rows(select);
            }
        });
    }

    @Override
    public void addAll(List<SegmentDefinition> definitions) {
        database.execute(connection -> {
            for (SegmentDefinition definition : definitions) {
                add(connection, definition);
            }
        });
    }

    private static void add(Connection connection, SegmentDefinition definition) throws SQLException {
        int newest = newestVersion(connection, definition.id());
        if (definition.version() != newest + 1) {
            throw ProblemException.of(
                    "segments.not-next-version",
                    "Segment \"" + definition.name() + "\" was changed elsewhere: version " + newest
                            + " is the newest, not " + (definition.version() - 1) + ".",
                    "Open it again and make the change there.");
        }
        show(connection, definition.id());
        insert(connection, definition);
    }

    @Override
    public void delete(SegmentId id) {
        database.execute(connection -> {
            try (PreparedStatement hide =
                    connection.prepareStatement("UPDATE segment SET deleted = TRUE WHERE id = ?")) {
                hide.setString(1, id.value());
                hide.executeUpdate();
            }
        });
    }

    private static int newestVersion(Connection connection, SegmentId id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT COALESCE(MAX(version), 0) FROM segment_version WHERE segment_id = ?")) {
            select.setString(1, id.value());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static void show(Connection connection, SegmentId id) throws SQLException {
        try (PreparedStatement merge =
                connection.prepareStatement("MERGE INTO segment (id, deleted) KEY (id) VALUES (?, FALSE)")) {
            merge.setString(1, id.value());
            merge.executeUpdate();
        }
    }

    private static void insert(Connection connection, SegmentDefinition definition) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO segment_version (segment_id, version, name, condition_json, author, note, saved_at,
                    goal, figure, target, owner, remark)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            insert.setString(1, definition.id().value());
            insert.setInt(2, definition.version());
            insert.setString(3, definition.name());
            insert.setString(4, ConditionJson.write(definition.condition()));
            insert.setString(5, definition.author());
            insert.setString(6, definition.note());
            insert.setLong(7, definition.savedAt().toEpochMilli());
            about(insert, definition.about());
            insert.executeUpdate();
        }
    }

    private static void about(PreparedStatement insert, SegmentAbout about) throws SQLException {
        insert.setString(8, about.goal());
        insert.setString(9, about.figure().name());
        insert.setString(10, Double.isNaN(about.target()) ? "" : Double.toString(about.target()));
        insert.setString(11, about.owner());
        insert.setString(12, about.note());
    }

    private static List<SegmentDefinition> rows(PreparedStatement select) throws SQLException {
        List<SegmentDefinition> definitions = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                definitions.add(new SegmentDefinition(
                        new SegmentId(rows.getString(1)),
                        rows.getInt(2),
                        rows.getString(3),
                        ConditionJson.read(rows.getString(4)),
                        rows.getString(5),
                        rows.getString(6),
                        Instant.ofEpochMilli(rows.getLong(7)),
                        about(rows)));
            }
        }
        return definitions;
    }

    private static SegmentAbout about(ResultSet row) throws SQLException {
        String target = row.getString(10);
        double number = target.isEmpty() ? Double.NaN : Double.parseDouble(target);
        return new SegmentAbout(
                row.getString(8),
                SegmentAbout.Figure.valueOf(row.getString(9)),
                Double.isInfinite(number) ? Double.NaN : number,
                row.getString(11),
                row.getString(12));
    }
}
