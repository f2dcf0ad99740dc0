package app.attune.recommend.store;

import app.attune.recommend.Champion;
import app.attune.recommend.ModelId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The rows of champions.
final class ChampionRows {
    private ChampionRows() {}

    static List<Champion> list(Connection connection) throws SQLException {
        List<Champion> champions = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                        SELECT c.purpose, c.kind, c.number, c.since FROM model_champion c
                        JOIN model m ON m.kind = c.kind AND m.number = c.number AND m.deleted_at IS NULL
                        ORDER BY c.purpose
                        """);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                champions.add(new Champion(
                        rows.getString(1),
                        new ModelId(rows.getString(2), rows.getInt(3)),
                        Instant.ofEpochMilli(rows.getLong(4))));
            }
        }
        return champions;
    }

    static void put(Connection connection, Champion champion) throws SQLException {
        remove(connection, champion.purpose());
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO model_champion (purpose, kind, number, since) VALUES (?, ?, ?, ?)")) {
            insert.setString(1, champion.purpose());
            insert.setString(2, champion.model().kind());
            insert.setInt(3, champion.model().number());
            insert.setLong(4, champion.since().toEpochMilli());
            insert.executeUpdate();
        }
    }

    static void remove(Connection connection, String purpose) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM model_champion WHERE purpose = ?")) {
            delete.setString(1, purpose);
            delete.executeUpdate();
        }
    }
}
