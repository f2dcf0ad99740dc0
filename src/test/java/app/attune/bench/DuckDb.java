package app.attune.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// The peer: DuckDB with the same events in a file of its own, event ids as UUIDs, exactly de-duplicated.
final class DuckDb implements AutoCloseable {
    private static final String APPEND = """
            INSERT INTO events
            SELECT DISTINCT ON (event_id) * FROM read_csv(?, header = true, delim = ',', columns = {
                'event_id': 'UUID', 'event_time': 'TIMESTAMP', 'event_type': 'VARCHAR', 'user_id': 'VARCHAR',
                'item_id': 'VARCHAR', 'price': 'DOUBLE', 'quantity': 'INTEGER', 'device': 'VARCHAR',
                'country': 'VARCHAR'}) AS fresh
            WHERE NOT EXISTS (SELECT 1 FROM events AS known WHERE known.event_id = fresh.event_id)
            """;

    private final Connection connection;

    DuckDb(Path file) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:" + file.toAbsolutePath());
        execute("SET preserve_insertion_order = false");
        execute("""
                CREATE TABLE IF NOT EXISTS events (event_id UUID, event_time TIMESTAMP, event_type VARCHAR,
                    user_id VARCHAR, item_id VARCHAR, price DOUBLE, quantity INTEGER, device VARCHAR, country VARCHAR)
                """);
    }

    /// Adds the events that are not there yet and forces them to the disk.
    ///
    /// @return how many there are then
    long append(Path csv) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(APPEND)) {
            insert.setString(1, csv.toAbsolutePath().toString());
            insert.executeUpdate();
        }
        execute("CHECKPOINT");
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM events")) {
            count.next();
            return count.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
